import { storedRules } from '#app/catalog/booking-rules.schema.server.ts';
import { rulesInForce, type ActivityKindName } from '#app/catalog/booking-rules.ts';
import { bookingWindow } from '#app/catalog/booking-window.ts';
import { closuresByRelais } from '#app/catalog/days-off.server.ts';
import { inRelais } from '#app/catalog/team-scope.server.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { accessRequestCount } from '#app/people/access-requests.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { deadline, when } from '#app/time/french.ts';
import { localDate } from '#app/time/wall-clock.ts';
import { toTellCount } from './to-tell.server.ts';

/** A session that waits for something, and how much. */
export type PressingSession = { id: string; title: string; when: string; count: number };

/** A session short of people, and when that is decided. */
export type ShortSession = PressingSession & { minimum: number; decides: string; passed: boolean };

/** What waits for a member of the team. */
export type TeamTasks = {
  /** Requests to confirm, by session, the soonest first. */
  requests: PressingSession[];
  drafts: number;
  /** The date of the first draft. */
  firstDraft: string | null;
  short: ShortSession[];
  toTell: number;
  accessRequests: number;
};

/** How near a decision must be to be told. */
const NEAR_MS = 7 * 86_400_000;

type Row = {
  id: string;
  title: string;
  kind: ActivityKindName;
  relaisId: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  relaisRules: unknown;
  activityRules: unknown;
  adults: number;
  requests: number;
};

/** What waits for her; seven queries at most, whatever waits. */
export async function teamTasks(actor: PersonActor, now: Date, tx: Tx = db()): Promise<TeamTasks> {
  const rows = await pressingRows(actor, now, tx);
  const [drafts] = await tx.$queryRaw<{ count: number; first: string | null }[]>`
    SELECT count(*)::int AS count, min(s."startsAt" AT TIME ZONE c.timezone)::date::text AS first
      FROM "Session" s JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE s."collectiviteId" = ${actor.collectiviteId}::uuid AND s.state = 'DRAFT'
       AND s."startsAt" > ${now}::timestamptz AND ${inRelais(actor, 'session.plan')}`;
  return {
    requests: rows.filter(({ requests }) => requests > 0).map((row) => pressing(row, row.requests, now)),
    drafts: drafts?.count ?? 0,
    firstDraft: drafts?.first ?? null,
    short: await shortOnes(actor, rows, now, tx),
    toTell: await toTellCount(actor, now, tx),
    accessRequests: await accessRequestCount(actor, tx),
  };
}

/** Published sessions to come where she answers, with requests or with a minimum. */
function pressingRows(actor: PersonActor, now: Date, tx: Tx): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT s.id, CASE WHEN a.kind = 'ANALYSE' THEN a.title ELSE coalesce(s.theme, a.title) END AS title, a.kind::text AS kind,
           s."relaisId", s."startsAt", s."endsAt", c.timezone AS zone, r."bookingDefaults" AS "relaisRules",
           a."bookingRules" AS "activityRules", held.adults, held.requests
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS adults, count(*) FILTER (WHERE e.state = 'REQUESTED')::int AS requests
          FROM "Enrollment" e WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')) held
     WHERE s."collectiviteId" = ${actor.collectiviteId}::uuid AND s.state = 'PUBLISHED' AND s."startsAt" > ${now}::timestamptz
       AND (${inRelais(actor, 'enrollment.answer')} OR s.id = ANY(${[...(actor.covers ?? [])]}::uuid[]))
       AND (a.kind <> 'ANALYSE' OR ${asAnimator(actor)})
       AND (held.requests > 0 OR (s."maintainedAt" IS NULL AND (a."bookingRules" ? 'minimum' OR r."bookingDefaults" ? 'minimum')))
     ORDER BY s."startsAt", s.id LIMIT 200`;
}

/** Rule 8: what presses in an analysis concerns who composes it. */
const asAnimator = ({ personId }: PersonActor) => Prisma.sql`EXISTS (SELECT 1 FROM "Cohort" k
  WHERE k."activityId" = a.id AND k."composerId" = ${personId}::uuid)`;

async function shortOnes(actor: PersonActor, rows: readonly Row[], now: Date, tx: Tx): Promise<ShortSession[]> {
  const [first] = rows;
  if (!first) return [];
  const closures = await closuresByRelais(actor.collectiviteId, localDate(now, first.zone), tx);
  return rows.flatMap((row) => {
    const rules = rulesInForce(row.kind, storedRules(row.relaisRules), storedRules(row.activityRules));
    const { decidesAt } = bookingWindow(rules, row, closures(row.relaisId));
    if (!rules.minimum || !decidesAt || row.adults >= rules.minimum.adults) return [];
    if (decidesAt.getTime() - now.getTime() > NEAR_MS) return [];
    const decides = deadline(decidesAt, row.zone, { reference: localDate(now, row.zone) });
    return [{ ...pressing(row, row.adults, now), minimum: rules.minimum.adults, decides, passed: decidesAt <= now }];
  });
}

function pressing({ id, title, startsAt, endsAt, zone }: Row, count: number, now: Date): PressingSession {
  return { id, title, count, when: when(startsAt, endsAt, zone, { reference: localDate(now, zone) }) };
}
