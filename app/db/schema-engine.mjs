/**
 * Prisma's schema engine as WebAssembly, in this process: nothing is fetched, nothing is executed from elsewhere.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { parse } from 'pg-connection-string';

/** @typedef {Record<string, (params?: unknown) => Promise<unknown>>} Engine its methods by name */

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@prisma/schema-engine-wasm'));

/** The engine's version as the command line expects it: the hash of its sources. */
export function engineVersion() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return String(version).split('.').at(-1);
}

/**
 * @param {string} url
 * @param {[string, string][]} [datamodels] path and text of each schema file
 * @returns {Promise<{ engine: Engine, close: () => Promise<void> }>}
 */
export async function openSchemaEngine(url, datamodels) {
  loading ??= load();
  const glue = await loading;
  /** @type {pg.Pool[]} the engine disposes of its shadow databases only */
  const pools = [];
  const adapters = bindMigrationAwareSqlAdapterFactory(adapterFactory(url, pools));
  const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, adapters);
  const close = async () => {
    engine.free();
    for (const pool of pools) if (!pool.ended) await pool.end();
  };
  return { engine, close };
}

/** @type {Promise<any> | undefined} */
let loading;

/** Once a process: the glue remembers views of one instance's memory, and would read another's through them. */
async function load() {
  const glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  Reflect.set(globalThis, 'PRISMA_WASM_PANIC_REGISTRY', {
    set_message: (/** @type {string} */ message) => process.stderr.write(`${message}\n`),
  });
  return glue;
}

/**
 * Runs one statement (or none: only connects) on another database of the same server.
 *
 * @param {string} url
 * @param {string | null} database null: the one of the address
 * @param {string} [sql]
 */
export async function runOn(url, database, sql) {
  const client = new pg.Client(settings(url, database));
  await client.connect();
  try {
    if (sql !== undefined) await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Not PrismaPg's own: given a connection string, its shadow database would be the main one.
 *
 * @param {string} url
 * @param {pg.Pool[]} pools gets those opened
 * @returns {import('@prisma/driver-adapter-utils').SqlMigrationAwareDriverAdapterFactory}
 */
function adapterFactory(url, pools) {
  const { provider, adapterName } = new PrismaPg({});
  return {
    provider,
    adapterName,
    connect: () => connectAdapter(settings(url, null), pools),
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
      await runOn(url, null, `CREATE DATABASE "${name}"`);
      const drop = () => runOn(url, null, `DROP DATABASE "${name}" WITH (FORCE)`);
      const adapter = await connectAdapter(settings(url, name), pools, drop);
      if (await isDatabase(pools.at(-1), name)) return adapter;
      await adapter.dispose();
      throw new Error('The embedded engine has one database and so no shadow database: use a server.');
    },
  };
}

/**
 * The embedded engine leads every name to its one database, which a shadow database's use would empty.
 *
 * @param {pg.Pool | undefined} pool
 * @param {string} name
 */
async function isDatabase(pool, name) {
  const result = await pool?.query('SELECT current_database() AS name');
  return result?.rows[0]?.name === name;
}

/**
 * @param {pg.PoolConfig} config
 * @param {pg.Pool[]} pools
 * @param {() => Promise<void>} [afterwards]
 */
async function connectAdapter(config, pools, afterwards) {
  const pool = new pg.Pool({ ...config, Client: TextCharClient });
  pools.push(pool);
  pool.on('error', () => {}); // an idle connection lost when its shadow database is dropped
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => withCharacters(await queryRaw(query));
  adapter.executeScript = async (script) => {
    await pool.query(script); // the adapter's own splits on ';' and so breaks PL/pgSQL
  };
  adapter.dispose = async () => {
    await pool.end();
    await afterwards?.();
  };
  return adapter;
}

/**
 * The parsed address keeps the socket, port and TLS options whatever the database.
 *
 * @param {string} url
 * @param {string | null} database
 */
function settings(url, database) {
  const parsed = parse(url);
  return /** @type {pg.PoolConfig} */ ({ ...parsed, database: database ?? parsed.database });
}

const CHAR_TYPE = 18;
const TEXT_TYPE = 25;

/** @type {WeakMap<unknown[], number[]>} by a result's rows, its columns of the catalogue's type "char" */
const charColumns = new WeakMap();

/** Prisma's adapter refuses the type "char", which the engine asks for: it is told text, then the truth again. */
class TextCharClient extends pg.Client {
  /**
   * @override
   * @param {any[]} args
   * @returns {any}
   */
  query(...args) {
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      args[args.length - 1] = (/** @type {Error | null} */ error, /** @type {any} */ result) =>
        callback(error, error ? result : charAsText(result));
    }
    const promise = Reflect.apply(super.query, this, args);
    return typeof promise?.then === 'function' ? promise.then(charAsText) : promise;
  }
}

/** @param {any} result one result, or those of several statements */
function charAsText(result) {
  for (const { fields, rows } of [result].flat()) {
    const columns = fields.flatMap((/** @type {pg.FieldDef} */ field, /** @type {number} */ index) =>
      field.dataTypeID === CHAR_TYPE ? [index] : [],
    );
    if (columns.length > 0) charColumns.set(rows, columns);
    for (const column of columns) fields[column].dataTypeID = TEXT_TYPE;
  }
  return result;
}

/**
 * @param {import('@prisma/driver-adapter-utils').SqlResultSet} result
 */
function withCharacters(result) {
  for (const column of charColumns.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
  return result;
}
