import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest';

import { connect, db, disconnect } from '#app/db/client.server.ts';

import { clone, type Clone } from './template.ts';
import './global-setup.ts';

export interface TestDatabase {
  url(): string;
  engine(): 'embedded' | 'server';
}

/**
 * Gives a test file its own migrated database, and connects `db()` to it. To be called at the top of the file.
 *
 * @param fresh empties all tables before each test
 * @param connected false: no client; the file connects by itself
 */
export function useDatabase({ fresh = false, connected = true } = {}): TestDatabase {
  let mine: Clone | undefined;
  const given = (): Clone => {
    if (!mine) throw new Error('the database is there once beforeAll has run');
    return mine;
  };
  beforeAll(async () => {
    mine = await clone(inject('template'));
    if (connected) connect({ url: mine.url, engine: mine.engine });
  });
  if (fresh) beforeEach(truncateAll);
  afterAll(async () => {
    await disconnect();
    await mine?.drop();
  });
  return { url: () => given().url, engine: () => given().engine };
}

/** Empties every table of ours and the job queue. */
export async function truncateAll(): Promise<void> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
       OR schemaname = 'graphile_worker' AND tablename IN ('_private_jobs', '_private_job_queues')`;
  const names = tables.map(({ name }) => name).join(', ');
  if (names !== '') await db().$executeRawUnsafe(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
}

/** For races: the embedded engine is serial, so they are skipped unless `TEST_DATABASE_URL` names a server. */
export function describeOnServer(name: string, body: () => void): void {
  const server = process.env.TEST_DATABASE_URL;
  const title = server ? name : `${name} (sauté : seule une base de TEST_DATABASE_URL connaît la simultanéité)`;
  describe.skipIf(!server)(title, body);
}
