import pg from 'pg';
import { mkdtemp, readdir, rm, truncate, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { backup } from '#app/db/backup.mjs';
import { db } from '#app/db/client.server.ts';
import { restore } from '#app/db/restore.mjs';
import { useDatabase } from '#tests/integration/database.ts';
import { clone, dropRun, embeddedTemplate, type Clone } from '#tests/integration/template.ts';

const database = useDatabase();
let folder = '';
let file = '';
const clones: Clone[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ribambelle-backup-'));
  file = join(folder, 'sauvegarde.gz');
  const legal = { texte: 'L’été, « ça » ; 12,50 €\n\\', liste: [1, null] };
  const data = Array.from({ length: 1201 }, (_, n) => ({ slug: `c-${n}`, name: `Amiens "${n}"`, legal }));
  await db().collectivite.createMany({ data });
  await keepProofs();
  await db().$executeRaw`SELECT graphile_worker.add_job('essai', '{"n": 1}')`;
});

afterAll(async () => {
  for (const { drop } of clones) await drop();
  await rm(folder, { recursive: true });
});

/** Files of every byte, more of them than travel at once, one of them of several hundred kilobytes. */
async function keepProofs(): Promise<void> {
  const { id: collectiviteId } = await db().collectivite.findFirstOrThrow();
  const { id: personId } = await db().person.create({
    data: { collectiviteId, firstName: 'Nadia', lastName: 'Morel' },
  });
  for (const length of [256, 300_000, 0, 256, 256]) {
    const training = {
      collectiviteId,
      personId,
      title: 'SST',
      on: new Date('2025-03-14'),
      minutes: 420,
      createdAt: new Date(0),
    };
    const content = Uint8Array.from({ length }, (_, n) => (n * 7) % 256);
    const proof = { collectiviteId, name: 'é.pdf', mediaType: 'application/pdf', content, at: new Date(0) };
    await db().declaredTraining.create({ data: { ...training, proof: { create: proof } } });
  }
}

async function emptyDatabase(): Promise<string> {
  const made = await clone(inject('template'));
  clones.push(made);
  return made.url;
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

const EVERYTHING = `SELECT md5(string_agg(c::text, '|' ORDER BY id)) AS sum, count(*)::int AS n FROM "Collectivite" c`;
const FILES = `SELECT md5(string_agg(md5(content), '|' ORDER BY "declaredId")) AS sum, sum(length(content))::int AS n FROM "DeclaredProof"`;
const GUARDS = `
  SELECT (SELECT count(*)::int FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O') AS triggers,
         (SELECT count(*)::int FROM pg_constraint WHERE contype = 'f' AND convalidated) AS keys`;

test('what was backed up comes back, with its waiting jobs and all guards', async () => {
  const { rows } = await backup({ url: database.url(), file });
  expect(rows).toBeGreaterThan(1201);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const url = await emptyDatabase();
  expect((await restore({ url, file })).rows).toBe(rows);
  expect(await query(url, EVERYTHING)).toEqual(await query(database.url(), EVERYTHING));
  expect(await query(url, FILES)).toEqual(await query(database.url(), FILES));
  expect(await query(url, FILES)).toMatchObject([{ n: 300_768 }]);
  expect(await query(url, GUARDS)).toEqual(await query(database.url(), GUARDS));
  expect(await query(url, 'SELECT task_identifier AS task FROM graphile_worker.jobs')).toEqual([{ task: 'essai' }]);
  await query(url, `SELECT graphile_worker.add_job('essai')`);
  expect(await query(url, 'SELECT count(*)::int AS n FROM graphile_worker.jobs')).toEqual([{ n: 2 }]);
});

test('it moves from one engine to the other and back', async () => {
  const template = await embeddedTemplate();
  const other = await clone(template);
  clones.push({ ...other, drop: () => other.drop().then(() => dropRun(template)) });
  await restore({ url: other.url, file });
  expect(await query(other.url, 'SELECT count(*)::int AS n FROM "Collectivite"')).toEqual([{ n: 1201 }]);
  const second = join(folder, 'retour.gz');
  await backup({ url: other.url, file: second });
  const url = await emptyDatabase();
  await restore({ url, file: second });
  expect(await query(url, EVERYTHING)).toEqual(await query(database.url(), EVERYTHING));
  expect(await query(url, FILES)).toEqual(await query(database.url(), FILES));
});

test('a database that holds anything is left as it is', async () => {
  await expect(restore({ url: database.url(), file })).rejects.toThrow('La base n’est pas vide');
  expect(await query(database.url(), 'SELECT count(*)::int AS n FROM "Collectivite"')).toEqual([{ n: 1201 }]);
});

test('a file cut short, or another file, is refused and nothing is written', async () => {
  const url = await emptyDatabase();
  const cut = join(folder, 'coupée.gz');
  await backup({ url: database.url(), file: cut });
  await truncate(cut, Math.floor((await stat(cut)).size / 2));
  await expect(restore({ url, file: cut })).rejects.toThrow('incomplète');
  await writeFile(cut, 'bonjour');
  await expect(restore({ url, file: cut })).rejects.toThrow('illisible');
  await expect(restore({ url, file: join(folder, 'absente.gz') })).rejects.toThrow('illisible');
  expect(await query(url, 'SELECT count(*)::int AS n FROM "Collectivite"')).toEqual([{ n: 0 }]);
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
