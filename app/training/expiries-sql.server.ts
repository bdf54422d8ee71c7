import { Prisma } from '#app/db/generated/client.ts';
import { FIRST_AID } from './first-aid.ts';

/** What people followed, elsewhere (declared) and here (obtained). */
const FOLLOWED = Prisma.sql`(
  SELECT d.id, d."collectiviteId", d."personId", d."themeId", coalesce(t.title, d.title) AS title, d."on", d."expiresOn"
    FROM "DeclaredTraining" d LEFT JOIN "TrainingTheme" t ON t.id = d."themeId" WHERE d."withdrawnAt" IS NULL
  UNION ALL
  SELECT r.id, r."collectiviteId", r."personId", r."themeId", coalesce(t.title, a.title), r."on", r."expiresOn"
    FROM "TrainingResult" r JOIN "Activity" a ON a.id = r."activityId" LEFT JOIN "TrainingTheme" t ON t.id = r."themeId"
   WHERE r.obtained)`;

/**
 * Validities that end, as rows (id, collectiviteId, personId, themeId, title, on, expiresOn): all but those of people
 * erased, and those whose training was followed again since, under the same theme or title, or as first aid.
 */
export const EXPIRING = Prisma.sql`(
  SELECT f.* FROM ${FOLLOWED} f JOIN "Person" p ON p.id = f."personId" AND p."erasedAt" IS NULL
   WHERE f."expiresOn" IS NOT NULL AND NOT EXISTS (
     SELECT 1 FROM ${FOLLOWED} n WHERE n."personId" = f."personId" AND (n."on", n.id) > (f."on", f.id)
        AND (n."themeId" = f."themeId" OR lower(n.title) = lower(f.title)
             OR (n.title ~* ${FIRST_AID} AND f.title ~* ${FIRST_AID}))))`;

/** The home relais of a person on a day, else another of hers. */
export const homeOn = (personId: Prisma.Sql, day: string) => Prisma.sql`
  SELECT m."relaisId" FROM "RelaisMembership" m JOIN "Professional" f ON f.id = m."professionalId"
   WHERE f."personId" = ${personId} AND m."from" <= ${day}::date AND (m.until IS NULL OR m.until >= ${day}::date)
   ORDER BY m.home DESC, m.id LIMIT 1`;
