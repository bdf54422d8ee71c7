import { expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import type { Job } from '#app/journal/jobs.server.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase({ fresh: true });

const enqueue = (jobs: Job | readonly Job[]) => inTransaction(undefined, (tx) => enqueueJob(tx, jobs));
const queued = () =>
  db().$queryRaw<{ task: string; payload: unknown; key: string | null; priority: number; attempts: number }[]>`
    SELECT t.identifier AS task, j.payload, j.key, j.priority, j.max_attempts AS attempts
      FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`;

it('adds several jobs, those without a key each', async () => {
  await enqueue([
    { task: 'one', payload: { n: 1 } },
    { task: 'one', payload: { n: 2 }, priority: -10 },
  ]);
  expect(await queued()).toEqual([
    { task: 'one', payload: { n: 1 }, key: null, priority: 0, attempts: 20 },
    { task: 'one', payload: { n: 2 }, key: null, priority: -10, attempts: 20 },
  ]);
});

it('keeps the later of two with one key, asked together or one after the other', async () => {
  await enqueue([1, 2].map((n) => ({ task: 'one', payload: { n }, key: 'same' })));
  expect(await queued()).toMatchObject([{ payload: { n: 2 } }]);
  await enqueue({ task: 'one', payload: { n: 3 }, key: 'same' });
  expect(await queued()).toMatchObject([{ payload: { n: 3 } }]);
});

it('runs a job no earlier than asked; none adds none', async () => {
  const runAt = new Date('2030-01-01T00:00:00Z');
  await enqueue([]);
  await enqueue({ task: 'late', payload: {}, runAt });
  const [job] = await db().$queryRaw<{ run_at: Date }[]>`SELECT run_at FROM graphile_worker._private_jobs`;
  expect(job?.run_at).toEqual(runAt);
});
