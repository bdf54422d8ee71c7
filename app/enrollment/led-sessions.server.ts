import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { ownIntervenants } from '#app/people/own-intervenants.server.ts';
import { capital, plural, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';

/** A session an intervenant leads: where, how to get in, how many to expect, whom to call. Nobody's name. */
export type LedSession = {
  id: string;
  /** Who employs him there, when several do. */
  collectivite: string | null;
  /** The relais has not announced it yet. */
  draft: boolean;
  /** What else he has then: "Le sommeil, Relais du Moulin". */
  clash: string | null;
  /** Of the account he is signed in to: sheets and groups open. */
  here: boolean;
  kind: ActivityKindName;
  title: string;
  when: string;
  place: string;
  access: string;
  relais: { name: string; phone: string | null };
  /** "8 adultes et 12 enfants attendus" */
  expected: string;
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
  cancelled: boolean;
  draft: boolean;
  clash: string | null;
  collectivite: string;
  collectiviteId: string;
  cohortId: string | null;
  zone: string;
};

export type LedGroup = { id: string; name: string; relais: string };

/**
 * What the intervenant's page shows: the sessions to come he has accepted, for all managers that employ him, and the
 * groups of analysis he leads where he is signed in. Three queries.
 */
export async function ledSessions(
  actor: Actor,
  now: Date,
  tx: Tx = db(),
): Promise<{ sessions: LedSession[]; groups: LedGroup[] } | null> {
  if (actor.kind !== 'person' || actor.intervenantId === null) return null;
  const { personId } = actor;
  const own = (await ownIntervenants(actor, tx)).map((one) => one.personId);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, a.kind::text AS kind, coalesce(s.theme, a.title) AS title, s."startsAt", s."endsAt", st.name AS place,
           st.address, st."accessNotes" AS access, r.name AS relais, r.phone, s."collectiviteId", c.name AS collectivite,
           s.state = 'CANCELLED' AS cancelled, s.state = 'DRAFT' AS draft, c.timezone AS zone,
           (SELECT coalesce(os.theme, oa.title) || ', ' || r2.name FROM "Assignment" o
              JOIN "Session" os ON os.id = o."sessionId" JOIN "Activity" oa ON oa.id = os."activityId"
              JOIN "Relais" r2 ON r2.id = os."relaisId"
             WHERE o."personId" = ANY(${own}::uuid[]) AND o."sessionId" <> s.id AND o.state = 'ACCEPTED'
               AND os.state <> 'CANCELLED' AND s.state <> 'CANCELLED'
               AND os."startsAt" < s."endsAt" AND os."endsAt" > s."startsAt" ORDER BY os."startsAt" LIMIT 1) AS clash,
           (SELECT g.id FROM "Cohort" g WHERE g."activityId" = a.id AND g."facilitatorId" = l."personId"
               AND g."endedAt" IS NULL LIMIT 1) AS "cohortId",
           (SELECT count(*)::int FROM "Enrollment" e WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED') AS adults,
           (SELECT count(*)::int FROM "Enrollment" e JOIN "EnrolledChild" k ON k."enrollmentId" = e.id
             WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED') AS children
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId"
      JOIN "Activity" a ON a.id = s."activityId" JOIN "Site" st ON st.id = s."siteId"
      JOIN "Relais" r ON r.id = s."relaisId" JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE l."personId" = ANY(${own}::uuid[]) AND l.role = 'INTERVENANT' AND l.state = 'ACCEPTED'
       AND s."endsAt" > ${now}::timestamptz
     ORDER BY s."startsAt", s.id LIMIT 120`;
  const groups = await tx.cohort.findMany({
    where: { facilitatorId: personId, endedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, relais: { select: { name: true } } },
  });
  return {
    sessions: rows.map((row) => sessionOf(row, { now, here: actor.collectiviteId, several: own.length > 1 })),
    groups: groups.map(({ id, name, relais }) => ({ id, name, relais: relais.name })),
  };
}

type Seen = { now: Date; here: string; several: boolean };

function sessionOf(row: Row, { now, here, several }: Seen): LedSession {
  const { id, kind, title, startsAt, endsAt, zone, place, address, access, relais, phone, adults, children } = row;
  const { cancelled, cohortId, draft, clash } = row;
  const isHere = row.collectiviteId === here;
  const parties = [
    plural(adults, 'adulte', 'adultes'),
    ...(children > 0 ? [plural(children, 'enfant', 'enfants')] : []),
  ];
  return {
    ...{ id, kind, title, access, cancelled, draft, clash, relais: { name: relais, phone } },
    ...{ here: isHere, cohortId: isHere ? cohortId : null, collectivite: several ? row.collectivite : null },
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
    place: [place, address].filter((words) => words !== '').join(', '),
    expected: `${parties.join(' et ')} ${adults + children > 1 ? 'attendus' : 'attendu'}`,
  };
}
