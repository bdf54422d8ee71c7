import { Prisma } from '#app/db/generated/client.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { settingOn } from '#app/people/dated-settings.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import { addMonths, localDate } from '#app/time/local.ts';
import { EXPIRING, homeOn } from './expiries-sql.server.ts';

/**
 * Makes a need of each certificate that ends soon (a dated setting, a year as shipped), with its date, unless the training
 * was followed again since. Running it again makes nothing twice. Gives how many were made.
 */
export async function findRenewals(now: Date, tx?: Tx): Promise<number> {
  return inTransaction(tx, async (tx) => {
    let made = 0;
    for (const { id, timezone } of await tx.collectivite.findMany({ select: { id: true, timezone: true } })) {
      const today = localDate(now, timezone);
      const months = settingOn('training.renewalMonths', today, await datedValues(id, tx));
      if (months !== null) made += await makeNeeds(tx, id, { today, until: addMonths(today, months) }, now);
    }
    return made;
  });
}

function makeNeeds(
  tx: Tx,
  collectiviteId: string,
  { today, until }: { today: string; until: string },
  now: Date,
): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    INSERT INTO "TrainingNeed" (id, "collectiviteId", "personId", "relaisId", "themeId", words, suits, urgency, source,
                                "dueOn", "renewsId", "createdAt", "changedAt")
    SELECT gen_random_uuid(), e."collectiviteId", e."personId", home."relaisId", e."themeId", e.title, '{}',
           'THIS_YEAR', 'RENEWAL', e."expiresOn", e.id, ${now}::timestamptz, ${now}::timestamptz
      FROM ${EXPIRING} e JOIN LATERAL (${homeOn(Prisma.sql`e."personId"`, today)}) home ON true
     WHERE e."collectiviteId" = ${collectiviteId}::uuid AND e."expiresOn" <= ${until}::date
    ON CONFLICT ("renewsId") DO NOTHING`);
}
