import type { DbOrTx } from '#app/db/client.server.ts';
import type { Quota } from '#app/catalog/booking-rules.ts';
import { quotaRange } from '#app/catalog/quota-period.ts';
import { addDays, localDate, startOfDay } from '#app/time/local.ts';
import { refusedByAudience, type Person } from './admission.ts';
import { dateOf, type LoadedMeeting } from './meetings.server.ts';
import type { SkipReason } from './queue.ts';

/** A person who books or waits, as admission weighs her, with where to write to her. */
export type Applicant = Person & { id: string; email: string | null; readsFeed: boolean };

type Row = {
  id: string;
  email: string | null;
  readsFeed: boolean;
  kind: Exclude<Person['kind'], 'PARTICIPANT'>;
  participant: boolean;
  status: string | null;
  tie: Person['tie'];
  guestOf: string[];
  communeId: string | null;
  agrement: Person['agrement'];
  reglementAccepted: boolean;
};

/** The persons of the session's collectivité among these ids, in no order; one query whatever their number. */
export async function loadApplicants(
  db: DbOrTx,
  personIds: readonly string[],
  meeting: LoadedMeeting,
  now: Date,
): Promise<Applicant[]> {
  const today = localDate(now, meeting.zone);
  const date = dateOf(meeting);
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p.email, pr.kind::text AS kind, (pa.id IS NOT NULL) AS participant,
           (SELECT ps.status::text FROM "ProfessionalStatus" ps
             WHERE ps."professionalId" = pr.id AND ps."from" <= ${today}::date ORDER BY ps."from" DESC LIMIT 1) AS status,
           (SELECT CASE WHEN bool_or(m.home) THEN 'HOME' WHEN count(*) > 0 THEN 'MEMBER' ELSE 'OTHER' END
              FROM "RelaisMembership" m
             WHERE m."professionalId" = pr.id AND m."relaisId" = ${meeting.relaisId}::uuid
               AND m."from" <= ${today}::date AND (m.until IS NULL OR m.until >= ${today}::date)) AS tie,
           ARRAY(SELECT g."relaisId"::text FROM "ActivityGuest" g JOIN "RelaisMembership" m ON m."relaisId" = g."relaisId"
                  WHERE g."activityId" = ${meeting.activityId}::uuid AND m."professionalId" = pr.id
                    AND m."from" <= ${today}::date AND (m.until IS NULL OR m.until >= ${today}::date)) AS "guestOf",
           pr."communeId",
           (SELECT json_build_object('children', g.children, 'underThree', g."underThree") FROM "Agrement" g
             WHERE g."professionalId" = pr.id AND g."validFrom" <= ${date}::date
               AND (g."validUntil" IS NULL OR g."validUntil" >= ${date}::date)
             ORDER BY g."validFrom" DESC LIMIT 1) AS agrement,
           NOT EXISTS (
             SELECT 1 FROM "Reglement" r
              WHERE r."collectiviteId" = p."collectiviteId"
                AND (r."relaisId" IS NULL OR r."relaisId" = ${meeting.relaisId}::uuid)
                AND r."effectiveFrom" <= ${today}::date
                AND NOT EXISTS (SELECT 1 FROM "Reglement" n WHERE n."collectiviteId" = r."collectiviteId"
                      AND n."relaisId" IS NOT DISTINCT FROM r."relaisId" AND n.kind = r.kind
                      AND n."effectiveFrom" <= ${today}::date AND n.version > r.version)
                AND NOT EXISTS (SELECT 1 FROM "Acceptance" x WHERE x."reglementId" = r.id AND x."personId" = p.id
                                  AND x.mode <> 'TO_SIGN')
           ) AS "reglementAccepted",
           EXISTS (SELECT 1 FROM "FeedToken" f WHERE f."personId" = p.id AND f."revokedAt" IS NULL
                      AND f."lastReadAt" IS NOT NULL) AS "readsFeed"
      FROM "Person" p
      LEFT JOIN "Professional" pr ON pr."personId" = p.id
      LEFT JOIN "Participant" pa ON pa."personId" = p.id
     WHERE p.id = ANY(${[...personIds]}::uuid[]) AND p."collectiviteId" = ${meeting.collectiviteId}::uuid
       AND p."erasedAt" IS NULL`;
  return rows.map(({ participant, status, ...row }) => ({
    ...row,
    kind: row.kind ?? (participant ? 'PARTICIPANT' : null),
    active: status === null || status === 'ACTIVE',
  }));
}

export type Overlap = { personId: string; title: string };

/** Whom of these persons another confirmed place occupies at the same time (touching is not overlapping). */
export async function overlapsOf(db: DbOrTx, personIds: readonly string[], meeting: LoadedMeeting): Promise<Overlap[]> {
  return db.$queryRaw<Overlap[]>`
    SELECT DISTINCT ON (e."personId") e."personId",
           CASE WHEN a.kind = 'ANALYSE' THEN 'un engagement personnel' ELSE coalesce(s.theme, a.title) END AS title
      FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId" JOIN "Activity" a ON a.id = s."activityId"
     WHERE e."personId" = ANY(${[...personIds]}::uuid[]) AND e.state = 'CONFIRMED' AND s.id <> ${meeting.id}::uuid
       AND s."startsAt" < ${meeting.endsAt}::timestamptz AND s."endsAt" > ${meeting.startsAt}::timestamptz`;
}

/** The first quota each of these persons has used up, without this session; absent: none. */
export async function quotasReached(
  db: DbOrTx,
  personIds: readonly string[],
  meeting: LoadedMeeting,
  now: Date,
): Promise<Map<string, Quota>> {
  const reached = new Map<string, Quota>();
  if (personIds.length === 0) return reached;
  for (const quota of meeting.rules.quotas) {
    for (const { personId, used } of await usedOf(db, personIds, meeting, quota, now)) {
      if (used >= quota.most && !reached.has(personId)) reached.set(personId, quota);
    }
  }
  return reached;
}

async function usedOf(db: DbOrTx, personIds: readonly string[], meeting: LoadedMeeting, quota: Quota, now: Date) {
  const range = quotaRange(quota.per, dateOf(meeting));
  const from = range && startOfDay(range.first, meeting.zone);
  const until = range && startOfDay(addDays(range.last, 1), meeting.zone);
  const presences = quota.counting === 'PRESENCES';
  return db.$queryRaw<{ personId: string; used: number }[]>`
    SELECT held."personId", count(*)::int AS used
      FROM (SELECT e."personId", e."sessionId" FROM "Enrollment" e
             WHERE NOT ${presences} AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')
               AND e."personId" = ANY(${[...personIds]}::uuid[])
            UNION ALL
            SELECT p."personId", p."sessionId" FROM "Presence" p
             WHERE ${presences} AND p."personId" = ANY(${[...personIds]}::uuid[])) held
      JOIN "Session" s ON s.id = held."sessionId" JOIN "Activity" a ON a.id = s."activityId"
     WHERE s.id <> ${meeting.id}::uuid AND CASE WHEN ${range === null} THEN s."endsAt" > ${now}::timestamptz
                ELSE s."startsAt" >= ${from}::timestamptz AND s."startsAt" < ${until}::timestamptz END
       AND s.state <> 'CANCELLED' AND (a.kind <> 'ANALYSE' OR a.id = ${meeting.activityId}::uuid)
       AND CASE ${quota.over} WHEN 'ACTIVITY' THEN a.id = ${meeting.activityId}::uuid
                WHEN 'KIND' THEN s."relaisId" = ${meeting.relaisId}::uuid AND a.kind::text = ${meeting.kind}
                ELSE s."relaisId" = ${meeting.relaisId}::uuid END
     GROUP BY held."personId"`;
}

/** Does she still belong to whom the session is for? Checked again when serving someone who waited. */
export function stillEligible(meeting: LoadedMeeting, person: Person, now: Date): boolean {
  return person.kind === 'PARTICIPANT' ? person.active : refusedByAudience(meeting, person, now) === null;
}

export type Candidate = {
  personId: string;
  /** Someone must answer: overlap is weighed then, not now. */
  mustBeAnswered: boolean;
  /** Enrolled by the relais's staff: neither audience nor quota binds. */
  byStaff: boolean;
  /** Admission has just told that she may book: only quota and overlap are left. */
  weighed: boolean;
};

/** Why each of these cannot be served now; absent: she can. To be called under their locks. */
export async function skipsOf(
  db: DbOrTx,
  candidates: readonly Candidate[],
  meeting: LoadedMeeting,
  now: Date,
): Promise<Map<string, SkipReason>> {
  const skips = new Map<string, SkipReason>();
  const bound = candidates.filter((one) => !one.byStaff);
  for (const personId of await strangersAmong(db, bound, meeting, now)) skips.set(personId, 'NOT_ELIGIBLE');
  const reached = await quotasReached(db, idsOf(bound), meeting, now);
  for (const personId of reached.keys()) skips.set(personId, 'QUOTA');
  const confirmed = candidates.filter((one) => !one.mustBeAnswered);
  if (confirmed.length === 0) return skips;
  for (const { personId } of await overlapsOf(db, idsOf(confirmed), meeting)) skips.set(personId, 'OVERLAP');
  return skips;
}

const idsOf = (candidates: readonly Candidate[]) => candidates.map((one) => one.personId);

/** Who of those not weighed a moment ago no longer belongs to whom the session is for. */
async function strangersAmong(
  db: DbOrTx,
  candidates: readonly Candidate[],
  meeting: LoadedMeeting,
  now: Date,
): Promise<string[]> {
  const toWeigh = idsOf(candidates.filter((one) => !one.weighed));
  if (toWeigh.length === 0) return [];
  const applicants = new Map((await loadApplicants(db, toWeigh, meeting, now)).map((one) => [one.id, one]));
  return toWeigh.filter((personId) => {
    const applicant = applicants.get(personId);
    return !applicant || !stillEligible(meeting, applicant, now);
  });
}
