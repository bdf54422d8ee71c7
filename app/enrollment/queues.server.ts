import type { Priority } from '#app/catalog/booking-rules.ts';
import { homeFirstUntil } from '#app/catalog/booking-window.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import { localDate } from '#app/time/local.ts';
import { dateOf, type LoadedMeeting } from './meetings.server.ts';
import type { Waiting } from './queue.ts';

/** Someone of the queue, with what serving her needs. */
export type Queued = Waiting & {
  personId: string;
  wish: 'ENROLL' | 'ASK';
  requestReasons: string[];
  offerRound: number;
  lastSkip: string | null;
  /** Enrolled by the relais's staff. */
  byStaff: boolean;
  /** A newcomer: admission has just told that she may book. */
  weighed: boolean;
};

type Row = Omit<Queued, 'party' | 'priority' | 'skip' | 'lastSkip' | 'weighed'> & {
  children: number;
  skipReason: string | null;
};

/** Those waiting for a session, with their priority under its rule; not ordered. One or two queries whatever their number. */
export async function loadQueue(db: DbOrTx, meeting: LoadedMeeting, now: Date): Promise<Queued[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id, e."personId", e.arrival, e.wish::text AS wish, e."passedOver", e."requestReasons", e."offerRound",
           e."skipReason", e."createdById" <> e."personId" AS "byStaff", (SELECT count(*)::int FROM "EnrolledChild" c WHERE c."enrollmentId" = e.id) AS children
      FROM "Enrollment" e WHERE e."sessionId" = ${meeting.id}::uuid AND e.state = 'WAITING'`;
  const priorities = await prioritiesOf(
    db,
    meeting,
    rows.map((row) => row.personId),
    now,
  );
  return rows.map(({ children, skipReason, ...row }) => ({
    ...row,
    party: { adults: 1, children },
    priority: priorities.get(row.personId) ?? 0,
    skip: null,
    lastSkip: skipReason,
    weighed: false,
  }));
}

/** Each person's place under the activity's priority rule: smaller comes first. Arrival order: everyone equal. */
export async function prioritiesOf(
  db: DbOrTx,
  meeting: LoadedMeeting,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  const rule = meeting.rules.priority;
  if (personIds.length === 0 || rule.by === 'ARRIVAL') return new Map();
  if (rule.by === 'FEWEST_PRESENCES') return presencesOf(db, meeting, personIds, rule.days, now);
  const until = homeFirstUntil(rule, { date: dateOf(meeting), zone: meeting.zone });
  return now < until ? strangersOf(db, meeting, personIds, rule, now) : new Map();
}

async function presencesOf(db: DbOrTx, meeting: LoadedMeeting, personIds: readonly string[], days: number, now: Date) {
  const since = new Date(now.getTime() - days * 86_400_000);
  const rows = await db.$queryRaw<{ personId: string; times: number }[]>`
    SELECT p."personId", count(*)::int AS times FROM "Presence" p JOIN "Session" s ON s.id = p."sessionId"
      JOIN "Activity" a ON a.id = s."activityId" AND a.kind <> 'ANALYSE'
     WHERE p."personId" = ANY(${[...personIds]}::uuid[]) AND s."relaisId" = ${meeting.relaisId}::uuid
       AND p.at >= ${since}::timestamptz AND p.at <= ${now}::timestamptz
     GROUP BY p."personId"`;
  return new Map(rows.map((row) => [row.personId, row.times]));
}

async function strangersOf(
  db: DbOrTx,
  meeting: LoadedMeeting,
  personIds: readonly string[],
  rule: Extract<Priority, { by: 'HOME_FIRST' }>,
  now: Date,
) {
  const today = localDate(now, meeting.zone);
  const named = rule.communeIds.length > 0;
  const rows = await db.$queryRaw<{ personId: string }[]>`
    SELECT pr."personId" FROM "Professional" pr
     WHERE pr."personId" = ANY(${[...personIds]}::uuid[])
       AND CASE WHEN ${named} THEN pr."communeId" = ANY(${[...rule.communeIds]}::uuid[])
           ELSE EXISTS (SELECT 1 FROM "RelaisMembership" m WHERE m."professionalId" = pr.id AND m.home
                  AND m."relaisId" = ${meeting.relaisId}::uuid AND m."from" <= ${today}::date
                  AND (m.until IS NULL OR m.until >= ${today}::date)) END`;
  const first = new Set(rows.map((row) => row.personId));
  return new Map(personIds.map((personId) => [personId, first.has(personId) ? 0 : 1]));
}
