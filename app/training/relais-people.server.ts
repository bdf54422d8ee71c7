import { Prisma } from '#app/db/generated/client.ts';

/**
 * Rows "m" of "RelaisMembership", "f" of "Professional" and "p" of "Person": who belongs to a relais on a day and has not
 * ceased to work. To follow FROM.
 */
export function relaisPeople(relaisId: Prisma.Sql, day: string): Prisma.Sql {
  return Prisma.sql`"RelaisMembership" m JOIN "Professional" f ON f.id = m."professionalId"
    JOIN "Person" p ON p.id = f."personId" AND p."erasedAt" IS NULL
    AND m."relaisId" = ${relaisId} AND m."from" <= ${day}::date AND (m.until IS NULL OR m.until >= ${day}::date)
    AND (SELECT w.status FROM "ProfessionalStatus" w WHERE w."professionalId" = f.id AND w."from" <= ${day}::date
          ORDER BY w."from" DESC, w.id LIMIT 1) IS DISTINCT FROM 'CEASED'`;
}

/** Has this person said a need since that instant, herself or through her relais? */
export const hasSaidNeed = (personId: Prisma.Sql, since: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "TrainingNeed" n WHERE n."personId" = ${personId} AND n.source <> 'RENEWAL' AND n."withdrawnAt" IS NULL
    AND n."changedAt" >= ${since})`;

/** Has an invited person "i" answered the campaign "c": by her link, by telephone, or with a need said since. */
export const hasAnswered = Prisma.sql`(i."answeredAt" IS NOT NULL
  OR ${hasSaidNeed(Prisma.sql`i."personId"`, Prisma.sql`c."startedAt"`)})`;
