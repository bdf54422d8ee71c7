import { PrismaPg } from '@prisma/adapter-pg';
import { createHash } from 'node:crypto';
import pg from 'pg';

import { PrismaClient, type Prisma } from './generated/client.ts';

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;
export type DbOrTx = Db | Tx;

export interface Connection {
  url: string;
  engine: 'embedded' | 'server';
  /** Connections at most; default: `DATABASE_POOL` or 20 on a server, 6 on the embedded engine (it is serial). */
  max?: number;
}

interface Connected {
  client: Db;
  pool: pg.Pool;
}

/** The built application and the commands beside it each load this file: they share the process's one client. */
declare global {
  var ribambelleDatabase: Connected | undefined;
}

/**
 * Opens the process's one database client. To be called once, before any `db()`.
 *
 * @throws {Error} when already connected
 */
export function connect({ url, engine, max }: Connection): Db {
  if (globalThis.ribambelleDatabase) throw new Error('already connected to a database');
  const pool = new pg.Pool({
    connectionString: url,
    max: max ?? (engine === 'server' ? poolSize() : 6),
    connectionTimeoutMillis: 20_000,
  });
  pool.on('error', () => {}); // a lost idle connection is replaced; the query that needs one tells
  const adapter = new PrismaPg(pool, engine === 'server' ? { statementNameGenerator: statementName } : {});
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 20_000, timeout: 20_000 } });
  globalThis.ribambelleDatabase = { client, pool };
  return client;
}

/** @throws {Error} before `connect` */
export function db(): Db {
  if (!globalThis.ribambelleDatabase) throw new Error('not connected to a database');
  return globalThis.ribambelleDatabase.client;
}

/** Closes the client and its connections; harmless when there are none. */
export async function disconnect(): Promise<void> {
  const connected = globalThis.ribambelleDatabase;
  globalThis.ribambelleDatabase = undefined;
  await connected?.client.$disconnect();
  await connected?.pool.end();
}

function poolSize(): number {
  const wanted = Number(process.env.DATABASE_POOL);
  return Number.isInteger(wanted) && wanted > 0 ? wanted : 20;
}

const names = new Map<string, string>();

/** The server then plans a query once a connection. Not for the embedded engine: its clients share one session. */
function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `rb_${createHash('sha1').update(sql).digest('base64url')}`;
  if (names.size < MOST_NAMES) names.set(sql, name);
  return name;
}

/** Statements are written in the sources; lists of values within some make a few more. */
const MOST_NAMES = 2_000;
