import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { runningEngine } from '#app/db/engine.mjs';
import { startApplication } from './application.ts';

/** A demo served from a database of its own, which the bench may also reach directly. */
export interface DemoWorld {
  readonly address: string;
  readonly engine: 'embedded' | 'server';
  readonly env: Readonly<Record<string, string>>;
  readonly dataDir: string;
  readonly pool: pg.Pool;
  /** Stops the application; a database made on the server is dropped, `dataDir` stays. */
  close(): Promise<void>;
}

/** Of the application's own pool on a server (`DATABASE_POOL`). */
export const CONNECTIONS = 20;

const SECRET = randomUUID();

/**
 * Starts the application over the demo: a new one on the PostgreSQL server given, else the one of the folder's embedded
 * engine, filled when it is empty.
 *
 * @param server address of any database of the server; the bench makes its own beside it, and drops it
 */
export async function openDemo(dataDir: string, server: string | null): Promise<DemoWorld> {
  process.env.SESSION_SECRET = SECRET; // of the sessions that the bench opens by itself
  const database = server === null ? null : await createDatabase(server);
  const env = { DATA_DIR: dataDir, SESSION_SECRET: SECRET, ...(database ? { DATABASE_URL: database.url } : {}) };
  const application = await startApplication(env);
  const url = database?.url ?? (await runningEngine(dataDir)) ?? '';
  const pool = new pg.Pool({ connectionString: url, max: database ? CONNECTIONS : 4 });
  const close = async () => {
    await pool.end();
    await application.stop();
    await database?.drop();
  };
  const { address } = application;
  return { address, engine: database ? 'server' : 'embedded', env, dataDir, pool, close };
}

async function createDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `ribambelle_bench_${randomUUID().slice(0, 8)}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
