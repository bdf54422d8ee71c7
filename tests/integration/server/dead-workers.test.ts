import { expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { takeOverFromDeadWorkers } from '#app/server/dead-workers.ts';
import { useDatabase } from '../database.ts';

const database = useDatabase({ fresh: true });

async function lockedJob(worker: string): Promise<void> {
  await db().$executeRaw`SELECT graphile_worker.add_job('nothing', job_key := ${worker}::text)`;
  await db()
    .$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = ${worker} WHERE key = ${worker}`;
}

async function locked(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT locked_by AS id FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL ORDER BY 1`;
  return rows.map(({ id }) => id);
}

it('gives back the jobs of workers that died', async () => {
  await lockedJob('worker-dead');
  const { dead, close } = await takeOverFromDeadWorkers(database.url());
  expect(dead).toEqual(['worker-dead']);
  expect(await locked()).toEqual([]);
  await close();
});

it('leaves those of a process that lives its jobs, on a server', async (context) => {
  if (database.engine() === 'embedded') return context.skip('one process alone uses the embedded engine');
  const living = await takeOverFromDeadWorkers(database.url());
  await living.hold('worker-alive');
  await lockedJob('worker-alive');
  await lockedJob('worker-dead');
  const second = await takeOverFromDeadWorkers(database.url());
  expect(second.dead).toEqual(['worker-dead']);
  expect(await locked()).toEqual(['worker-alive']);
  await Promise.all([second.close(), living.close()]);
});
