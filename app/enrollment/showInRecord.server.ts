import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';

/** Her own wish: does her record show a group that is confidential (rule 8)? Nobody else is told. */
export async function showInRecord(
  actor: Actor,
  input: { membershipId: string; shown: boolean },
  tx?: Tx,
): Promise<Outcome<{ shown: boolean }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    if (actor.kind !== 'person') return refuse({ code: 'NOT_FOUND' });
    const where = { id: input.membershipId, personId: actor.personId };
    const { count } = await tx.membership.updateMany({ where, data: { inRecord: input.shown } });
    return count === 0 ? refuse({ code: 'NOT_FOUND' }) : { ok: true, shown: input.shown };
  });
}
