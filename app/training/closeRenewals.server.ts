import { Prisma } from '#app/db/generated/client.ts';
import type { Tx } from '#app/db/client.server.ts';
import { EXPIRING } from './expiries-sql.server.ts';

/**
 * Takes back the renewals of these people that nothing calls for any more (followed again, or taken back), and gives the
 * others the date of what they renew; in the caller's transaction.
 */
export async function closeRenewals(tx: Tx, personIds: readonly string[], now: Date): Promise<void> {
  if (personIds.length === 0) return;
  const hers = Prisma.sql`n."personId" = ANY(${[...personIds]}::uuid[]) AND n.source = 'RENEWAL' AND n."withdrawnAt" IS NULL`;
  await tx.$executeRaw`
    UPDATE "TrainingNeed" n SET "withdrawnAt" = ${now}::timestamptz, "changedAt" = ${now}::timestamptz
     WHERE ${hers} AND n."renewsId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${EXPIRING} e WHERE e.id = n."renewsId")`;
  await tx.$executeRaw`
    UPDATE "TrainingNeed" n SET "dueOn" = e."expiresOn", "changedAt" = ${now}::timestamptz
      FROM ${EXPIRING} e WHERE ${hers} AND e.id = n."renewsId" AND n."dueOn" IS DISTINCT FROM e."expiresOn"`;
}
