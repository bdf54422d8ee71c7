import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest';

import { connect, db, disconnect } from '#app/db/client.server.ts';

import { clone, type Clone } from './template.ts';
import './global-setup.ts';

export interface TestDatabase {
  url(): string;
  engine(): 'embedded' | 'server';
}

/** One a worker: its files run one after the other, and each finds it empty. */
let shared: Clone | undefined;

/**
 * Gives a test file a migrated, empty database, and connects `db()` to it. To be called at the top of the file.
 *
 * @param fresh empties all tables before each test
 * @param connected false: no client, and a database of the file's own; it connects by itself
 */
export function useDatabase({ fresh = false, connected = true } = {}): TestDatabase {
  let mine: Clone | undefined;
  const given = (): Clone => {
    if (!mine) throw new Error('the database is there once beforeAll has run');
    return mine;
  };
  beforeAll(async () => {
    const used = shared !== undefined;
    mine = connected ? (shared ??= await clone(inject('template'))) : await clone(inject('template'));
    if (!connected) return;
    connect({ url: mine.url, engine: mine.engine });
    if (used) await truncateAll();
  });
  if (fresh) beforeEach(truncateAll);
  afterAll(async () => {
    await disconnect();
    if (!connected) await mine?.drop();
  });
  return { url: () => given().url, engine: () => given().engine };
}

/**
 * Rows are deleted where there are some, without triggers: truncating
 * all tables costs the embedded engine a third of a second.
 */
const EMPTY_ALL = `
DO $$
DECLARE t text; filled boolean;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR t IN
    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
       OR schemaname = 'graphile_worker' AND tablename IN ('_private_jobs', '_private_job_queues')
  LOOP
    EXECUTE 'SELECT EXISTS (SELECT FROM ' || t || ')' INTO filled;
    IF filled THEN EXECUTE 'DELETE FROM ' || t; END IF;
  END LOOP;
  PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
  FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL;
END $$`;

/** Empties every table of ours and the job queue; numbers start again. */
export async function truncateAll(): Promise<void> {
  await db().$executeRawUnsafe(EMPTY_ALL);
}

/** For races: the embedded engine is serial, so they are skipped unless `TEST_DATABASE_URL` names a server. */
export function describeOnServer(name: string, body: () => void): void {
  const server = process.env.TEST_DATABASE_URL;
  const title = server ? name : `${name} (sauté : seule une base de TEST_DATABASE_URL connaît la simultanéité)`;
  describe.skipIf(!server)(title, body);
}
