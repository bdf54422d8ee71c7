import { expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { databaseRefusal, sqlState, violatedConstraint } from '#app/db/refusals.server.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase({ fresh: true });

/** Raises a chosen SQLSTATE, as a trigger or a conflict would. */
function raise(state: string): string {
  return `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}', MESSAGE = 'essai'; END $$`;
}

async function caught(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test.each(['40001', '40P01'])('%s is tried again three times, then given up', async (state) => {
  let attempts = 0;
  const error = await caught(() =>
    inTransaction(undefined, async (tx) => {
      attempts += 1;
      await tx.$executeRawUnsafe(raise(state));
    }),
  );
  expect(attempts).toBe(4);
  expect(['40001', '40P01']).toContain(sqlState(error));
});

test('a conflict that passes leaves one result', async () => {
  let attempts = 0;
  const result = await inTransaction(undefined, async (tx) => {
    attempts += 1;
    await tx.collectivite.create({ data: { slug: 'amiens', name: 'Amiens' } });
    if (attempts < 3) await tx.$executeRawUnsafe(raise('40001'));
    return attempts;
  });
  expect(result).toBe(3);
  expect(await db().collectivite.count()).toBe(1);
});

test('an ordinary error is not tried again, and leaves nothing', async () => {
  let attempts = 0;
  const work = inTransaction(undefined, async (tx) => {
    attempts += 1;
    await tx.collectivite.create({ data: { slug: 'amiens', name: 'Amiens' } });
    throw new Error('non');
  });
  await expect(work).rejects.toThrow('non');
  expect(attempts).toBe(1);
  expect(await db().collectivite.count()).toBe(0);
});

test('the caller’s transaction is used, not a second one', async () => {
  const work = inTransaction(undefined, async (outer) => {
    await inTransaction(outer, async (inner) => {
      expect(inner).toBe(outer);
      await inner.collectivite.create({ data: { slug: 'amiens', name: 'Amiens' } });
    });
    throw new Error('outer');
  });
  await expect(work).rejects.toThrow('outer');
  expect(await db().collectivite.count()).toBe(0);
});

test('the database’s refusals are told apart', async () => {
  const capacity = await caught(() => inTransaction(undefined, (tx) => tx.$executeRawUnsafe(raise('RB001'))));
  const occupied = await caught(() => inTransaction(undefined, (tx) => tx.$executeRawUnsafe(raise('23P01'))));
  const data = { slug: 'amiens', name: 'Amiens' };
  await db().collectivite.create({ data });
  const unique = await caught(() => inTransaction(undefined, (tx) => tx.collectivite.create({ data })));
  expect([capacity, occupied, unique, new Error('x')].map(databaseRefusal)).toEqual([
    'capacity',
    'occupied',
    'unique',
    null,
  ]);
  expect(violatedConstraint(unique)).toBe('Collectivite_slug_key');
});
