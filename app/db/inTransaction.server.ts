import { setTimeout } from 'node:timers/promises';

import { db, type Tx } from './client.server.ts';
import { sqlState } from './refusals.server.ts';

const WRITE_CONFLICT = '40001';
const DEADLOCK = '40P01';
const RETRIES = 3;
const LONGEST_PAUSE_MS = 60;

/**
 * Runs `work` in a READ COMMITTED transaction: the caller's when given (never nested), else a new one, tried again up
 * to three times after a write conflict or a deadlock. `work` may therefore run several times: it changes nothing
 * outside the database, and uses `tx` alone.
 *
 * @throws what `work` throws, the transaction then being rolled back
 */
export async function inTransaction<T>(tx: Tx | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (tx !== undefined) return work(tx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction(work, { isolationLevel: 'ReadCommitted', maxWait: 20_000, timeout: 20_000 });
    } catch (error) {
      if (attempt > RETRIES || !isWorthRetrying(error)) throw error;
      await setTimeout(attempt * LONGEST_PAUSE_MS * Math.random());
    }
  }
}

function isWorthRetrying(error: unknown): boolean {
  const state = sqlState(error);
  return state === WRITE_CONFLICT || state === DEADLOCK;
}
