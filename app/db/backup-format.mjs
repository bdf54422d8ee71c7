/**
 * A whole-database backup that moves between the embedded engine and a server: gzipped lines of JSON. The first line
 * names the migrations, then each table is announced and followed by its rows, sequences last. Values travel in
 * PostgreSQL's own text form, so nothing is lost on the way (numeric, ranges, time stamps to the microsecond).
 */
import pg from 'pg';

export const FORMAT = 'ribambelle-backup-1';
const BATCH = 500;
/** Files of several megabytes stand in such columns, and twice as long in text. */
const HEAVY_BATCH = 4;

/** How many rows of a table travel at once. @param {{ types: string[] }} table */
export const batchOf = ({ types }) => (types.includes('bytea') ? HEAVY_BATCH : BATCH);

/** The job queue's rows travel too: a mail that waits is not lost. Its workers' state does not. */
export const TABLES = `
  SELECT n.nspname AS schema, c.relname AS name,
         array_agg(a.attname::text ORDER BY a.attnum) AS columns,
         array_agg(format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum) AS types
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind = 'r'
    AND (n.nspname = 'public' AND c.relname <> '_prisma_migrations'
      OR n.nspname = 'graphile_worker' AND c.relname IN ('_private_tasks', '_private_job_queues', '_private_jobs'))
  GROUP BY 1, 2 ORDER BY 1, 2`;

export const MIGRATIONS = `
  SELECT migration_name AS name, checksum FROM _prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`;

/** How values are written as text, the same whatever the server's settings. */
export const TEXT_FORM = `SET LOCAL DateStyle = 'ISO, MDY'; SET LOCAL TimeZone = 'UTC'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL bytea_output = 'hex'`;

/** @typedef {{ schema: string, name: string, columns: string[], types: string[] }} Table */

/** @param {{ schema: string, name: string }} table */
export function nameOf({ schema, name }) {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
