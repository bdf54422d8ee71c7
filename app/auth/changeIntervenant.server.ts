import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import type { Outcome } from '#app/people/outcome.ts';
import {
  writeIntervenant,
  type IntervenantChange,
  type IntervenantRefusal,
} from '#app/people/writeIntervenant.server.ts';
import { endSessionsOf } from './endSessionsOf.server.ts';

/**
 * Changes who an intervenant is and how he is reached. Another e-mail ends his sign-ins: it is by his e-mail that he sees
 * what other managers ask of him, so he must prove the new one. Refuses where the actor plans nowhere, a telephone number
 * that is none, an e-mail that is someone's already.
 */
export async function changeIntervenant(
  actor: Actor,
  input: IntervenantChange,
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, IntervenantRefusal>> {
  return inTransaction(tx, async (tx) => {
    const outcome = await writeIntervenant(tx, actor, input, now);
    if (outcome.ok && outcome.emailChanged) await endSessionsOf(tx, input.personId, now);
    return outcome;
  });
}
