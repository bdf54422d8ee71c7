import { Logger, run, type Task } from 'graphile-worker';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { useDatabase } from '#tests/integration/database.ts';

const database = useDatabase();
const JOBS = 60;

test('the job worker beside Prisma does each committed job once', async () => {
  const done: number[] = [];
  const task: Task = async (payload, { withPgClient }) => {
    await withPgClient((client) => client.query('SELECT 1'));
    done.push(Number(Reflect.get(Object(payload), 'n')));
  };
  const runner = await run({
    connectionString: database.url(),
    noPreparedStatements: true,
    noHandleSignals: true,
    concurrency: 3,
    pollInterval: 50,
    taskList: { essai: task },
    logger: new Logger(() => () => {}),
  });
  for (let n = 0; n < JOBS; n += 1) {
    const work = inTransaction(undefined, async (tx) => {
      await tx.$executeRaw`SELECT graphile_worker.add_job('essai', json_build_object('n', ${n}::int))`;
      const rows = await tx.$queryRaw<{ n: number }[]>`SELECT ${n}::int AS n`;
      expect(rows).toEqual([{ n }]);
      if (n % 3 === 0) throw new Error('rolled back');
    });
    await work.catch(() => {});
  }
  const expected = Array.from({ length: JOBS }, (_, n) => n).filter((n) => n % 3 !== 0);
  for (let wait = 0; wait < 100 && done.length < expected.length; wait += 1) await setTimeout(50);
  await runner.stop();
  expect(done.sort((one, other) => one - other)).toEqual(expected);
  expect(await db().$queryRaw`SELECT count(*)::int AS n FROM graphile_worker.jobs`).toEqual([{ n: 0 }]);
});
