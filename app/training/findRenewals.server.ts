import { Prisma } from '#app/db/generated/client.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';

/** A renewal is a need this many months before its date: time enough to form a group. */
const MONTHS_AHEAD = 12;

/**
 * Makes a need of each certificate that ends within a year, with its date, unless the same title or theme was followed
 * again since. Running it again makes nothing twice. Gives how many were made.
 */
export async function findRenewals(now: Date, tx?: Tx): Promise<number> {
  return inTransaction(tx, (tx) =>
    tx.$executeRaw(Prisma.sql`
      INSERT INTO "TrainingNeed" (id, "collectiviteId", "personId", "relaisId", "themeId", words, suits, urgency, source,
                                  "dueOn", "renewsId", "createdAt", "changedAt")
      SELECT gen_random_uuid(), d."collectiviteId", d."personId", home."relaisId", d."themeId", d.title, '{}',
             'THIS_YEAR', 'RENEWAL', d."expiresOn", d.id, ${now}::timestamptz, ${now}::timestamptz
        FROM "DeclaredTraining" d
        JOIN "Person" p ON p.id = d."personId" AND p."erasedAt" IS NULL
        JOIN "Professional" f ON f."personId" = p.id
        JOIN LATERAL (SELECT m."relaisId" FROM "RelaisMembership" m
                       WHERE m."professionalId" = f.id AND m."from" <= ${now}::date
                         AND (m.until IS NULL OR m.until >= ${now}::date)
                       ORDER BY m.home DESC, m.id LIMIT 1) home ON true
       WHERE d."withdrawnAt" IS NULL AND d."expiresOn" <= (${now}::date + make_interval(months => ${MONTHS_AHEAD}::int))
         AND NOT EXISTS (SELECT 1 FROM "DeclaredTraining" n
                          WHERE n."personId" = d."personId" AND n."withdrawnAt" IS NULL AND n."on" > d."on"
                            AND (n."themeId" = d."themeId" OR lower(n.title) = lower(d.title)))
      ON CONFLICT ("renewsId") DO NOTHING`),
  );
}
