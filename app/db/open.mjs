import { resolve } from 'node:path';

import { runningEngine, startEngine } from './engine.mjs';

/**
 * @typedef {object} OpenDatabase
 * @property {string} url where requests go
 * @property {string} directUrl the server itself, when `url` is a pooler: migrations and jobs
 * @property {'embedded' | 'server'} engine
 * @property {() => Promise<void>} close stops the engine this process started; harmless otherwise, and twice
 */

/**
 * Opens the configured database: the server of `DATABASE_URL`, else the embedded engine in `DATA_DIR` (./data).
 *
 * @param {object} [options]
 * @param {Record<string, string | undefined>} [options.env]
 * @param {boolean} [options.reuse] for commands beside a started application: uses its engine when it runs
 * @returns {Promise<OpenDatabase>}
 * @throws {Error} one sentence, when another process has the embedded database
 */
export async function openDatabase({ env = process.env, reuse = false } = {}) {
  if (env.DATABASE_URL) {
    const directUrl = env.DATABASE_DIRECT_URL || env.DATABASE_URL;
    return { url: env.DATABASE_URL, directUrl, engine: 'server', close: async () => {} };
  }
  const dataDir = resolve(env.DATA_DIR || 'data');
  const running = reuse ? await runningEngine(dataDir) : null;
  if (running !== null) return { url: running, directUrl: running, engine: 'embedded', close: async () => {} };
  const { url, close } = await startEngine(dataDir);
  return { url, directUrl: url, engine: 'embedded', close };
}
