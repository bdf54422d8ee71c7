import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { mapLink } from '#app/catalog/map-link.ts';
import { db, type DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { ownIntervenants } from '#app/people/own-intervenants.server.ts';
import { capital, list, plural, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { priceOf } from './assignment-price.ts';
import type { MoneyState } from './bill-state.ts';
import { stateSql } from './billed.server.ts';
import { bandWords } from './words.ts';

/** All that an intervenant must know to come: nobody's name but that of who leads it with him. */
export type PracticalSheet = {
  sessionId: string;
  activityId: string;
  assignmentId: string;
  /** His account there. */
  personId: string;
  kind: ActivityKindName;
  title: string;
  when: string;
  standing: 'PROPOSED' | 'ACCEPTED' | 'DECLINED';
  session: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  cancelReason: string | null;
  place: { name: string; address: string; access: string; map: string | null };
  /** Room, equipment, told by the team. */
  practical: string;
  /** Preparation and tidying: "La salle est à vous 15 minutes avant et 15 minutes après." */
  around: string | null;
  contact: { relais: string; phone: string | null; email: string | null; animators: string[]; collectivite: string };
  /** "8 adultes et 12 enfants attendus" */
  expected: string;
  /** "5 enfants : 18 mois à 3 ans" */
  bands: string[];
  bring: string;
  /** Of the account he is signed in to: what it alone opens. */
  here: boolean;
  /** ANALYSE he leads: he marks who came. */
  leadsGroup: boolean;
  cohortId: string | null;
  ended: boolean;
  money: MoneyState;
  /** In cents; null: nothing is agreed yet. */
  total: number | null;
  cancellation: string;
};

type Row = {
  sessionId: string;
  activityId: string;
  assignmentId: string;
  personId: string;
  collectiviteId: string;
  kind: ActivityKindName;
  title: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  standing: PracticalSheet['standing'];
  session: PracticalSheet['session'];
  cancelReason: string | null;
  place: string;
  address: string;
  access: string;
  latitude: number | null;
  longitude: number | null;
  commune: string | null;
  prepMinutes: number;
  tidyMinutes: number;
  relais: string;
  phone: string | null;
  email: string | null;
  collectivite: string;
  bring: string;
  animators: string[];
  adults: number;
  bands: { fromMonths: number; untilMonths: number; count: number }[];
  cohortId: string | null;
  money: MoneyState;
  terms: {
    minutes: number;
    prepMinutes: number;
    rateCents: number | null;
    lumpCents: number | null;
    travelCents: number;
    practical: string;
    cancellation: string;
  } | null;
};

/** The sheet of a session asked of him or accepted, of any manager that employs him; null: it is not his. Two queries. */
export async function practicalSheet(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: DbOrTx = db(),
): Promise<PracticalSheet | null> {
  const own = await ownIntervenants(actor, tx);
  if (own.length === 0 || !isUuid(sessionId) || actor.kind !== 'person') return null;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT s.id AS "sessionId", a.id AS "activityId", l.id AS "assignmentId", l."personId", s."collectiviteId", a.kind::text AS kind,
           coalesce(s.theme, a.title) AS title, s."startsAt", s."endsAt", c.timezone AS zone, l.state::text AS standing,
           s.state::text AS session, s."cancelReason", st.name AS place, st.address, st."accessNotes" AS access,
           st.latitude, st.longitude, m.name AS commune, s."prepMinutes", s."tidyMinutes", r.name AS relais, r.phone, r.email,
           c.name AS collectivite, coalesce(s.bring, a.bring) AS bring, ${stateSql} AS money,
           ARRAY(SELECT p."firstName" || ' ' || p."lastName" FROM "Assignment" t JOIN "Person" p ON p.id = t."personId"
                  WHERE t."sessionId" = s.id AND t.role = 'ANIMATOR' AND p."erasedAt" IS NULL ORDER BY 1) AS animators,
           (SELECT count(*)::int FROM "Enrollment" e WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED') AS adults,
           (SELECT coalesce(json_agg(b ORDER BY b."fromMonths"), '[]') FROM (
              SELECT k."fromMonths", k."untilMonths", count(*)::int AS count
                FROM "Enrollment" e JOIN "EnrolledChild" k ON k."enrollmentId" = e.id
               WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED' GROUP BY 1, 2) b) AS bands,
           (SELECT g.id FROM "Cohort" g WHERE g."activityId" = a.id AND g."facilitatorId" = l."personId"
               AND g."endedAt" IS NULL LIMIT 1) AS "cohortId",
           (SELECT to_json(t) FROM "AssignmentTerms" t WHERE t."assignmentId" = l.id) AS terms
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Site" st ON st.id = s."siteId" LEFT JOIN "Commune" m ON m.id = st."communeId"
      JOIN "Relais" r ON r.id = s."relaisId" JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE s.id = ${sessionId}::uuid AND l."personId" = ANY(${own.map(({ personId }) => personId)}::uuid[])
       AND l.role = 'INTERVENANT' AND (l.state = 'ACCEPTED' OR (l.state = 'PROPOSED' AND s.state <> 'CANCELLED')) LIMIT 1`;
  return row ? sheetOf(row, actor.collectiviteId, now) : null;
}

function sheetOf(row: Row, hereId: string, now: Date): PracticalSheet {
  const {
    sessionId,
    activityId,
    assignmentId,
    personId,
    kind,
    title,
    standing,
    session,
    cancelReason,
    bring,
    terms,
    money,
  } = row;
  const { startsAt, endsAt, zone, relais, phone, email, animators, collectivite, place, address, access } = row;
  const here = row.collectiviteId === hereId;
  return {
    ...{
      sessionId,
      activityId,
      assignmentId,
      personId,
      kind,
      title,
      standing,
      session,
      cancelReason,
      bring,
      money,
      here,
    },
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
    place: { name: place, address, access, map: mapLink(row) },
    practical: terms?.practical ?? '',
    around: aroundWords(row),
    contact: { relais, phone, email, animators, collectivite },
    expected: expectedWords(row),
    bands: row.bands.map((band) => `${plural(band.count, 'enfant', 'enfants')}, ${bandWords(band)}`),
    leadsGroup: here && kind === 'ANALYSE' && standing === 'ACCEPTED' && session !== 'DRAFT',
    cohortId: here ? row.cohortId : null,
    ended: now >= endsAt,
    total: terms && priceOf(terms).total,
    cancellation: terms?.cancellation ?? '',
  };
}

function aroundWords({ prepMinutes, tidyMinutes }: Row): string | null {
  const parts = [
    ...(prepMinutes > 0 ? [`${prepMinutes} minutes avant`] : []),
    ...(tidyMinutes > 0 ? [`${tidyMinutes} minutes après`] : []),
  ];
  return parts.length === 0 ? null : `La salle est réservée ${list(parts)}.`;
}

function expectedWords({ adults, bands }: Row): string {
  const children = bands.reduce((sum, { count }) => sum + count, 0);
  const parts = [plural(adults, 'adulte', 'adultes'), ...(children > 0 ? [plural(children, 'enfant', 'enfants')] : [])];
  return `${list(parts)} ${adults + children > 1 ? 'attendus' : 'attendu'}`;
}
