import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { addDays, startOfDay } from '#app/time/local.ts';
import type { CatalogueFilters } from './catalogue-filters.ts';
import { holdsText } from './folded-sql.server.ts';

export type PickScope = { collectiviteId: string; timezone: string };

/** Where a page of the catalogue begins: strictly after this session. */
export type After = { startsAt: Date; id: string };

/**
 * The ids of the sessions that filters let through, by start, for `sessionFacts`. Never an ANALYSE (rule 8): the
 * catalogue only calls for applicants. Without `du`, what has not ended yet.
 */
export function pickSessions(
  actor: Actor,
  scope: PickScope,
  filters: CatalogueFilters,
  { now, after, limit }: { now: Date; after?: After | null; limit: number },
): Prisma.Sql {
  const conditions = [
    Prisma.sql`s."collectiviteId" = ${scope.collectiviteId}::uuid AND s.state <> 'DRAFT' AND a.kind <> 'ANALYSE'`,
    ...timeConditions(scope, filters, now),
    ...choiceConditions(actor, filters),
    ...(after ? [Prisma.sql`(s."startsAt", s.id) > (${after.startsAt}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  return Prisma.sql`
    SELECT s.id FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
     WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY s."startsAt", s.id LIMIT ${limit}`;
}

function timeConditions({ timezone }: PickScope, { du, au }: CatalogueFilters, now: Date): Prisma.Sql[] {
  const start =
    du === undefined
      ? Prisma.sql`s."endsAt" > ${now}::timestamptz AND s."startsAt" > ${dayBefore(now)}::timestamptz`
      : Prisma.sql`s."startsAt" >= ${startOfDay(du, timezone)}::timestamptz`;
  return au === undefined
    ? [start]
    : [start, Prisma.sql`s."startsAt" < ${startOfDay(addDays(au, 1), timezone)}::timestamptz`];
}

/** No session lasts longer: it lets the index on starts serve "not ended yet". */
const dayBefore = (now: Date) => new Date(now.getTime() - 3 * 86_400_000);

function choiceConditions(actor: Actor, { relais, kinds, lieu, places, mes, q }: CatalogueFilters): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (relais !== undefined) conditions.push(hostedOrInvited(relais));
  if (kinds) conditions.push(Prisma.sql`a.kind::text = ANY(${[...kinds]})`);
  if (lieu !== undefined) conditions.push(Prisma.sql`s."siteId" = ${lieu}::uuid`);
  if (places) conditions.push(HAS_ROOM);
  if (mes && actor.kind === 'person') {
    conditions.push(Prisma.sql`s.id IN (SELECT e."sessionId" FROM "Enrollment" e
      WHERE e."personId" = ${actor.personId}::uuid AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED'))`);
  }
  if (q !== undefined) {
    const text = Prisma.sql`concat_ws(' ', s.theme, a.title, a.description, (SELECT name FROM "Site" WHERE id = s."siteId"))`;
    conditions.push(holdsText(text, q));
  }
  return conditions;
}

/** Hosted by this relais, or by another that invites it. */
function hostedOrInvited(slug: string): Prisma.Sql {
  return Prisma.sql`(s."relaisId" = (SELECT id FROM "Relais" WHERE slug = ${slug}) OR s."activityId" IN (
    SELECT g."activityId" FROM "ActivityGuest" g JOIN "Relais" i ON i.id = g."relaisId" WHERE i.slug = ${slug}))`;
}

/** At least an adult fits, and a child where children are counted. */
const HAS_ROOM = Prisma.sql`s.state = 'PUBLISHED'
  AND (s."maxAdults" IS NULL OR s."maxAdults" > (SELECT count(*) FROM "Enrollment" e
        WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')))
  AND (s."maxChildren" IS NULL OR s."maxChildren" > (SELECT count(*) FROM "EnrolledChild" b
        JOIN "Enrollment" e ON e.id = b."enrollmentId"
        WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')))
  AND NOT EXISTS (SELECT 1 FROM "Site" st WHERE st.id = s."siteId" AND st."maxPersons" IS NOT NULL
        AND site_peak(st.id, st."countsStaff", s."startsAt", s."endsAt") >= st."maxPersons")`;
