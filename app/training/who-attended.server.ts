import type { DbOrTx } from '#app/db/client.server.ts';

export type WhoAttended = { personId: string; name: string; times: number; minutes: number };

/** Who came to at least one date of an activity, by name, with how many dates and minutes. One query. */
export async function whoAttended(db: DbOrTx, { id }: { id: string }): Promise<WhoAttended[]> {
  return db.$queryRaw<WhoAttended[]>`
    SELECT p.id AS "personId", p."firstName" || ' ' || p."lastName" AS name, count(*)::int AS times,
           coalesce(sum(t.minutes), 0)::int AS minutes
      FROM "Attendance" t JOIN "Session" s ON s.id = t."sessionId"
      JOIN "Person" p ON p.id = t."personId" AND p."erasedAt" IS NULL
     WHERE s."activityId" = ${id}::uuid AND t.state = 'PRESENT' AND NOT t."broughtByParent"
     GROUP BY p.id ORDER BY p."lastName", p."firstName", p.id`;
}
