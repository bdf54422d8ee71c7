import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';

/** A mail comes back within it: what was sent later than that may yet come back as the one before did. */
const RETURN_TIME = '1 day';

/** Of "OutgoingMail" m: refused for good or come back, and none to the same address has arrived since. */
export const failsStill = (now: Date): Prisma.Sql => Prisma.sql`(
  m.state = 'FAILED' AND m."lastError" NOT LIKE 'unknown template%'
  AND NOT EXISTS (SELECT 1 FROM "OutgoingMail" n WHERE n."personId" = m."personId" AND n."to" = m."to"
                     AND n.state = 'SENT' AND n."sentAt" > m."queuedAt"
                     AND (m."sentAt" IS NULL OR n."sentAt" < ${now}::timestamptz - ${RETURN_TIME}::interval)))`;

/** Does this person's present address take no mail any more? */
export async function mailFails(
  tx: DbOrTx,
  { personId, email }: { personId: string; email: string | null },
  now: Date,
): Promise<boolean> {
  if (email === null) return false;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "OutgoingMail" m
     WHERE m."personId" = ${personId}::uuid AND m."to" = ${email} AND ${failsStill(now)} LIMIT 1`;
  return rows.length > 0;
}
