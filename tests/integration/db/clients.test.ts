import pg from 'pg';
import { expect, test } from 'vitest';

import { useDatabase } from '#tests/integration/database.ts';

const database = useDatabase({ connected: false });

test('three clients with interleaved transactions each get their own rows', async () => {
  const pool = new pg.Pool({ connectionString: database.url(), max: 3 });
  const play = async (name: string): Promise<string[]> => {
    const wrong: string[] = [];
    for (let round = 0; round < 50; round += 1) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        for (const step of [1, 2]) {
          const { rows } = await client.query<{ name: string; at: string }>('SELECT $1::text AS name, $2::text AS at', [
            name,
            `${round}.${step}`,
          ]);
          if (rows[0]?.name !== name || rows[0].at !== `${round}.${step}`) wrong.push(JSON.stringify(rows));
        }
        await client.query(round % 2 === 0 ? 'COMMIT' : 'ROLLBACK');
      } finally {
        client.release();
      }
    }
    return wrong;
  };
  const wrong = await Promise.all(['léa', 'nadia', 'awa'].map(play));
  await pool.end();
  expect(wrong.flat()).toEqual([]);
});

test('a client that disappears inside its transaction leaves nothing and stops nobody', async () => {
  const gone = new pg.Client({ connectionString: database.url() });
  gone.on('error', () => {});
  await gone.connect();
  await gone.query('CREATE TABLE "Temporaire" (n int)');
  await gone.query('BEGIN');
  await gone.query('INSERT INTO "Temporaire" VALUES (1)');
  await gone.query("SET application_name = 'fuite'");
  Reflect.get(gone, 'connection').stream.destroy();
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  const { rows } = await client.query('SELECT count(*)::int AS n FROM "Temporaire"');
  const setting = await client.query('SHOW application_name');
  await client.query('DROP TABLE "Temporaire"');
  await client.end();
  expect(rows).toEqual([{ n: 0 }]);
  expect(setting.rows).not.toEqual([{ application_name: 'fuite' }]);
});
