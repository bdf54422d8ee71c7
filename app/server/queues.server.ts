import { db } from '#app/db/client.server.ts';
import type { QueueSizes } from './metrics.ts';

/** The job queue and the outbox, counted by state. */
export async function queueSizes(): Promise<QueueSizes> {
  const jobs = await db().$queryRaw<{ task: string; state: string; count: number }[]>`
    SELECT task_identifier AS task, count(*)::int AS count,
           CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'failed'
                WHEN run_at > now() THEN 'scheduled' ELSE 'ready' END AS state
      FROM graphile_worker.jobs GROUP BY 1, 3`;
  const mails = await db().outgoingMail.groupBy({ by: ['state'], _count: { _all: true } });
  return { jobs, mails: mails.map(({ state, _count }) => ({ state: state.toLowerCase(), count: _count._all })) };
}

/** Does the database answer? */
export async function isDatabaseReady(): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 5_000, false).unref());
  const answer = db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]);
}
