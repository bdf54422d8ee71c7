import { db, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import type { ActivityKindName } from './booking-rules.ts';

/** What every view of a session starts from: one row, places counted from rows. */
export type SessionFacts = {
  id: string;
  version: number;
  activityId: string;
  activityTitle: string;
  theme: string | null;
  kind: ActivityKindName;
  state: 'PUBLISHED' | 'CANCELLED';
  startsAt: Date;
  endsAt: Date;
  zone: string;
  collectiviteId: string;
  relaisId: string;
  relaisSlug: string;
  relaisName: string;
  relaisRules: unknown;
  activityRules: unknown;
  siteId: string;
  siteKind: 'PLACE' | 'REMOTE' | 'TO_CONFIRM';
  siteName: string;
  commune: string | null;
  maxAdults: number | null;
  maxChildren: number | null;
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  adults: number;
  children: number;
  waiting: number;
  /** Left under the site's ceiling; null: it has none. */
  personsLeft: number | null;
  mine: 'REQUESTED' | 'WAITING' | 'OFFERED' | 'CONFIRMED' | null;
};

/** Published or cancelled sessions among those picked, by start; one query whatever their number. */
export async function sessionFacts(actor: Actor, picked: Prisma.Sql, tx: Tx = db()): Promise<SessionFacts[]> {
  const me = actor.kind === 'person' ? actor.personId : null;
  return tx.$queryRaw<SessionFacts[]>`
    SELECT s.id, s.version, s."activityId", a.title AS "activityTitle", s.theme, a.kind::text AS kind,
           s.state::text AS state, s."startsAt", s."endsAt", c.timezone AS zone, s."collectiviteId",
           r.id AS "relaisId", r.slug AS "relaisSlug", r.name AS "relaisName", r."bookingDefaults" AS "relaisRules",
           a."bookingRules" AS "activityRules", st.id AS "siteId", st.kind::text AS "siteKind", st.name AS "siteName",
           k.name AS commune, s."maxAdults", s."maxChildren",
           coalesce(s."ageMinMonths", a."ageMinMonths") AS "ageMinMonths",
           coalesce(s."ageMaxMonths", a."ageMaxMonths") AS "ageMaxMonths",
           held.adults, held.children, held.waiting, held.mine,
           CASE WHEN st."maxPersons" IS NOT NULL AND s.state = 'PUBLISHED'
                THEN greatest(0, st."maxPersons" - site_peak(st.id, st."countsStaff", s."startsAt", s."endsAt"))::int
           END AS "personsLeft"
      FROM (${picked}) picked JOIN "Session" s ON s.id = picked.id
      JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId" JOIN "Site" st ON st.id = s."siteId"
      LEFT JOIN "Commune" k ON k.id = st."communeId"
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE e.state <> 'WAITING')::int AS adults,
               coalesce(sum(brought.n) FILTER (WHERE e.state <> 'WAITING'), 0)::int AS children,
               count(*) FILTER (WHERE e.state = 'WAITING')::int AS waiting,
               max(e.state::text) FILTER (WHERE e."personId" = ${me}::uuid) AS mine
          FROM "Enrollment" e
          LEFT JOIN LATERAL (SELECT count(*) AS n FROM "EnrolledChild" b WHERE b."enrollmentId" = e.id) brought ON true
         WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')) held ON true
     WHERE s.state <> 'DRAFT'
     ORDER BY s."startsAt", s.id`;
}
