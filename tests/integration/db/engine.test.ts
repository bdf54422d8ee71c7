import pg from 'pg';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, inject, test } from 'vitest';

import { openDatabase } from '#app/db/open.mjs';

const made: string[] = [];

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A data folder with the migrated template in it. */
async function dataFolder(...below: string[]): Promise<string> {
  const base = await mkdtemp(join(tmpdir(), 'ribambelle-engine-'));
  made.push(base);
  const folder = join(base, ...below);
  await mkdir(folder, { recursive: true });
  const template = inject('template');
  if (template.engine === 'embedded') await cp(template.folder, join(folder, 'postgres'), { recursive: true });
  return folder;
}

/** Another process that opens the folder and says its address. */
async function startElsewhere(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, 'holder.mjs'), [folder], { execArgv: [] });
  const message: unknown[] = await once(child, 'message');
  return { child, url: String(message[0]) };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe.skipIf(process.env.TEST_DATABASE_URL)('the embedded engine', () => {
  test('kept by a process that is killed, it opens again with all that was committed', async () => {
    const folder = await dataFolder();
    const { child, url } = await startElsewhere(folder);
    await query(url, 'CREATE TABLE essai AS SELECT generate_series(1, 1000) AS n');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const again = await openDatabase({ env: { DATA_DIR: folder } });
    expect(await query(again.url, 'SELECT count(*)::int AS n FROM essai')).toEqual([{ n: 1000 }]);
    await again.close();
  });

  test('a second start is refused in one sentence, a command beside it reuses the engine', async () => {
    const folder = await dataFolder();
    const { child, url } = await startElsewhere(folder);
    const env = { DATA_DIR: folder };
    await expect(openDatabase({ env })).rejects.toThrow(`déjà ouverte par le processus ${child.pid}`);
    const beside = await openDatabase({ env, reuse: true });
    expect(beside.url).toBe(url);
    await beside.close();
    expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    child.send('close');
    await once(child, 'exit');
    const after = await openDatabase({ env, reuse: true });
    expect(await query(after.url, 'SELECT 2 AS n')).toEqual([{ n: 2 }]);
    await expect(openDatabase({ env })).rejects.toThrow('déjà ouverte');
    await after.close();
    expect((await readdir(folder)).filter((name) => name.endsWith('.claim'))).toEqual([]);
  });

  test('its socket is ours alone, and short whatever the folder', async () => {
    const folder = await dataFolder('x'.repeat(80), 'données');
    const database = await openDatabase({ env: { DATA_DIR: folder } });
    const socketFolder = new URL(database.url).searchParams.get('host') ?? '';
    expect(dirname(socketFolder)).toBe(tmpdir());
    expect((await stat(socketFolder)).mode & 0o777).toBe(0o700);
    expect(await query(database.url, 'SELECT 3 AS n')).toEqual([{ n: 3 }]);
    await database.close();
    await rm(socketFolder, { recursive: true });
  });
});

test('DATABASE_URL names a server, DATABASE_DIRECT_URL the one behind a pooler', async () => {
  const env = { DATABASE_URL: 'postgresql://pooler/x', DATABASE_DIRECT_URL: 'postgresql://server/x' };
  const { url, directUrl, engine } = await openDatabase({ env });
  expect({ url, directUrl, engine }).toEqual({
    url: env.DATABASE_URL,
    directUrl: env.DATABASE_DIRECT_URL,
    engine: 'server',
  });
});
