import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import type { CohortWeeks } from './cohort-weeks.ts';

export type ChooseDatesInput = {
  cohortId: string;
  activityId: string;
  /** The dates shown; those of them that are chosen. */
  listed: readonly string[];
  chosen: readonly string[];
  /** Dates added later too, of those weeks; null: only those chosen. */
  follow: { weeks: CohortWeeks; seriesId: string | null } | null;
};

/**
 * Says to which dates of an activity a group comes, those added later included when it follows it. Enrolling its
 * members, or giving their places back, is a job's. Refuses another relais's activity, and an ANALYSE to any group but its own.
 */
export async function chooseDates(
  actor: Actor,
  input: ChooseDatesInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ dates: number }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const { cohortId, activityId, follow } = input;
    if (!isUuid(cohortId) || !isUuid(activityId)) return refuse({ code: 'NOT_FOUND' });
    const cohort = await tx.cohort.findUnique({ where: { id: cohortId, endedAt: null } });
    const relais = cohort && (await managedRelais(tx, actor, 'cohort.write', cohort.relaisId));
    const activity = relais && (await tx.activity.findUnique({ where: { id: activityId, relaisId: relais.id } }));
    if (!relais || !activity || (activity.kind === 'ANALYSE' && cohort.activityId !== activityId))
      return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = relais;
    const where = { id: { in: input.listed.filter(isUuid) }, activityId, startsAt: { gt: now } };
    const sessions = await tx.session.findMany({ where, select: { id: true } });
    const chosen = new Set(input.chosen);
    await tx.cohortSession.deleteMany({ where: { cohortId, sessionId: { in: sessions.map(({ id }) => id) } } });
    const kept = sessions.filter(({ id }) => follow !== null || chosen.has(id));
    await tx.cohortSession.createMany({
      data: kept.map(({ id }) => ({ collectiviteId, cohortId, sessionId: id, excluded: !chosen.has(id) })),
    });
    await tx.cohortFollow.deleteMany({ where: { cohortId, activityId } });
    if (follow) {
      const seriesId = await seriesOf(tx, activityId, follow.seriesId);
      const data = { collectiviteId, cohortId, activityId, weeks: follow.weeks, seriesId };
      await tx.cohortFollow.create({ data });
    }
    const dates = kept.filter(({ id }) => chosen.has(id)).length;
    await record(tx, now, {
      ...{ collectiviteId, actorId: actorId(actor), subject: 'cohort', subjectId: cohortId, what: 'cohort.dates' },
      detail: { activityId, dates, follows: follow !== null },
    });
    await enqueueJob(tx, { task: 'enroll-cohorts', payload: { cohortId }, key: `cohort:${cohortId}` });
    return { ok: true, dates };
  });
}

/** A series of that activity; null: all of it. */
async function seriesOf(tx: Tx, activityId: string, id: string | null): Promise<string | null> {
  if (id === null || !isUuid(id)) return null;
  const found = await tx.series.findUnique({ where: { id, activityId }, select: { id: true } });
  return found?.id ?? null;
}
