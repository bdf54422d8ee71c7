import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { capital, plural, when } from '#app/time/french.ts';

/** A coming session in which the actor may enrol someone. */
export type SessionFor = {
  id: string;
  title: string;
  when: string;
  place: string;
  relais: string;
  /** "3 places adultes", "complet" */
  places: string;
  /** She has a place, a request or a wait there already. */
  hers: boolean;
};

const SHOWN = 40;

type Row = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timezone: string;
  site: string;
  relais: string;
  left: number | null;
  hers: boolean;
};

/** The next sessions of the actor's relais, for one person; one query. Groups and openings to the public are not among them. */
export async function sessionsFor(actor: Actor, personId: string, now: Date, tx: Tx = db()): Promise<SessionFor[]> {
  const where = relaisWhere(actor, 'enrollment.forOthers');
  if (actor.kind !== 'person' || where.length === 0) return [];
  const hers = where === 'all' ? Prisma.sql`TRUE` : Prisma.sql`s."relaisId" = ANY(${[...where]}::uuid[])`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, coalesce(s.theme, a.title) AS title, s."startsAt", s."endsAt", c.timezone, st.name AS site, r.name AS relais,
           s."maxAdults" - (SELECT count(*)::int FROM "Enrollment" e
              WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')) AS left,
           EXISTS (SELECT 1 FROM "Enrollment" e WHERE e."sessionId" = s.id AND e."personId" = ${personId}::uuid
              AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')) AS hers
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Site" st ON st.id = s."siteId" JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE s."collectiviteId" = ${actor.collectiviteId}::uuid AND s.state = 'PUBLISHED' AND s."startsAt" > ${now}::timestamptz
       AND a.kind NOT IN ('ANALYSE', 'PERMANENCE') AND ${hers}
     ORDER BY s."startsAt", s.id LIMIT ${SHOWN}::int`;
  return rows.map(({ id, title, startsAt, endsAt, timezone, site, relais, left, hers }) => ({
    ...{ id, title, relais, hers, place: site },
    when: capital(when(startsAt, endsAt, timezone)),
    places:
      left === null
        ? 'places sans limite'
        : left > 0
          ? plural(left, 'place adulte', 'places adultes')
          : 'complet, liste d’attente',
  }));
}
