import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { isStaff, relaisWhere } from '#app/people/permissions.ts';
import { facilitatedBy } from './sheet-access.server.ts';
import { capital, when } from '#app/time/french.ts';

export type SheetToFill = {
  sessionId: string;
  kind: ActivityKindName;
  title: string;
  when: string;
  place: string;
  relais: string;
  expected: number;
  marked: number;
};

const LATE_DAYS = 14;
const MOST = 30;

type Row = Omit<SheetToFill, 'when'> & { startsAt: Date; endsAt: Date; zone: string; isToday: boolean };

/**
 * The sheets of today that this actor fills or reads, and those of the last two weeks on which nothing is marked: of her
 * relais, of sessions she covers, of groups she facilitates. Null: she works for no relais. One query.
 */
export async function todaysSheets(
  actor: Actor,
  now: Date,
): Promise<{ today: SheetToFill[]; late: SheetToFill[] } | null> {
  if (actor.kind !== 'person' || (!isStaff(actor) && actor.intervenantId === null)) return null;
  const rows = await db().$queryRaw<Row[]>`
    SELECT s.id AS "sessionId", a.kind::text AS kind, coalesce(CASE WHEN a.kind <> 'ANALYSE' THEN s.theme END, a.title) AS title,
           s."startsAt", s."endsAt", c.timezone AS zone, t.name AS place, r.name AS relais,
           (s."startsAt" AT TIME ZONE c.timezone)::date = (${now}::timestamptz AT TIME ZONE c.timezone)::date AS "isToday",
           (SELECT count(*)::int FROM "Enrollment" e WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED') AS expected,
           (SELECT count(*)::int FROM "Attendance" x WHERE x."sessionId" = s.id AND x.state <> 'NONE')
             + (SELECT count(*)::int FROM "Tally" y WHERE y."sessionId" = s.id) AS marked
      FROM "Session" s
      JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Site" t ON t.id = s."siteId" JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE s.state = 'PUBLISHED' AND s."collectiviteId" = ${actor.collectiviteId}::uuid
       AND s."startsAt" > ${now}::timestamptz - make_interval(days => ${LATE_DAYS})
       AND s."startsAt" < ${now}::timestamptz + interval '1 day'
       AND ${opens(actor)}
     ORDER BY s."startsAt", s.id`;
  const today = rows.filter(({ isToday }) => isToday);
  const late = rows.filter(({ isToday, marked, startsAt }) => !isToday && marked === 0 && startsAt < now).reverse();
  return { today: today.map(told), late: late.slice(0, MOST).map(told) };
}

function told({ startsAt, endsAt, zone, ...row }: Row): SheetToFill {
  const { sessionId, kind, title, place, relais, expected, marked } = row;
  return { sessionId, kind, title, place, relais, expected, marked, when: capital(when(startsAt, endsAt, zone)) };
}

/** Whose sheet she may open, on "Session" s and "Activity" a. */
function opens(actor: Extract<Actor, { kind: 'person' }>): Prisma.Sql {
  const where = relaisWhere(actor, 'attendance.read');
  const there = where === 'all' ? Prisma.sql`true` : Prisma.sql`s."relaisId" = ANY(${[...where]}::uuid[])`;
  return Prisma.sql`CASE WHEN a.kind = 'ANALYSE' THEN ${facilitatedBy(actor.personId)}
    ELSE (${there} OR s.id = ANY(${[...(actor.covers ?? [])]}::uuid[])) END`;
}
