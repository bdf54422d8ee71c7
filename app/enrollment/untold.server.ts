import type { DbOrTx } from '#app/db/client.server.ts';
import type { MembershipStateName } from './membership-state.ts';
import type { EnrollmentStateName } from './state.ts';

export type UntoldDate = {
  enrollmentId: string;
  sessionId: string;
  state: EnrollmentStateName;
  round: number;
  children: number;
  /** An invitation for it is in her calendar. */
  invited: boolean;
};

/** A member whose dates changed since she was last told. */
export type Untold = {
  membershipId: string;
  personId: string;
  name: string;
  email: string | null;
  readsFeed: boolean;
  state: MembershipStateName;
  toldAt: Date | null;
  /** What the mail says besides, as stored. */
  news: unknown;
  dates: UntoldDate[];
};

/**
 * Members of a group to write to: new in it, gone from it, or with places that came from it and began or ended since.
 * What she ended herself she knows. Two queries whatever their number.
 */
export async function untoldMembers(db: DbOrTx, cohortId: string): Promise<Untold[]> {
  const dates = await db.$queryRaw<(UntoldDate & { membershipId: string })[]>`
    SELECT e.id AS "enrollmentId", e."sessionId", e.state::text AS state, e."offerRound" AS round, m.id AS "membershipId",
           (SELECT count(*)::int FROM "EnrolledChild" k WHERE k."enrollmentId" = e.id) AS children,
           EXISTS (SELECT FROM "Invitation" i WHERE i.uid LIKE 'inscription-' || e.id || '@%' AND i.method = 'REQUEST') AS invited
      FROM "Enrollment" e JOIN "Membership" m ON m.id = e."membershipId" JOIN "Session" s ON s.id = e."sessionId"
     WHERE m."cohortId" = ${cohortId}::uuid
       AND CASE WHEN e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')
                THEN m.state = 'MEMBER' AND (m."toldAt" IS NULL OR e."createdAt" > m."toldAt")
                ELSE e."endReason" IN ('GROUP_LEFT', 'GROUP_DROPPED') AND m."toldAt" IS NOT NULL
                 AND e."endedAt" > m."toldAt" AND e."createdAt" <= m."toldAt" END
     ORDER BY s."startsAt", e.id`;
  const members = await db.$queryRaw<Omit<Untold, 'dates'>[]>`
    SELECT m.id AS "membershipId", m."personId", p."firstName" || ' ' || p."lastName" AS name, p.email,
           m.state::text AS state, m."toldAt", m.news,
           EXISTS (SELECT FROM "FeedToken" f WHERE f."personId" = p.id AND f."revokedAt" IS NULL
                      AND f."lastReadAt" IS NOT NULL) AS "readsFeed"
      FROM "Membership" m JOIN "Person" p ON p.id = m."personId" AND p."erasedAt" IS NULL
     WHERE m."cohortId" = ${cohortId}::uuid
       AND (m.state = 'MEMBER' AND m."toldAt" IS NULL OR m.state = 'LEFT' AND m."toldAt" < m."endedAt"
            OR m.id = ANY(${dates.map(({ membershipId }) => membershipId)}::uuid[]))
     ORDER BY m.arrival, m.id`;
  return members.map((member) => ({
    ...member,
    dates: dates.filter(({ membershipId }) => membershipId === member.membershipId),
  }));
}
