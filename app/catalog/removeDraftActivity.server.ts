import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { leadersOf } from './leaders.server.ts';
import { tellLeaders } from './tellLeaders.server.ts';

/**
 * Deletes an activity that was never published, with its drafts and what they hold. Refuses one where the actor does
 * not plan, one of which a date was published (it is cancelled instead), one that a group follows.
 */
export async function removeDraftActivity(
  actor: Actor,
  { activityId }: { activityId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ removed: number }, { code: 'NOT_FOUND' | 'PUBLISHED' | 'HAS_GROUP' }>> {
  return inTransaction(tx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Activity" WHERE id = ${activityId}::uuid FOR UPDATE`;
    const activity = await tx.activity.findUnique({
      where: { id: activityId },
      select: {
        relaisId: true,
        state: true,
        sessions: { select: { id: true, state: true } },
        cohorts: { select: { id: true } },
      },
    });
    const relais = activity && (await managedRelais(tx, actor, 'session.plan', activity.relaisId));
    if (!activity || !relais) return refuse({ code: 'NOT_FOUND' });
    const wasPublished = activity.state !== 'DRAFT' || activity.sessions.some(({ state }) => state !== 'DRAFT');
    if (wasPublished) return refuse({ code: 'PUBLISHED' });
    if (activity.cohorts.length > 0) return refuse({ code: 'HAS_GROUP' });
    const ids = activity.sessions.map(({ id }) => id);
    const gone = (await leadersOf(tx, ids)).map((before) => ({ before, after: null, moved: false, notes: [] }));
    await tellLeaders(tx, { actor, changes: gone }, now);
    await tx.session.deleteMany({ where: { activityId, state: 'DRAFT' } });
    await tx.activity.delete({ where: { id: activityId } });
    const who = { collectiviteId: relais.collectiviteId, actorId: actorId(actor) };
    const detail = { dates: activity.sessions.length };
    await record(tx, now, { ...who, subject: 'activity', subjectId: activityId, what: 'activity.removed', detail });
    return { ok: true, removed: activity.sessions.length };
  });
}
