import { db } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { askFeedback } from './askFeedback.server.ts';

/** A sheet may be filled late; after that nobody remembers. */
const DAYS = 60;
const DAY_MS = 86_400_000;

/** Each night: asks those who came to trainings ended lately and were not asked. How many were. */
export async function askFeedbacks(now: Date): Promise<number> {
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  const due = await db().$queryRaw<{ id: string }[]>`
    SELECT a.id FROM "Activity" a JOIN "Session" s ON s."activityId" = a.id AND s.state = 'PUBLISHED'
     WHERE a.kind = 'FORMATION' GROUP BY a.id
    HAVING max(s."endsAt") <= ${now}::timestamptz AND max(s."endsAt") > ${since}::timestamptz
       AND EXISTS (SELECT 1 FROM "Presence" c JOIN "Session" t ON t.id = c."sessionId"
                    WHERE t."activityId" = a.id AND t.state = 'PUBLISHED' AND NOT EXISTS (
                      SELECT 1 FROM "FeedbackAsk" k WHERE k."activityId" = a.id AND k."personId" = c."personId"))
     ORDER BY a.id`;
  let asked = 0;
  for (const { id: activityId } of due) {
    const outcome = await askFeedback(SYSTEM, { activityId }, now);
    if (outcome.ok) asked += outcome.asked;
  }
  return asked;
}
