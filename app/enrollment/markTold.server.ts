import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { heldTelling } from './held-telling.server.ts';

export type MarkToldOutcome = { outcome: 'notFound' } | { outcome: 'told'; name: string };

/** Someone telephoned her: who and when are kept. Twice keeps the first. */
export async function markTold(
  actor: Actor,
  { toTellId }: { toTellId: string },
  now: Date,
  tx?: Tx,
): Promise<MarkToldOutcome> {
  return inTransaction(tx, async (tx) => {
    const held = await heldTelling(tx, actor, toTellId);
    if (!held) return { outcome: 'notFound' };
    if (held.toldAt === null) {
      const toldById = actorId(actor);
      await tx.toTell.update({ where: { id: toTellId }, data: { toldAt: now, toldById }, select: { id: true } });
      await record(tx, now, { ...held.about, actorId: toldById, what: 'told', detail: { round: held.round } });
    }
    return { outcome: 'told', name: held.name };
  });
}
