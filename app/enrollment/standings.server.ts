import { homeFirstUntil } from '#app/catalog/booking-window.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import { localDate } from '#app/time/local.ts';
import { roomLeft, type Room, type Taken } from './capacity.ts';
import { dateOf, type LoadedMeeting } from './meetings.server.ts';
import type { Waiting } from './queue.ts';

/** A session's queue and what is left, as rank and lack are told from them. */
export type Line = { queue: (Waiting & { personId: string })[]; room: Room };

type Row = Omit<Waiting, 'party' | 'priority' | 'skip'> & { sessionId: string; personId: string; children: number };

/** The queues of several sessions and the room in each; at most four queries whatever their number. Read without lock. */
export async function linesOf(
  db: DbOrTx,
  meetings: readonly LoadedMeeting[],
  now: Date,
): Promise<ReadonlyMap<string, Line>> {
  if (meetings.length === 0) return new Map();
  const taken = await takenIn(db, meetings);
  const rows = await waitingIn(db, meetings);
  const priorities = await prioritiesIn(db, meetings, rows, now);
  return new Map(
    meetings.map((meeting) => {
      const room = roomLeft(meeting.ceilings, taken.get(meeting.id) ?? { adults: 0, children: 0, persons: 0 });
      const queue = rows
        .filter(({ sessionId }) => sessionId === meeting.id)
        .map(({ children, ...row }) => ({
          ...row,
          party: { adults: 1 as const, children },
          priority: priorities.get(`${meeting.id} ${row.personId}`) ?? 0,
          skip: null,
        }));
      return [meeting.id, { queue, room }];
    }),
  );
}

async function takenIn(db: DbOrTx, meetings: readonly LoadedMeeting[]): Promise<Map<string, Taken>> {
  const rows = await db.$queryRaw<(Taken & { id: string })[]>`
    SELECT s.id, count(e.id)::int AS adults,
           coalesce(sum((SELECT count(*) FROM "EnrolledChild" c WHERE c."enrollmentId" = e.id)), 0)::int AS children,
           CASE WHEN st."maxPersons" IS NULL THEN 0
                ELSE site_peak(st.id, st."countsStaff", s."startsAt", s."endsAt") END::int AS persons
      FROM "Session" s JOIN "Site" st ON st.id = s."siteId"
      LEFT JOIN "Enrollment" e ON e."sessionId" = s.id AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')
     WHERE s.id = ANY(${meetings.map(({ id }) => id)}::uuid[])
     GROUP BY s.id, st.id`;
  return new Map(rows.map(({ id, ...taken }) => [id, taken]));
}

async function waitingIn(db: DbOrTx, meetings: readonly LoadedMeeting[]): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT e.id, e."sessionId", e."personId", e.arrival, e."passedOver",
           (SELECT count(*)::int FROM "EnrolledChild" c WHERE c."enrollmentId" = e.id) AS children
      FROM "Enrollment" e
     WHERE e."sessionId" = ANY(${meetings.map(({ id }) => id)}::uuid[]) AND e.state = 'WAITING'`;
}

type Wait = { sessionId: string; personId: string };

/** Where each stands under the priority rule of her session, smaller first, by "session person"; absent: 0. */
export async function prioritiesIn(
  db: DbOrTx,
  meetings: readonly LoadedMeeting[],
  waits: readonly Wait[],
  now: Date,
): Promise<Map<string, number>> {
  const fewest: object[] = [];
  const homeFirst: object[] = [];
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  for (const { sessionId, personId } of waits) {
    const meeting = byId.get(sessionId);
    if (!meeting) continue;
    const { priority } = meeting.rules;
    const wait = { sessionId, personId, relaisId: meeting.relaisId };
    if (priority.by === 'FEWEST_PRESENCES') fewest.push({ ...wait, since: since(now, priority.days) });
    const on = { date: dateOf(meeting), zone: meeting.zone };
    if (priority.by === 'HOME_FIRST' && now < homeFirstUntil(priority, on))
      homeFirst.push({ ...wait, today: localDate(now, meeting.zone), communes: priority.communeIds });
  }
  return new Map([...(await presencesIn(db, fewest, now)), ...(await strangersIn(db, homeFirst))]);
}

const since = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
type Ranked = Wait & { rank: number };
const keyed = (rows: readonly Ranked[]) =>
  rows.map(({ sessionId, personId, rank }): [string, number] => [`${sessionId} ${personId}`, rank]);

async function presencesIn(db: DbOrTx, waits: readonly object[], now: Date): Promise<[string, number][]> {
  if (waits.length === 0) return [];
  const rows = await db.$queryRaw<Ranked[]>`
    SELECT w."sessionId", w."personId", count(s.id)::int AS rank
      FROM jsonb_to_recordset(${JSON.stringify(waits)}::jsonb)
           AS w("sessionId" uuid, "personId" uuid, "relaisId" uuid, since timestamptz)
      LEFT JOIN "Presence" p ON p."personId" = w."personId" AND p.at >= w.since AND p.at <= ${now}::timestamptz
      LEFT JOIN "Session" s ON s.id = p."sessionId" AND s."relaisId" = w."relaisId"
            AND NOT EXISTS (SELECT 1 FROM "Activity" a WHERE a.id = s."activityId" AND a.kind = 'ANALYSE')
     GROUP BY 1, 2`;
  return keyed(rows);
}

async function strangersIn(db: DbOrTx, waits: readonly object[]): Promise<[string, number][]> {
  if (waits.length === 0) return [];
  const rows = await db.$queryRaw<Ranked[]>`
    SELECT w."sessionId", w."personId",
           CASE WHEN jsonb_array_length(w.communes) > 0 THEN NOT coalesce(w.communes ? pr."communeId"::text, false)
                ELSE NOT EXISTS (SELECT 1 FROM "RelaisMembership" m WHERE m."professionalId" = pr.id AND m.home
                       AND m."relaisId" = w."relaisId" AND m."from" <= w.today
                       AND (m.until IS NULL OR m.until >= w.today)) END::int AS rank
      FROM jsonb_to_recordset(${JSON.stringify(waits)}::jsonb)
           AS w("sessionId" uuid, "personId" uuid, "relaisId" uuid, today date, communes jsonb)
      LEFT JOIN "Professional" pr ON pr."personId" = w."personId"`;
  return keyed(rows);
}
