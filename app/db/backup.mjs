import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import pg from 'pg';

import { batchOf, FORMAT, MIGRATIONS, nameOf, TABLES, TEXT_FORM, withClient } from './backup-format.mjs';

/** @typedef {import('./backup-format.mjs').Table} Table */

const SEQUENCES = `
  SELECT schemaname AS schema, sequencename AS name, last_value::text AS value
  FROM pg_sequences WHERE schemaname IN ('public', 'graphile_worker') AND last_value IS NOT NULL ORDER BY 1, 2`;

/**
 * Writes the whole database, as it is at one instant, to a file. The file appears only once it is complete.
 *
 * @param {{ url: string, file: string }} options
 * @returns {Promise<{ tables: number, rows: number }>}
 */
export async function backup({ url, file }) {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    const count = await withClient(url, async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(TEXT_FORM);
      const rows = await writeAll(client, unfinished);
      await client.query('COMMIT');
      return rows;
    });
    await rename(unfinished, file);
    return count;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/**
 * @param {pg.Client} client
 * @param {string} file
 */
async function writeAll(client, file) {
  await (await open(file, 'w', 0o600)).close(); // personal data: for its owner alone
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(file, { flags: 'r+' }));
  const write = async (/** @type {unknown} */ line) => {
    if (!gzip.write(`${JSON.stringify(line)}\n`)) await once(gzip, 'drain');
  };
  await write({ format: FORMAT, migrations: (await client.query(MIGRATIONS)).rows });
  /** @type {Table[]} */
  const tables = (await client.query(TABLES)).rows;
  let rows = 0;
  for (const table of tables) {
    await write({ table });
    rows += await writeRows(client, table, write);
  }
  const sequences = (await client.query(SEQUENCES)).rows;
  await write({ end: { rows, sequences } });
  gzip.end();
  await written;
  return { tables: tables.length, rows };
}

/**
 * @param {pg.Client} client
 * @param {Table} table
 * @param {(line: unknown) => Promise<void>} write
 */
async function writeRows(client, table, write) {
  const columns = table.columns.map((column) => `${pg.escapeIdentifier(column)}::text`).join(', ');
  await client.query(`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT ${columns} FROM ${nameOf(table)}`);
  const batch = batchOf(table);
  let count = 0;
  for (;;) {
    const { rows } = await client.query({ text: `FETCH ${batch} FROM backup_rows`, rowMode: 'array' });
    for (const row of rows) await write(row);
    count += rows.length;
    if (rows.length < batch) break;
  }
  await client.query('CLOSE backup_rows');
  return count;
}
