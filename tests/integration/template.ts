import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import pg from 'pg';

import { migrate, migrations } from '#app/db/migrate.mjs';
import { openDatabase } from '#app/db/open.mjs';

/** Where test files clone their database from: a folder of the embedded engine, or a database of a server. */
export type Template = { engine: 'embedded'; folder: string } | { engine: 'server'; server: string; database: string };

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
  return { engine: 'embedded', folder };
}

/** A migrated database on a server, to be dropped after the run. */
export async function serverTemplate(server: string): Promise<Template> {
  const database = `ribambelle_template_${randomUUID().slice(0, 8)}`;
  await runOnServer(server, `CREATE DATABASE "${database}"`);
  await migrate({ url: urlOf(server, database) });
  return { engine: 'server', server, database };
}

export async function dropTemplate(template: Template): Promise<void> {
  if (template.engine === 'server') {
    await runOnServer(template.server, `DROP DATABASE IF EXISTS "${template.database}" WITH (FORCE)`);
  }
}

/** A database of its own for one test file. */
export async function clone(template: Template): Promise<Clone> {
  if (template.engine === 'server') return cloneOnServer(template.server, template.database);
  const dataDir = await mkdtemp(join(tmpdir(), 'ribambelle-test-'));
  await cp(template.folder, join(dataDir, 'postgres'), { recursive: true });
  const { url, close } = await openDatabase({ env: { DATA_DIR: dataDir } });
  const drop = async (): Promise<void> => {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, engine: 'embedded', drop };
}

async function cloneOnServer(server: string, template: string): Promise<Clone> {
  const database = `ribambelle_test_${randomUUID().slice(0, 13)}`;
  await runOnServer(server, `CREATE DATABASE "${database}" TEMPLATE "${template}"`);
  const drop = (): Promise<void> => runOnServer(server, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  return { url: urlOf(server, database), engine: 'server', drop };
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

async function runOnServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
