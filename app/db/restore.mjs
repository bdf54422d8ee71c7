import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

import pg from 'pg';

import { batchOf, FORMAT, MIGRATIONS, nameOf, TABLES, TEXT_FORM, withClient } from './backup-format.mjs';
import { migrate } from './migrate.mjs';

/** @typedef {import('./backup-format.mjs').Table} Table */

const FOREIGN_KEYS = `
  SELECT n.nspname AS schema, c.relname AS name, k.conname AS key, pg_get_constraintdef(k.oid) AS definition
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE k.contype = 'f' AND n.nspname IN ('public', 'graphile_worker')`;

/**
 * Fills an empty database from a backup, all or nothing, having migrated it first.
 *
 * @param {{ url: string, file: string }} options `url`: the server itself, as the tables' owner
 * @returns {Promise<{ tables: number, rows: number }>}
 * @throws {Error} one sentence: not a backup, cut short, of other migrations, or a database that holds anything
 */
export async function restore({ url, file }) {
  await migrate({ url });
  return withClient(url, async (client) => {
    await client.query('BEGIN');
    try {
      await client.query(TEXT_FORM);
      await refuseUnlessEmpty(client);
      const count = await withoutGuards(client, () => readAll(client, file));
      await releaseJobs(client);
      await client.query('COMMIT');
      return count;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}

/**
 * @param {pg.Client} client
 * @param {string} file
 */
async function readAll(client, file) {
  let rows = 0;
  let tables = 0;
  /** @type {{ rows: number, sequences: { schema: string, name: string, value: string }[] } | null} */
  let end = null;
  /** @type {Table | null} */
  let table = null;
  /** @type {(string | null)[][]} */
  let batch = [];
  const flush = async () => {
    if (table !== null && batch.length > 0) await insert(client, table, batch);
    rows += batch.length;
    batch = [];
  };
  let first = true;
  for await (const line of linesOf(file)) {
    if (first) await refuseUnlessOurs(client, line);
    else if (Array.isArray(line)) batch.push(line);
    else {
      await flush();
      if (line.table) tables += 1;
      table = line.table ?? null;
      end = line.end ?? null;
    }
    if (table !== null && batch.length === batchOf(table)) await flush();
    first = false;
  }
  if (end === null || end.rows !== rows) throw new Error(`La sauvegarde ${file} est incomplète.`);
  for (const sequence of end.sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint)', [nameOf(sequence), sequence.value]);
  }
  return { tables, rows };
}

/**
 * @param {string} file
 * @returns {AsyncGenerator<any>}
 */
async function* linesOf(file) {
  const text = createGunzip().setEncoding('utf8');
  createReadStream(file)
    .once('error', (error) => text.destroy(error))
    .pipe(text);
  /** What was read of the current line: a file kept in the database makes one of many chunks. @type {string[]} */
  let parts = [];
  try {
    for await (const chunk of text) {
      parts.push(chunk);
      if (!chunk.includes('\n')) continue;
      const lines = parts.join('').split('\n');
      parts = [lines.pop() ?? ''];
      for (const line of lines) yield JSON.parse(line);
    }
  } catch (cause) {
    throw new Error(`La sauvegarde ${file} est illisible ou incomplète.`, { cause });
  }
}

/**
 * One array a column: a statement has at most 65,535 parameters, and this has as many as columns.
 *
 * @param {pg.Client} client
 * @param {Table} table
 * @param {(string | null)[][]} rows
 */
async function insert(client, { schema, name, columns, types }, rows) {
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const values = columns.map((_, index) => `v.c${index}::${types[index]}`).join(', ');
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const aliases = columns.map((_, index) => `c${index}`).join(', ');
  await client.query(
    `INSERT INTO ${nameOf({ schema, name })} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${values} FROM unnest(${arrays}) AS v(${aliases})`,
    columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  );
}

/**
 * The rows were valid together: our triggers are not to judge them one by one, nor foreign keys before all are there.
 * The keys are made anew at the end, which verifies them; an owner may do so, where only a superuser may silence them.
 *
 * @template T
 * @param {pg.Client} client
 * @param {() => Promise<T>} work
 */
async function withoutGuards(client, work) {
  /** @type {Table[]} */
  const tables = (await client.query(TABLES)).rows;
  const keys = (await client.query(FOREIGN_KEYS)).rows;
  const alter = async (/** @type {{ schema: string, name: string }} */ table, /** @type {string} */ change) => {
    await client.query(`ALTER TABLE ${nameOf(table)} ${change}`);
  };
  for (const table of tables) await alter(table, 'DISABLE TRIGGER USER');
  for (const key of keys) await alter(key, `DROP CONSTRAINT ${pg.escapeIdentifier(key.key)}`);
  const result = await work();
  for (const key of keys) await alter(key, `ADD CONSTRAINT ${pg.escapeIdentifier(key.key)} ${key.definition}`);
  for (const table of tables) await alter(table, 'ENABLE TRIGGER USER');
  return result;
}

/**
 * The workers that held jobs when the backup was made are not those of this database.
 * @param {pg.Client} client
 */
async function releaseJobs(client) {
  for (const table of ['_private_jobs', '_private_job_queues']) {
    await client.query(`UPDATE graphile_worker.${table} SET locked_at = NULL, locked_by = NULL`);
  }
}

/** @param {pg.Client} client */
async function refuseUnlessEmpty(client) {
  /** @type {Table[]} */
  const tables = (await client.query(TABLES)).rows;
  for (const table of tables.filter(({ schema }) => schema === 'public')) {
    const { rows } = await client.query(`SELECT 1 FROM ${nameOf(table)} LIMIT 1`);
    if (rows.length > 0) throw new Error(`La base n’est pas vide (table ${table.name}) : rien n’a été restauré.`);
  }
  const jobs = tables.filter(({ schema }) => schema !== 'public').map(nameOf);
  if (jobs.length > 0) await client.query(`TRUNCATE ${jobs.join(', ')} CASCADE`);
}

/**
 * @param {pg.Client} client
 * @param {any} head
 */
async function refuseUnlessOurs(client, head) {
  if (head?.format !== FORMAT) throw new Error('Ce fichier n’est pas une sauvegarde de Ribambelle.');
  const here = (await client.query(MIGRATIONS)).rows;
  if (JSON.stringify(here) !== JSON.stringify(head.migrations)) {
    throw new Error(
      'La sauvegarde vient d’une autre version : restaurez-la avec la version qui l’a écrite, puis mettez à jour.',
    );
  }
}
