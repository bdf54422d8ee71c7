import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { heldTelling } from './held-telling.server.ts';

export type UnmarkToldOutcome = { outcome: 'notFound' } | { outcome: 'toTell'; name: string };

/** She was not told after all: she is to be told again. The history keeps both. Twice is once. */
export async function unmarkTold(
  actor: Actor,
  { toTellId }: { toTellId: string },
  now: Date,
  tx?: Tx,
): Promise<UnmarkToldOutcome> {
  return inTransaction(tx, async (tx) => {
    const held = await heldTelling(tx, actor, toTellId);
    if (!held) return { outcome: 'notFound' };
    if (held.toldAt !== null) {
      const data = { toldAt: null, toldById: null };
      await tx.toTell.update({ where: { id: toTellId }, data, select: { id: true } });
      await record(tx, now, { ...held.about, actorId: actorId(actor), what: 'toTell', detail: { round: held.round } });
    }
    return { outcome: 'toTell', name: held.name };
  });
}
