import type { DbOrTx } from '#app/db/client.server.ts';
import type { Taken } from './capacity.ts';
import type { LoadedMeeting } from './meetings.server.ts';
import { HELD_AFTER } from './queue.ts';

/** A session as a newcomer finds it. */
export type Situation = Taken & {
  /** Her own live enrolment there; null: none yet. */
  mine: { id: string; state: string } | null;
  /** How many wait, and how many of them the next places are held for. */
  waiting: number;
  heldFor: number;
  /** The arrival number she would take. */
  arrival: number;
};

/** Places held, those waiting and her own enrolment, counted from rows; one query. To be called under the session's lock. */
export async function situationOf(db: DbOrTx, meeting: LoadedMeeting, personId: string): Promise<Situation> {
  const [row] = await db.$queryRaw<Situation[]>`
    SELECT s."nextArrival" AS arrival, coalesce(site.peak, 0)::int AS persons, live.*
      FROM "Session" s,
      LATERAL (
        SELECT count(*) FILTER (WHERE e.state <> 'WAITING')::int AS adults,
               count(*) FILTER (WHERE e.state = 'WAITING')::int AS waiting,
               count(*) FILTER (WHERE e.state = 'WAITING' AND e."passedOver" >= ${HELD_AFTER}::int)::int AS "heldFor",
               coalesce(sum((SELECT count(*) FROM "EnrolledChild" c WHERE c."enrollmentId" = e.id))
                        FILTER (WHERE e.state <> 'WAITING'), 0)::int AS children,
               (json_agg(json_build_object('id', e.id, 'state', e.state))
                  FILTER (WHERE e."personId" = ${personId}::uuid)) -> 0 AS mine
          FROM "Enrollment" e
         WHERE e."sessionId" = s.id AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')) live,
      LATERAL (
        SELECT CASE WHEN st."maxPersons" IS NOT NULL
                    THEN site_peak(st.id, st."countsStaff", s."startsAt", s."endsAt") END AS peak
          FROM "Site" st WHERE st.id = s."siteId") site
     WHERE s.id = ${meeting.id}::uuid`;
  if (!row) throw new Error('a locked session is there');
  return row;
}
