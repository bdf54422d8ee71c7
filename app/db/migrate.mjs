import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { runMigrations } from 'graphile-worker';
import pg from 'pg';

import { openSchemaEngine } from './schema-engine.mjs';

const FOLDER = resolve(import.meta.dirname, '../../prisma/migrations');
const NO_TABLE = '42P01';

/**
 * @typedef {object} Migration
 * @property {string} name its folder
 * @property {string} sql
 * @property {string} checksum SHA-256 of the text, as Prisma records it
 */

/**
 * The migrations of the sources, oldest first.
 *
 * @param {string} [folder]
 * @returns {Migration[]}
 */
export function migrations(folder = FOLDER) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .map((migration) => ({ ...migration, checksum: createHash('sha256').update(migration.sql).digest('hex') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * Brings a database to the sources' state, the job queue's own tables included. Takes milliseconds when nothing is
 * to be done; needs no network.
 *
 * @param {object} options
 * @param {string} options.url the server itself, not a pooler
 * @param {string} [options.folder]
 * @returns {Promise<string[]>} the migrations just applied
 * @throws {Error} when a migration fails, or one already applied has been changed or is missing here
 */
export async function migrate({ url, folder = FOLDER }) {
  const wanted = migrations(folder);
  const pending = await isPending(url, wanted);
  const applied = pending.ours ? await apply(url, folder, wanted) : [];
  if (pending.jobs) await runMigrations({ connectionString: url, noPreparedStatements: true });
  return applied;
}

/**
 * @param {string} url
 * @param {Migration[]} wanted
 */
async function isPending(url, wanted) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const done = await rows(
      client,
      'SELECT * FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const jobs = await rows(client, 'SELECT max(id) AS last FROM graphile_worker.migrations');
    const recorded = new Map(done.map((row) => [row.migration_name, row.checksum]));
    const changed = wanted.find(({ name, checksum }) => recorded.has(name) && recorded.get(name) !== checksum);
    if (changed) throw new Error(`La migration ${changed.name} a changé depuis qu’elle a été appliquée.`);
    const unknown = done.find((row) => !wanted.some(({ name }) => name === row.migration_name));
    if (unknown) {
      throw new Error(
        `La base est plus récente que cette version : elle porte la migration ${unknown.migration_name}.`,
      );
    }
    return { ours: wanted.length > recorded.size, jobs: Number(jobs[0]?.last ?? 0) < LAST_JOBS_MIGRATION };
  } finally {
    await client.end();
  }
}

/** Of graphile-worker 0.17; a test compares it with what its migrations leave. */
const LAST_JOBS_MIGRATION = 19;

/**
 * @param {pg.Client} client
 * @param {string} sql
 * @returns {Promise<Record<string, string>[]>} nothing when the table is not there yet
 */
async function rows(client, sql) {
  try {
    return (await client.query(sql)).rows;
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === NO_TABLE) return [];
    throw error;
  }
}

/**
 * @param {string} url
 * @param {string} folder
 * @param {Migration[]} wanted
 * @returns {Promise<string[]>}
 */
async function apply(url, folder, wanted) {
  const { engine, close } = await openSchemaEngine(url);
  const lock = join(folder, 'migration_lock.toml');
  const migrationsList = {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: wanted.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const output = await engine.applyMigrations?.({ migrationsList, filters });
    return Reflect.get(Object(output), 'appliedMigrationNames') ?? [];
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Les migrations de la base ont échoué : ${message}`, { cause });
  } finally {
    await close();
  }
}
