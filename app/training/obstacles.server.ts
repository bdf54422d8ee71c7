import { Prisma } from '#app/db/generated/client.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import { notEnrolledInWords } from '#app/enrollment/not-enrolled.ts';
import { dayLong } from '#app/time/french.ts';
import { LIVE_FILES } from './file-stage.ts';

/** Why someone has no sure place on a date of her training. */
export type Obstacle = { personId: string; words: string };

type Row = { personId: string; date: string; state: string | null; what: string | null };

/** Those of a dated line who lack a sure place on a date to come, and why; one query. None when it is not dated. */
export async function obstacles(
  db: DbOrTx,
  { id: lineId, activityId, zone }: { id: string; activityId: string | null; zone: string },
  now: Date,
): Promise<Obstacle[]> {
  if (activityId === null) return [];
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT f."personId", to_char(s."startsAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS date, e.state::text AS state, h.what
      FROM "TrainingFile" f
      JOIN "Session" s ON s."activityId" = ${activityId}::uuid AND s.state = 'PUBLISHED' AND s."startsAt" > ${now}::timestamptz
      LEFT JOIN "Enrollment" e ON e."sessionId" = s.id AND e."personId" = f."personId"
            AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')
      LEFT JOIN LATERAL (
        SELECT h.what FROM "History" h JOIN "Membership" m ON m.id = h."subjectId" AND m."personId" = f."personId"
         WHERE h.subject = 'membership' AND h.what LIKE 'notEnrolled:%' AND h.detail->>'sessionId' = s.id::text
         ORDER BY h.at DESC LIMIT 1) h ON true
     WHERE f."lineId" = ${lineId}::uuid AND f.stage::text = ANY(${[...LIVE_FILES]}) AND e.state IS DISTINCT FROM 'CONFIRMED'
     ORDER BY s."startsAt", s.id`);
  return rows.map((row) => ({ personId: row.personId, words: `${dayLong(row.date)} : ${why(row)}.` }));
}

function why({ state, what }: Row): string {
  if (state === 'WAITING') return 'elle attend une place';
  if (state === 'REQUESTED' || state === 'OFFERED') return 'sa place est à confirmer';
  return what === null ? 'elle n’est pas inscrite' : notEnrolledInWords(what);
}
