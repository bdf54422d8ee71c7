import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { FEWEST_TOLD } from './discretion.ts';

/** Minutes and dates a member came to in a year, by person. */
export type MemberHours = { personId: string; dates: number; minutes: number };

/** Minutes really spent where the sheet tells them, else the session's. */
const CAME = Prisma.sql`
  FROM "Presence" p
  JOIN "Session" s ON s.id = p."sessionId" AND s.state <> 'CANCELLED'
  JOIN "CohortSession" k ON k."sessionId" = s.id AND NOT k.excluded
  JOIN "Cohort" c ON c.id = k."cohortId"
  JOIN "Collectivite" co ON co.id = c."collectiviteId"
  JOIN LATERAL (SELECT FROM "Membership" m WHERE m."cohortId" = c.id AND m."personId" = p."personId" LIMIT 1) m ON true
  LEFT JOIN "Attendance" t ON t."sessionId" = s.id AND t."personId" = p."personId"`;

const MINUTES = Prisma.sql`coalesce(sum(coalesce(nullif(t.minutes, 0),
  (extract(epoch FROM s."endsAt" - s."startsAt") / 60)::int)), 0)::int`;

/** Of one group, who came how long in that calendar year. For who reads its names. */
export async function memberHours(db: DbOrTx, cohortId: string, year: number): Promise<MemberHours[]> {
  return db.$queryRaw<MemberHours[]>`
    SELECT p."personId", count(*)::int AS dates, ${MINUTES} AS minutes ${CAME}
     WHERE c.id = ${cohortId}::uuid AND extract(year FROM s."startsAt" AT TIME ZONE co.timezone) = ${year}
     GROUP BY p."personId"`;
}

/** The hours of a relais's groups in a year, without names. */
export type CohortHours = {
  relaisId: string;
  sessions: number;
  /** null: fewer than five, not told (rule 8). */
  persons: number | null;
  presences: number | null;
  minutes: number | null;
};

type Total = { relaisId: string; sessions: number; persons: number; presences: number; minutes: number };

/**
 * Hours, presences and distinct persons of the ANALYSE of each relais that the actor may report on, in a calendar year:
 * totals alone, and told only from five persons up.
 */
export async function cohortHours(actor: Actor, year: number, tx: Tx = db()): Promise<CohortHours[]> {
  if (actor.kind !== 'person') return [];
  const where = relaisWhere(actor, 'attendance.read');
  const seen = where === 'all' ? Prisma.sql`true` : Prisma.sql`c."relaisId" = ANY(${[...where]}::uuid[])`;
  const rows = await tx.$queryRaw<Total[]>`
    SELECT c."relaisId", count(DISTINCT s.id)::int AS sessions, count(DISTINCT p."personId")::int AS persons,
           count(*)::int AS presences, ${MINUTES} AS minutes ${CAME}
      JOIN "Activity" a ON a.id = c."activityId" AND a.kind = 'ANALYSE'
     WHERE c."collectiviteId" = ${actor.collectiviteId}::uuid AND ${seen}
       AND extract(year FROM s."startsAt" AT TIME ZONE co.timezone) = ${year}
     GROUP BY c."relaisId" ORDER BY c."relaisId"`;
  return rows.map(({ relaisId, sessions, persons, presences, minutes }) =>
    persons < FEWEST_TOLD
      ? { relaisId, sessions, persons: null, presences: null, minutes: null }
      : { relaisId, sessions, persons, presences, minutes },
  );
}
