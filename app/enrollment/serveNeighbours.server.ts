import type { Tx } from '#app/db/client.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import type { LoadedMeeting } from './meetings.server.ts';

/**
 * Persons have left a site with a ceiling: whoever waits in another session there at the same time may fit now. Those
 * sessions are allocated by a job, so that no session is locked out of the order of locks. Nothing where the site has no
 * ceiling.
 */
export async function serveNeighbours(tx: Tx, meetings: readonly LoadedMeeting[]): Promise<void> {
  const ids = meetings.filter(({ ceilings }) => ceilings.persons !== null).map(({ id }) => id);
  if (ids.length === 0) return;
  const hours = meetings.filter(({ id }) => ids.includes(id));
  const neighbours = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s.id
      FROM unnest(${hours.map(({ site }) => site.id)}::uuid[], ${hours.map(({ startsAt }) => startsAt.toISOString())}::timestamptz[],
                  ${hours.map(({ endsAt }) => endsAt.toISOString())}::timestamptz[]) AS left_site(id, "from", until)
      JOIN "Session" s ON s."siteId" = left_site.id AND s.state = 'PUBLISHED'
       AND s."startsAt" < left_site.until AND s."endsAt" > left_site."from" AND s.id <> ALL(${ids}::uuid[])
     WHERE EXISTS (SELECT 1 FROM "Enrollment" e WHERE e."sessionId" = s.id AND e.state = 'WAITING')`;
  await enqueueJob(
    tx,
    neighbours.map(({ id: sessionId }) => ({
      task: 'allocate-session',
      payload: { sessionId },
      key: `allocate:${sessionId}`,
    })),
  );
}
