import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { EnrollmentSource, SessionSource } from './event-text.ts';

/** Of these sessions, those that calendars show: published ones and those cancelled since. One query. */
export async function readSessionSources(db: DbOrTx, ids: readonly string[]): Promise<SessionSource[]> {
  return db.$queryRaw<SessionSource[]>`
    SELECT s.id, s."collectiviteId", s."relaisId", s."siteId", a.kind::text AS kind, s.state = 'CANCELLED' AS cancelled,
           s."startsAt", s."endsAt", c.timezone AS zone, a.title, s.theme, a.description,
           coalesce(s.audience, a.audience) AS audience, coalesce(s.bring, a.bring) AS bring,
           coalesce(s."ageMinMonths", a."ageMinMonths") AS "ageMinMonths",
           coalesce(s."ageMaxMonths", a."ageMaxMonths") AS "ageMaxMonths",
           r.name AS "relaisName", r.phone AS "relaisPhone", st.kind::text AS "siteKind", st.name AS "siteName",
           st.address AS "siteAddress", st."accessNotes" AS "siteAccess", m.name AS commune, st.latitude, st.longitude
      FROM "Session" s
      JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Site" st ON st.id = s."siteId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
      LEFT JOIN "Commune" m ON m.id = st."communeId"
     WHERE s.id = ANY(${[...ids]}::uuid[]) AND s.state IN ('PUBLISHED', 'CANCELLED')`;
}

/** Whose enrolments: all those of the sessions, one, or one person's. */
export type EnrollmentScope = { readonly enrollmentId: string } | { readonly personId: string } | 'all';

/**
 * The enrolments of these sessions that a private feed shows: live ones, and those that ended with their session; only
 * of persons who have a feed. One query.
 */
export async function readEnrollmentSources(
  db: DbOrTx,
  ids: readonly string[],
  scope: EnrollmentScope,
): Promise<EnrollmentSource[]> {
  return db.$queryRaw<EnrollmentSource[]>`
    SELECT e.id, e."sessionId", e."personId", e.state::text AS state,
           (SELECT count(*) FROM "EnrolledChild" k WHERE k."enrollmentId" = e.id)::int AS children
      FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId"
     WHERE e."sessionId" = ANY(${[...ids]}::uuid[]) ${scoped(scope)}
       AND (e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')
            OR e.state = 'CANCELLED' AND s.state = 'CANCELLED')
       AND EXISTS (SELECT FROM "FeedToken" t WHERE t."personId" = e."personId" AND t."revokedAt" IS NULL)`;
}

function scoped(scope: EnrollmentScope): Prisma.Sql {
  if (scope === 'all') return Prisma.empty;
  return 'personId' in scope
    ? Prisma.sql`AND e."personId" = ${scope.personId}::uuid`
    : Prisma.sql`AND e.id = ${scope.enrollmentId}::uuid`;
}
