import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import pg from 'pg';

import { migrate, migrations } from '#app/db/migrate.mjs';
import { openDatabase } from '#app/db/open.mjs';

/**
 * Where databases are cloned from: a folder of the embedded engine, or a database of a server. All that a run makes
 * bears its name, and goes with it.
 */
export type Template = { run: string } & (
  { engine: 'embedded'; folder: string } | { engine: 'server'; server: string; database: string }
);

export interface Clone {
  url: string;
  engine: Template['engine'];
  drop: () => Promise<void>;
}

const CACHE = resolve('node_modules/.cache/ribambelle');

/** A migrated data folder, kept from one run to the next as long as the migrations and the engine are the same. */
export async function embeddedTemplate(): Promise<Template> {
  const folder = join(CACHE, fingerprint());
  if (!existsSync(folder)) await buildFolder(folder);
  return { run: await mkdtemp(join(tmpdir(), 'ribambelle-test-')), engine: 'embedded', folder };
}

/** A migrated database on a server, to be dropped after the run. */
export async function serverTemplate(server: string): Promise<Template> {
  const run = `ribambelle_test_${randomUUID().slice(0, 8)}`;
  const database = `${run}_template`;
  await runOnServer(server, `CREATE DATABASE "${database}"`);
  await migrate({ url: urlOf(server, database) });
  return { run, engine: 'server', server, database };
}

/** Removes what the run made, what its workers left open included. */
export async function dropRun(template: Template): Promise<void> {
  if (template.engine === 'embedded') return rm(template.run, { recursive: true, force: true, maxRetries: 5 });
  const rows = await runOnServer(template.server, `SELECT datname FROM pg_database WHERE datname ^@ '${template.run}'`);
  for (const { datname } of rows) await dropOnServer(template.server, datname);
}

/** A database of its own. */
export async function clone(template: Template): Promise<Clone> {
  if (template.engine === 'server') return cloneOnServer(template);
  const dataDir = await mkdtemp(join(template.run, 'd-'));
  await cp(template.folder, join(dataDir, 'postgres'), { recursive: true });
  const { url, close } = await openDatabase({ env: { DATA_DIR: dataDir } });
  const drop = async (): Promise<void> => {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, engine: 'embedded', drop };
}

async function cloneOnServer({
  run,
  server,
  database: template,
}: Extract<Template, { server: string }>): Promise<Clone> {
  const database = `${run}_${randomUUID().slice(0, 13)}`;
  await runOnServer(server, `CREATE DATABASE "${database}" TEMPLATE "${template}"`);
  return { url: urlOf(server, database), engine: 'server', drop: () => dropOnServer(server, database) };
}

async function dropOnServer(server: string, database: string): Promise<void> {
  await runOnServer(server, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
}

async function buildFolder(folder: string): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ribambelle-template-'));
  const { url, close } = await openDatabase({ env: { DATA_DIR: dataDir } });
  try {
    await migrate({ url });
  } finally {
    await close();
  }
  await mkdir(CACHE, { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  await cp(join(dataDir, 'postgres'), unfinished, { recursive: true });
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true })); // another run was quicker
  await rm(dataDir, { recursive: true });
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const engine of ['@electric-sql/pglite', 'graphile-worker']) {
    hash.update(readFileSync(resolve('node_modules', engine, 'package.json')));
  }
  for (const { name, checksum } of migrations()) hash.update(name).update(checksum);
  return hash.digest('hex').slice(0, 16);
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function runOnServer(server: string, sql: string): Promise<{ datname: string }[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return (await client.query<{ datname: string }>(sql)).rows;
  } finally {
    await client.end();
  }
}
