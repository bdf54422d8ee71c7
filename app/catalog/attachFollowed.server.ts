import type { Tx } from '#app/db/client.server.ts';
import { localDate } from '#app/time/wall-clock.ts';
import { takesWeek } from './cohort-weeks.ts';

/** Gives a group the published dates to come of what it follows, but those it was told not to come to. */
export async function attachFollowed(tx: Tx, cohortId: string, now: Date): Promise<void> {
  const rows = await tx.$queryRaw<
    { sessionId: string; collectiviteId: string; startsAt: Date; weeks: 'ALL' | 'ODD' | 'EVEN'; zone: string }[]
  >`
    SELECT s.id AS "sessionId", s."collectiviteId", s."startsAt", f.weeks::text AS weeks, c.timezone AS zone
      FROM "CohortFollow" f
      JOIN "Session" s ON s."activityId" = f."activityId" AND (f."seriesId" IS NULL OR s."seriesId" = f."seriesId")
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE f."cohortId" = ${cohortId}::uuid AND s.state = 'PUBLISHED' AND s."startsAt" > ${now}::timestamptz
       AND NOT EXISTS (SELECT FROM "CohortSession" k WHERE k."cohortId" = f."cohortId" AND k."sessionId" = s.id)`;
  const taken = rows.filter(({ weeks, startsAt, zone }) => takesWeek(weeks, localDate(startsAt, zone)));
  await tx.cohortSession.createMany({
    data: taken.map(({ sessionId, collectiviteId }) => ({ cohortId, sessionId, collectiviteId })),
    skipDuplicates: true,
  });
}
