import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { mayWithin } from '#app/people/permissions.ts';
import { addDays, startOfDay, type DateRange } from '#app/time/local.ts';
import type { PlannedSession } from './planned-session.ts';
import type { PlanningFilters } from './planning-address.ts';
import { teamSession } from './team-scope.server.ts';

type Row = Omit<PlannedSession, 'movable'> & { relaisId: string; over: boolean };

/** No session lasts longer: it lets the index on starts serve what has begun before the first day. */
const LONGEST_DAYS = 3;
/** Rule 8: of an analysis, a planning tells totals of five or more only; its own page tells the rest to whom it may. */
const FEWEST = 5;

/** What she may see of these days under filters, by start, places counted from rows; one query whatever their number. */
export async function plannedSessions(
  actor: PersonActor,
  timezone: string,
  days: DateRange,
  filters: PlanningFilters,
  now: Date,
  tx: Tx = db(),
): Promise<PlannedSession[]> {
  const wall = (instant: Prisma.Sql) =>
    Prisma.sql`to_char(${instant} AT TIME ZONE ${timezone}, 'YYYY-MM-DD"T"HH24:MI')`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, a.kind::text AS kind, s.state::text AS state, s."relaisId",
           CASE WHEN a.kind = 'ANALYSE' AND NOT led.mine THEN a.title ELSE coalesce(s.theme, a.title) END AS title,
           ${wall(Prisma.sql`s."startsAt"`)} AS start, ${wall(Prisma.sql`s."endsAt"`)} AS "end",
           r.name AS relais, st.name AS site, coalesce(led.people, '') AS people, led.mine, s."endsAt" <= ${now}::timestamptz AS over,
           s."maxAdults", s."maxChildren", brought.children, ${told('adults')}, ${told('waiting')}, ${told('requests')}
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Site" st ON st.id = s."siteId"
      CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(l."personId" = ${actor.personId}::uuid AND l.state <> 'DECLINED'), false) AS mine,
               string_agg(p."firstName" || ' ' || p."lastName" || CASE l.state WHEN 'PROPOSED' THEN ' (à confirmer)' WHEN 'DECLINED' THEN ' (a décliné)' ELSE '' END,
                          ', ' ORDER BY l.role, p."firstName", p."lastName") AS people
          FROM "Assignment" l JOIN "Person" p ON p.id = l."personId"
         WHERE l."sessionId" = s.id AND (l.state <> 'DECLINED' OR l.role = 'INTERVENANT')) led
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE e.state <> 'WAITING')::int AS adults,
               count(*) FILTER (WHERE e.state = 'WAITING')::int AS waiting,
               count(*) FILTER (WHERE e.state = 'REQUESTED')::int AS requests
          FROM "Enrollment" e
         WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')) held
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS children FROM "Enrollment" e JOIN "EnrolledChild" b ON b."enrollmentId" = e.id
         WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')) brought
     WHERE s."startsAt" >= ${startOfDay(addDays(days.first, -LONGEST_DAYS), timezone)}::timestamptz
       AND s."endsAt" > ${startOfDay(days.first, timezone)}::timestamptz
       AND s."startsAt" < ${startOfDay(addDays(days.last, 1), timezone)}::timestamptz
       AND ${Prisma.join([teamSession(actor), ...chosen(filters)], ' AND ')}
     ORDER BY s."startsAt", s.id`;
  return rows.map(({ relaisId, over, ...row }) => ({
    ...row,
    movable: !over && row.state !== 'CANCELLED' && mayWithin(actor, 'session.plan', relaisId),
  }));
}

/** A total that rule 8 lets be told, else none. */
function told(name: 'adults' | 'waiting' | 'requests'): Prisma.Sql {
  const total = Prisma.raw(`held.${name}`);
  return Prisma.sql`CASE WHEN a.kind = 'ANALYSE' AND ${total} < ${FEWEST} THEN 0 ELSE ${total} END AS ${Prisma.raw(name)}`;
}

function chosen({ relais, lieu, animatrice, intervenant, kinds, etat }: PlanningFilters) {
  const assigned = (personId: string, role: string) => Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" x
    WHERE x."sessionId" = s.id AND x."personId" = ${personId}::uuid AND x.role::text = ${role} AND x.state <> 'DECLINED')`;
  return [
    ...(relais === undefined
      ? []
      : [
          Prisma.sql`(s."relaisId" = (SELECT id FROM "Relais" WHERE slug = ${relais}) OR EXISTS (SELECT 1 FROM "ActivityGuest" g
            JOIN "Relais" invited ON invited.id = g."relaisId" WHERE g."activityId" = a.id AND invited.slug = ${relais}))`,
        ]),
    ...(lieu === undefined ? [] : [Prisma.sql`s."siteId" = ${lieu}::uuid`]),
    ...(animatrice === undefined ? [] : [assigned(animatrice, 'ANIMATOR')]),
    ...(intervenant === undefined ? [] : [assigned(intervenant, 'INTERVENANT')]),
    ...(kinds === undefined ? [] : [Prisma.sql`a.kind::text = ANY(${[...kinds]})`]),
    ...(etat === undefined ? [] : [Prisma.sql`s.state::text = ${etat}`]),
  ];
}
