import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { PLACES } from './rush-session.ts';

/** Tables as small as can be: no trigger, no child, no history, no message. */
export async function createBareTables(pool: pg.Pool): Promise<void> {
  await pool.query(`
    CREATE TABLE bare_session (id uuid PRIMARY KEY);
    CREATE TABLE bare_place (id uuid PRIMARY KEY, session_id uuid NOT NULL REFERENCES bare_session, state text NOT NULL);
    CREATE INDEX ON bare_place (session_id, state)`);
}

type Engine = 'embedded' | 'server';

/** The bare transaction: lock, count, insert; so many at once, through the pool. Gives enrolments per second. */
export async function bareRush(pool: pg.Pool, count: number, engine: Engine): Promise<number> {
  const session = randomUUID();
  await pool.query('INSERT INTO bare_session VALUES ($1)', [session]);
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, () => enrollBare(pool, session, engine)));
  return count / ((performance.now() - start) / 1000);
}

async function enrollBare(pool: pg.Pool, session: string, engine: Engine): Promise<void> {
  const client = await pool.connect();
  // All clients of the embedded engine share one session, where a name would be prepared twice.
  const named = (name: string) => (engine === 'server' ? { name } : {});
  try {
    await client.query('BEGIN');
    await client.query({
      ...named('bare-lock'),
      text: 'SELECT 1 FROM bare_session WHERE id = $1 FOR NO KEY UPDATE',
      values: [session],
    });
    const { rows } = await client.query<{ taken: number }>({
      ...named('bare-count'),
      text: `SELECT count(*)::int AS taken FROM bare_place WHERE session_id = $1 AND state = 'CONFIRMED'`,
      values: [session],
    });
    const state = (rows[0]?.taken ?? 0) < PLACES ? 'CONFIRMED' : 'WAITING';
    await client.query({
      ...named('bare-insert'),
      text: 'INSERT INTO bare_place VALUES ($1, $2, $3)',
      values: [randomUUID(), session, state],
    });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
