import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';

export type MaterialReader = { personId: string; email: string | null };

type About = { activityId: string; sessionId: string | null };

/** Those whom a document is for: with a confirmed place there, or who came. */
export async function materialAudience(db: DbOrTx, { activityId, sessionId }: About): Promise<MaterialReader[]> {
  const there = Prisma.sql`s."activityId" = ${activityId}::uuid
    AND ${sessionId === null ? Prisma.sql`true` : Prisma.sql`s.id = ${sessionId}::uuid`}`;
  return db.$queryRaw<MaterialReader[]>`
    SELECT p.id AS "personId", p.email FROM "Person" p
     WHERE p."erasedAt" IS NULL AND p.id IN (
       SELECT e."personId" FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId"
        WHERE ${there} AND e.state = 'CONFIRMED'
       UNION SELECT c."personId" FROM "Presence" c JOIN "Session" s ON s.id = c."sessionId" WHERE ${there})
     ORDER BY p."lastName", p.id`;
}
