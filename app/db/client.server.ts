import { PrismaPg } from '@prisma/adapter-pg';
import { createHash } from 'node:crypto';
import pg from 'pg';

import { PrismaClient, type Prisma } from './generated/client.ts';

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;
export type DbOrTx = Db | Tx;

export interface Connection {
  url: string;
  /** The server itself, when `url` is a pooler. */
  directUrl?: string;
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
export function connect({ url, directUrl = url, engine, max }: Connection): Db {
  if (globalThis.ribambelleDatabase) throw new Error('already connected to a database');
  const direct = engine === 'server' && directUrl === url;
  const pool = new pg.Pool({
    connectionString: url,
    // Compiling a plan takes longer than any of ours takes to run; old statistics are enough to have it tried each time.
    ...(direct && { options: '-c jit=off' }),
    max: max ?? (engine === 'server' ? poolSize() : 6),
    connectionTimeoutMillis: 20_000,
  });
  pool.on('error', () => {}); // a lost idle connection is replaced; the query that needs one tells
  const adapter = new PrismaPg(pool, direct ? { statementNameGenerator: statementName } : {});
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

/**
 * The server then plans a query once a connection. Not for the embedded engine, whose clients share one session, nor
 * through a pooler, which may give each transaction another. A connection keeps every name it met: statements with
 * long lists of values, one text a length, stay unnamed (an empty name), and so does what comes past so many.
 */
function statementName({ sql, args }: { sql: string; args: readonly unknown[] }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (args.length > MOST_VALUES || names.size >= MOST_NAMES) return '';
  const name = `rb_${createHash('sha1').update(sql).digest('base64url')}`;
  names.set(sql, name);
  return name;
}

const MOST_VALUES = 32;
const MOST_NAMES = 1_000;
