import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { teamSession } from '#app/catalog/team-scope.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { closedDaysOf } from '#app/people/closure.ts';
import { mayWithin } from '#app/people/permissions.ts';
import { awayInstants } from '#app/time/away-instants.ts';
import type { DayPart } from '#app/time/closure-days.ts';
import { capital, when } from '#app/time/french.ts';
import { addDays, localDate } from '#app/time/local.ts';

/** A session to come that a closure hits. */
export type ClosureHit = {
  closureId: string;
  sessionId: string;
  kind: ActivityKindName;
  title: string;
  when: string;
  place: string;
  relais: string;
  draft: boolean;
  /** Parties with a place, children with them, parties who wait; null where it must not be told (rule 8). */
  taken: { parties: number; children: number; waiting: number } | null;
  animators: string[];
  /** She who is away leads it: a colleague could. */
  replaceable: boolean;
  /** Someone decided that it takes place all the same. */
  kept: boolean;
  /** The actor may cancel or move it. */
  hers: boolean;
};

type Row = Omit<ClosureHit, 'when' | 'draft' | 'taken' | 'hers'> & {
  state: 'DRAFT' | 'PUBLISHED';
  relaisId: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  parties: number;
  children: number;
  waiting: number;
};

/** A closure as its row is kept. */
export type HittingClosure = { id: string; first: Date; last: Date; part: DayPart; yearly: boolean };

/** A yearly closure is followed so far ahead. */
const AHEAD_DAYS = 400;
const FEWEST = 5;

/**
 * What closures hit: drafts and published sessions to come, of the relais, at the site, or led by the person, by start.
 * One query whatever their number; published ones of other relais are shown, not for her to settle.
 */
export async function closureHits(
  actor: PersonActor,
  closures: readonly HittingClosure[],
  zone: string,
  now: Date,
  tx: Tx = db(),
): Promise<ClosureHit[]> {
  const today = localDate(now, zone);
  const window = { first: today, last: addDays(today, AHEAD_DAYS) };
  const away = closures.flatMap((row) => {
    const closed = closedDaysOf(row);
    const days = closed.yearly ? window : { first: today, last: closed.last };
    return closed.yearly || closed.last >= today
      ? awayInstants(closed, days, zone).map((hours) => ({ id: row.id, ...hours }))
      : [];
  });
  if (away.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (s."startsAt", s.id, w.id) w.id AS "closureId", s.id AS "sessionId", a.kind::text AS kind, s.state::text AS state,
           CASE WHEN a.kind = 'ANALYSE' THEN a.title ELSE coalesce(s.theme, a.title) END AS title,
           s."startsAt", s."endsAt", c.timezone AS zone, st.name AS place, r.id AS "relaisId", r.name AS relais,
           held.*, brought.*, coalesce(led.animators, '{}') AS animators,
           EXISTS (SELECT 1 FROM "Assignment" l WHERE l."sessionId" = s.id AND l."personId" = x."personId"
                    AND l.role = 'ANIMATOR' AND l.state <> 'DECLINED') AS replaceable,
           EXISTS (SELECT 1 FROM "History" h WHERE h.subject = 'session' AND h."subjectId" = s.id
                    AND h.what = 'session.kept' AND h.detail->>'closureId' = w.id::text) AS kept
      FROM unnest(${away.map(({ id }) => id)}::uuid[], ${away.map(({ from }) => from.toISOString())}::timestamptz[],
                  ${away.map(({ until }) => until.toISOString())}::timestamptz[]) AS w(id, "from", until)
      JOIN "Closure" x ON x.id = w.id
      JOIN "Session" s ON s."collectiviteId" = x."collectiviteId" AND s.state IN ('DRAFT', 'PUBLISHED')
       AND s."startsAt" < w.until AND s."startsAt" > w."from" - interval '3 days' AND s."endsAt" > w."from"
       AND (s."relaisId" = x."relaisId" OR s."siteId" = x."siteId" OR ${ledBy})
      JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Site" st ON st.id = s."siteId" JOIN "Collectivite" c ON c.id = s."collectiviteId"
      CROSS JOIN LATERAL ${held} held CROSS JOIN LATERAL ${brought} brought CROSS JOIN LATERAL ${led} led
     WHERE s."startsAt" > ${now}::timestamptz
       AND (${teamSession(actor)} OR (s."collectiviteId" = ${actor.collectiviteId}::uuid AND s.state = 'PUBLISHED' AND a.kind <> 'ANALYSE'))
     ORDER BY s."startsAt", s.id, w.id`;
  return rows.map((row) => hitOf(actor, row, today));
}

const ledBy = Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" l WHERE l."sessionId" = s.id AND l."personId" = x."personId"
  AND l.state <> 'DECLINED')`;

const held = Prisma.sql`(
  SELECT count(*) FILTER (WHERE e.state <> 'WAITING')::int AS parties,
         count(*) FILTER (WHERE e.state = 'WAITING')::int AS waiting
    FROM "Enrollment" e
   WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED'))`;

const brought = Prisma.sql`(
  SELECT count(*)::int AS children FROM "Enrollment" e JOIN "EnrolledChild" k ON k."enrollmentId" = e.id
   WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED'))`;

const led = Prisma.sql`(
  SELECT array_agg(p."firstName" || ' ' || p."lastName" ORDER BY p."firstName", p."lastName") AS animators
    FROM "Assignment" l JOIN "Person" p ON p.id = l."personId"
   WHERE l."sessionId" = s.id AND l.role = 'ANIMATOR' AND l.state <> 'DECLINED')`;

function hitOf(actor: PersonActor, row: Row, today: string): ClosureHit {
  const { state, relaisId, startsAt, endsAt, zone, parties, children, waiting, ...hit } = row;
  const hidden = hit.kind === 'ANALYSE' && parties + waiting < FEWEST;
  return {
    ...hit,
    when: capital(when(startsAt, endsAt, zone, { reference: today })),
    draft: state === 'DRAFT',
    taken: hidden ? null : { parties, children, waiting },
    hers: mayWithin(actor, 'session.cancel', relaisId),
  };
}
