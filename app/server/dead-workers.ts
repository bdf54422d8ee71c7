import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { WorkerEvents } from 'graphile-worker';

/** First half of the advisory locks by which living workers are known; the second is the worker's name. */
const LIVING = 'ribambelle worker';

const LOCKERS = `SELECT locked_by AS id FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
  UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL`;
const HOLD = 'SELECT pg_advisory_lock_shared(hashtext($1), hashtext($2))';
const TRY = 'SELECT pg_try_advisory_lock(hashtext($1), hashtext($2)) AS dead';
const LET_GO = 'SELECT pg_advisory_unlock(hashtext($1), hashtext($2))';

/**
 * Gives back the jobs of workers that died (the library would keep them locked for four hours), and makes this
 * process's own workers known as living for as long as its connection stands. On the embedded engine, which one
 * process alone uses and where advisory locks are always granted, all former workers are dead.
 *
 * @param url the server itself: locks last as long as the session
 */
export async function takeOverFromDeadWorkers(url: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the workers lose theirs at the same moment and tell
  await client.connect();
  const dead: string[] = [];
  for (const { id } of (await client.query<{ id: string }>(LOCKERS)).rows) {
    const { rows } = await client.query<{ dead: boolean }>(TRY, [LIVING, id]);
    if (rows[0]?.dead !== true) continue;
    dead.push(id);
    await client.query(LET_GO, [LIVING, id]);
  }
  await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
  const events: WorkerEvents = new EventEmitter();
  let last: Promise<unknown> = Promise.resolve(); // one query at a time on a client
  const hold = (workerId: string) => (last = last.then(() => client.query(HOLD, [LIVING, workerId])).catch(() => {}));
  events.on('worker:create', ({ worker }) => void hold(worker.workerId));
  return { events, dead, hold, close: () => last.then(() => client.end()) };
}
