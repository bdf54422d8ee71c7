import type { Tx } from './client.server.ts';

/*
 * Row locks, taken in one order everywhere: site (if it has a ceiling), sessions by id, persons by id. Always
 * FOR NO KEY UPDATE: a plain FOR UPDATE deadlocks with the share locks of foreign keys.
 */

/** Locks a site until the transaction ends. */
export async function lockSite(tx: Tx, siteId: string): Promise<number> {
  return tx.$executeRaw`SELECT 1 FROM "Site" WHERE id = ${siteId}::uuid FOR NO KEY UPDATE`;
}

/** Locks those of these sites that have a ceiling, in the order of their ids whatever the order given. */
export async function lockSites(tx: Tx, ids: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    SELECT 1 FROM "Site" WHERE id = ANY(${[...ids]}::uuid[]) AND "maxPersons" IS NOT NULL
     ORDER BY id FOR NO KEY UPDATE`;
}

/** Locks sessions, in the order of their ids whatever the order given. */
export async function lockSessions(tx: Tx, ids: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    SELECT 1 FROM "Session" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/** Locks persons, in the order of their ids whatever the order given. */
export async function lockPersons(tx: Tx, ids: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    SELECT 1 FROM "Person" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}
