import { bookingWindow } from '#app/catalog/booking-window.ts';
import {
  rulesInForce,
  rulesOfDate,
  type ActivityKindName,
  type BookingRulesPatch,
} from '#app/catalog/booking-rules.ts';
import type { DbOrTx, Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { openingInstant, type OpeningRule } from '#app/time/booking-deadline.ts';
import type { Period } from '#app/time/days-off.ts';
import { localDate } from '#app/time/local.ts';
import type { Meeting } from './admission.ts';
import type { Taken } from './capacity.ts';

/** A session with all that admission, allocation and notices need of it. */
export type LoadedMeeting = Meeting & {
  id: string;
  collectiviteId: string;
  relaisId: string;
  activityId: string;
  kind: ActivityKindName;
  title: string;
  endsAt: Date;
  /** When the relais decides whether it is held in spite of its minimum; null: no minimum. */
  decidesAt: Date | null;
  zone: string;
  ageBands: number[];
  bring: string | null;
  site: { id: string; kind: 'PLACE' | 'REMOTE' | 'TO_CONFIRM'; name: string; address: string };
  relais: { name: string; phone: string | null; email: string | null };
  /** Of all that its lock guards: another stamp, another session. */
  stamp: string;
};

type Row = {
  guests: { relaisId: string; name: string; opening: OpeningRule | null }[];
  id: string;
  collectiviteId: string;
  relaisId: string;
  activityId: string;
  state: Meeting['state'];
  startsAt: Date;
  endsAt: Date;
  publishedAt: Date | null;
  maxAdults: number | null;
  maxChildren: number | null;
  maxPersons: number | null;
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  kind: ActivityKindName;
  title: string;
  bring: string;
  relaisRules: BookingRulesPatch;
  activityRules: BookingRulesPatch;
  relaisName: string;
  relaisPhone: string | null;
  relaisEmail: string | null;
  siteId: string;
  siteKind: LoadedMeeting['site']['kind'];
  siteName: string;
  siteAddress: string;
  zone: string;
  ageBands: number[];
  closures: { first: string; last: string; name: string; yearly: boolean }[];
  stamp: string;
};

/** Every column of the session but those that each booking writes. */
const STAMP = Prisma.sql`(to_jsonb(s) - ARRAY['version', 'nextArrival'])::text`;

/** The session, its rules in force and its window, whatever its state; null when there is none. */
export async function loadMeeting(db: DbOrTx, sessionId: string): Promise<LoadedMeeting | null> {
  const [meeting] = await loadMeetings(db, [sessionId]);
  return meeting ?? null;
}

/** The same for several sessions, in no order; one query whatever their number. */
export async function loadMeetings(db: DbOrTx, sessionIds: readonly string[]): Promise<LoadedMeeting[]> {
  if (sessionIds.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s."collectiviteId", s."relaisId", s."activityId", s.state::text AS state, s."startsAt", s."endsAt",
           s."publishedAt", s."maxAdults", s."maxChildren", st."maxPersons",
           coalesce(s."ageMinMonths", a."ageMinMonths") AS "ageMinMonths",
           coalesce(s."ageMaxMonths", a."ageMaxMonths") AS "ageMaxMonths",
           a.kind::text AS kind, coalesce(s.theme, a.title) AS title, coalesce(s.bring, a.bring) AS bring,
           r."bookingDefaults" AS "relaisRules", a."bookingRules" AS "activityRules",
           r.name AS "relaisName", r.phone AS "relaisPhone", r.email AS "relaisEmail",
           st.id AS "siteId", st.kind::text AS "siteKind", st.name AS "siteName", st.address AS "siteAddress",
           (SELECT coalesce(json_agg(json_build_object('relaisId', g."relaisId", 'name', i.name, 'opening', g.opening)
                     ORDER BY i.name), '[]') FROM "ActivityGuest" g JOIN "Relais" i ON i.id = g."relaisId"
             WHERE g."activityId" = a.id) AS guests,
           c.timezone AS zone, c."ageBands", ${STAMP} AS stamp,
           (SELECT coalesce(json_agg(json_build_object('first', k.first, 'last', k.last, 'name', k.reason, 'yearly', k.yearly)), '[]')
              FROM "Closure" k
             WHERE k."relaisId" = s."relaisId" AND k.part = 'WHOLE' AND k.first <= s."startsAt"
               AND (k.yearly OR k.last > s."startsAt" - interval '40 days')
           ) AS closures
      FROM "Session" s
      JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Site" st ON st.id = s."siteId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE s.id = ANY(${[...sessionIds]}::uuid[])`;
  return rows.map(meetingOf);
}

function meetingOf(row: Row): LoadedMeeting {
  const rules = rulesOfDate(rulesInForce(row.kind, row.relaisRules, row.activityRules), row.maxChildren);
  const closures: Period[] = row.closures;
  const start = { startsAt: row.startsAt, zone: row.zone };
  const window = bookingWindow(rules, start, { territory: 'metropole', schoolHolidays: [], closures });
  return {
    id: row.id,
    collectiviteId: row.collectiviteId,
    relaisId: row.relaisId,
    activityId: row.activityId,
    kind: row.kind,
    title: row.title,
    state: row.state,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    opensAt: window.opensAt,
    closesAt: window.closesAt,
    decidesAt: window.decidesAt,
    othersFrom: window.othersFrom,
    otherKindsFrom: window.otherKindsFrom,
    guests: row.guests.map(({ opening, ...guest }) => ({
      ...guest,
      opensAt: opening && openingInstant(opening, start),
    })),
    ageMinMonths: row.ageMinMonths,
    ageMaxMonths: row.ageMaxMonths,
    ceilings: { adults: row.maxAdults, children: row.maxChildren, persons: row.maxPersons },
    rules,
    zone: row.zone,
    ageBands: row.ageBands,
    bring: row.bring || null,
    site: { id: row.siteId, kind: row.siteKind, name: row.siteName, address: row.siteAddress },
    relais: { name: row.relaisName, phone: row.relaisPhone, email: row.relaisEmail },
    stamp: row.stamp,
  };
}

/** Locks the site when it has a ceiling, then the session, as it is under its lock; null when there is none. */
export async function lockMeeting(tx: Tx, sessionId: string): Promise<LoadedMeeting | null> {
  const seen = await loadMeeting(tx, sessionId);
  return seen && lockSeen(tx, seen);
}

/**
 * The same for a session already read: the very `seen` when nothing that its lock guards changed since, so that what
 * was weighed before the lock still holds; else read anew.
 */
export async function lockSeen(tx: Tx, seen: LoadedMeeting): Promise<LoadedMeeting | null> {
  const { persons } = seen.ceilings;
  const ceiling = persons === null ? null : await lockSite(tx, seen.site.id);
  const [locked] = await tx.$queryRaw<{ stamp: string }[]>`
    SELECT ${STAMP} AS stamp FROM "Session" s WHERE s.id = ${seen.id}::uuid FOR NO KEY UPDATE`;
  if (locked?.stamp === seen.stamp && ceiling === persons) return seen;
  const meeting = await loadMeeting(tx, seen.id);
  // It moved to another site in between: a deadlock that this late lock could cause is retried by inTransaction.
  if (meeting && meeting.site.id !== seen.site.id && meeting.ceilings.persons !== null)
    await lockSite(tx, meeting.site.id);
  return meeting;
}

/** Locks a site until the transaction ends; gives its ceiling of persons. */
async function lockSite(tx: Tx, siteId: string): Promise<number | null> {
  const [site] = await tx.$queryRaw<{ maxPersons: number | null }[]>`
    SELECT "maxPersons" FROM "Site" WHERE id = ${siteId}::uuid FOR NO KEY UPDATE`;
  return site?.maxPersons ?? null;
}

/** Places held now, counted from rows; `persons` is the peak at the site while the session lasts. */
export async function countTaken(db: DbOrTx, meeting: LoadedMeeting): Promise<Taken> {
  const [row] = await db.$queryRaw<{ adults: number; children: number; persons: number }[]>`
    SELECT count(*)::int AS adults,
           coalesce(sum((SELECT count(*) FROM "EnrolledChild" c WHERE c."enrollmentId" = e.id)), 0)::int AS children,
           (SELECT CASE WHEN st."maxPersons" IS NULL THEN 0
                        ELSE site_peak(st.id, st."countsStaff", ${meeting.startsAt}::timestamptz, ${meeting.endsAt}::timestamptz) END
              FROM "Site" st WHERE st.id = ${meeting.site.id}::uuid)::int AS persons
      FROM "Enrollment" e
     WHERE e."sessionId" = ${meeting.id}::uuid AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')`;
  return row ?? { adults: 0, children: 0, persons: 0 };
}

/** The session's date in its own zone. */
export const dateOf = (meeting: Pick<LoadedMeeting, 'startsAt' | 'zone'>): string =>
  localDate(meeting.startsAt, meeting.zone);
