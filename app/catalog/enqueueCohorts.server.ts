import type { Tx } from '#app/db/client.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';

/** Groups that come to these sessions, or follow their activities, enrol their members: one job a group. */
export async function enqueueCohorts(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Cohort" c
     WHERE c."endedAt" IS NULL AND (
       EXISTS (SELECT FROM "CohortSession" k WHERE k."cohortId" = c.id AND k."sessionId" = ANY(${[...sessionIds]}::uuid[]))
       OR EXISTS (SELECT FROM "CohortFollow" f JOIN "Session" s ON s."activityId" = f."activityId"
                   WHERE f."cohortId" = c.id AND s.id = ANY(${[...sessionIds]}::uuid[])))`;
  await enqueueJob(
    tx,
    rows.map(({ id }) => ({ task: 'enroll-cohorts', payload: { cohortId: id }, key: `cohort:${id}` })),
  );
}
