import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { materialPlace, settles } from './material-place.server.ts';

/**
 * Takes a document away: nobody opens it any more. By who may add it there, an intervenant only what he added himself.
 * Twice is once.
 */
export async function retireMaterial(
  actor: Actor,
  { materialId }: { materialId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ activityId: string }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const row = isUuid(materialId)
      ? await tx.material.findUnique({
          where: { id: materialId },
          select: { activityId: true, sessionId: true, retiredAt: true, createdById: true },
        })
      : null;
    const place = row && (await materialPlace(tx, actor, row.activityId));
    if (!row || !place || !settles(place, row.sessionId)) return refuse({ code: 'NOT_FOUND' });
    if (!place.all && row.createdById !== actorId(actor)) return refuse({ code: 'NOT_FOUND' });
    const { activityId } = row;
    const { count } = await tx.material.updateMany({
      where: { id: materialId, retiredAt: null },
      data: { retiredAt: now },
    });
    const { collectiviteId } = place;
    const who = { collectiviteId, actorId: actorId(actor), subject: 'activity' as const, subjectId: activityId };
    if (count > 0) await record(tx, now, { ...who, what: 'material.retired', detail: { materialId } });
    return { ok: true, activityId };
  });
}
