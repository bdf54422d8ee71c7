import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { BroughtInput } from './brought.server.ts';
import type { LoadedMeeting } from './meetings.server.ts';
import { storedChildren } from './usual-children.ts';

export type ToEnrol = { membershipId: string; personId: string; collectiviteId: string; children: unknown };

export type ToGiveBack = { enrollmentId: string; sessionId: string; why: 'GROUP_LEFT' | 'GROUP_DROPPED' };

/**
 * Members a date lacks: in the group on that day, never enrolled there by it, not there by themselves. Who withdrew from
 * that date stays withdrawn; a date the group dropped and took up again counts anew.
 */
function lacking(cohortId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
      FROM "Membership" m
      JOIN "CohortSession" k ON k."cohortId" = m."cohortId" AND NOT k.excluded
      JOIN "Session" s ON s.id = k."sessionId" AND s.state = 'PUBLISHED' AND s."startsAt" > ${now}::timestamptz
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m.state = 'MEMBER'
       AND m."from" <= (s."startsAt" AT TIME ZONE c.timezone)::date
       AND (m.until IS NULL OR m.until >= (s."startsAt" AT TIME ZONE c.timezone)::date)
       AND NOT EXISTS (SELECT FROM "Enrollment" e WHERE e."sessionId" = s.id AND e."membershipId" = m.id
                          AND e."endReason" IS DISTINCT FROM 'GROUP_DROPPED')
       AND NOT EXISTS (SELECT FROM "Enrollment" e WHERE e."sessionId" = s.id AND e."personId" = m."personId"
                          AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED'))`;
}

/** The group's dates to come where a member is not enrolled yet, the soonest first. */
export async function datesToEnrol(db: DbOrTx, cohortId: string, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id ${lacking(cohortId, now)} GROUP BY s.id, s."startsAt" ORDER BY s."startsAt", s.id`;
  return rows.map(({ id }) => id);
}

/** Whom that date lacks, in the order in which they came into the group. */
export async function membersToEnrol(db: DbOrTx, cohortId: string, sessionId: string, now: Date): Promise<ToEnrol[]> {
  return db.$queryRaw<ToEnrol[]>`
    SELECT m.id AS "membershipId", m."personId", m."collectiviteId", m.children
    ${lacking(cohortId, now)} AND s.id = ${sessionId}::uuid ORDER BY m.arrival, m.id`;
}

/** Places that came from the group and no longer should be: she left, or it comes no more on that date. */
export async function placesToGiveBack(db: DbOrTx, cohortId: string, now: Date): Promise<ToGiveBack[]> {
  return db.$queryRaw<ToGiveBack[]>`
    SELECT e.id AS "enrollmentId", e."sessionId", CASE WHEN gone.left THEN 'GROUP_LEFT' ELSE 'GROUP_DROPPED' END AS why
      FROM "Enrollment" e
      JOIN "Membership" m ON m.id = e."membershipId" AND m."cohortId" = ${cohortId}::uuid
      JOIN "Session" s ON s.id = e."sessionId" AND s."startsAt" > ${now}::timestamptz
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
      LEFT JOIN "CohortSession" k ON k."cohortId" = m."cohortId" AND k."sessionId" = s.id AND NOT k.excluded,
      LATERAL (SELECT m.state <> 'MEMBER'
                   OR coalesce(m.until < (s."startsAt" AT TIME ZONE c.timezone)::date, false) AS left) gone
     WHERE e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED') AND (gone.left OR k."sessionId" IS NULL)
     ORDER BY s."startsAt", e.id`;
}

/** The children she usually brings, those she still brings; none where they are not welcome. */
export async function usualOf(
  db: DbOrTx,
  { personId, children }: Pick<ToEnrol, 'personId' | 'children'>,
  { rules }: LoadedMeeting,
): Promise<BroughtInput> {
  const { childIds, others } = storedChildren(children);
  if (rules.children.welcome === 'NONE') return { childIds: [], others: [] };
  const kept = await db.child.findMany({
    where: { id: { in: [...childIds] }, personId, leftAt: null },
    select: { id: true },
  });
  return { childIds: kept.map(({ id }) => id), others };
}
