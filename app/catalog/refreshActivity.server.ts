import type { Tx } from '#app/db/client.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';

/** Calendars still show what is past: the days before now that they list, and two for any time zone. */
const SHOWN_BACK = '62 days';

/**
 * After what its dates show has changed: their pages are new, their calendars are rendered again, those lately past too,
 * and whoever waits is looked at again when the rules may serve her.
 */
export async function refreshActivity(
  tx: Tx,
  activityIds: readonly string[],
  now: Date,
  { rules = false }: { rules?: boolean } = {},
): Promise<void> {
  const sessions = await tx.$queryRaw<{ id: string; waiting: boolean }[]>`
    SELECT s.id, s."endsAt" > ${now}::timestamptz
           AND EXISTS (SELECT 1 FROM "Enrollment" e WHERE e."sessionId" = s.id AND e.state = 'WAITING') AS waiting
      FROM "Session" s
     WHERE s."activityId" = ANY(${[...activityIds]}::uuid[]) AND s.state <> 'DRAFT'
       AND s."endsAt" > ${now}::timestamptz - ${SHOWN_BACK}::interval
     ORDER BY s.id FOR NO KEY UPDATE OF s`;
  const ids = sessions.map(({ id }) => id);
  await tx.session.updateMany({ where: { id: { in: ids } }, data: { version: { increment: 1 } } });
  const render = ids.map((id) => ({ task: 'render-session-events', payload: { sessionId: id }, key: `render-${id}` }));
  const allocate = sessions
    .filter(({ waiting }) => rules && waiting)
    .map(({ id }) => ({ task: 'allocate-session', payload: { sessionId: id }, key: `allocate:${id}` }));
  await enqueueJob(tx, [...render, ...allocate]);
}
