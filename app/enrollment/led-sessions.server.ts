import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { capital, plural, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';

/** A session an intervenant leads: where, how to get in, how many to expect, whom to call. Nobody's name. */
export type LedSession = {
  id: string;
  kind: ActivityKindName;
  title: string;
  when: string;
  place: string;
  access: string;
  relais: { name: string; phone: string | null };
  /** "8 adultes et 12 enfants attendus" */
  expected: string;
  state: 'PROPOSED' | 'ACCEPTED';
  cancelled: boolean;
  /** Of the ANALYSE she leads: the group. */
  cohortId: string | null;
};

type Row = {
  id: string;
  kind: ActivityKindName;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  address: string;
  access: string;
  relais: string;
  phone: string | null;
  adults: number;
  children: number;
  state: 'PROPOSED' | 'ACCEPTED';
  cancelled: boolean;
  cohortId: string | null;
  zone: string;
};

export type LedGroup = { id: string; name: string; relais: string };

/** What the intervenant's page shows: sessions to come, and the groups of analysis led. Two queries. */
export async function ledSessions(
  actor: Actor,
  now: Date,
  tx: Tx = db(),
): Promise<{ sessions: LedSession[]; groups: LedGroup[] } | null> {
  if (actor.kind !== 'person' || actor.intervenantId === null) return null;
  const { personId } = actor;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, a.kind::text AS kind, coalesce(s.theme, a.title) AS title, s."startsAt", s."endsAt", st.name AS place,
           st.address, st."accessNotes" AS access, r.name AS relais, r.phone, l.state::text AS state,
           s.state = 'CANCELLED' AS cancelled, c.timezone AS zone,
           (SELECT g.id FROM "Cohort" g WHERE g."activityId" = a.id AND g."facilitatorId" = ${personId}::uuid
               AND g."endedAt" IS NULL LIMIT 1) AS "cohortId",
           (SELECT count(*)::int FROM "Enrollment" e WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED') AS adults,
           (SELECT count(*)::int FROM "Enrollment" e JOIN "EnrolledChild" k ON k."enrollmentId" = e.id
             WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED') AS children
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId" AND s.state <> 'DRAFT'
      JOIN "Activity" a ON a.id = s."activityId" JOIN "Site" st ON st.id = s."siteId"
      JOIN "Relais" r ON r.id = s."relaisId" JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE l."personId" = ${personId}::uuid AND l.role = 'INTERVENANT' AND l.state <> 'DECLINED'
       AND s."endsAt" > ${now}::timestamptz - interval '1 day'
     ORDER BY s."startsAt", s.id LIMIT 60`;
  const groups = await tx.cohort.findMany({
    where: { facilitatorId: personId, endedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, relais: { select: { name: true } } },
  });
  return {
    sessions: rows.map((row) => sessionOf(row, now)),
    groups: groups.map(({ id, name, relais }) => ({ id, name, relais: relais.name })),
  };
}

function sessionOf(row: Row, now: Date): LedSession {
  const { id, kind, title, startsAt, endsAt, zone, place, address, access, relais, phone, adults, children } = row;
  const { state, cancelled, cohortId } = row;
  const parties = [
    plural(adults, 'adulte', 'adultes'),
    ...(children > 0 ? [plural(children, 'enfant', 'enfants')] : []),
  ];
  return {
    ...{ id, kind, title, access, state, cancelled, cohortId, relais: { name: relais, phone } },
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
    place: [place, address].filter((words) => words !== '').join(', '),
    expected: `${parties.join(' et ')} ${adults + children > 1 ? 'attendus' : 'attendu'}`,
  };
}
