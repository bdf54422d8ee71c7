import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Runs Prisma's command line with our schema engine: it fetches nothing and phones nowhere.
 *
 * @param {string[]} args for instance `['generate']`
 * @param {Record<string, string>} [env] added to the process's own
 * @returns {Promise<string>} what it printed
 * @throws {Error} with what it printed, when it fails
 */
export function prismaCommand(args, env = {}) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...prismaEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) =>
      code === 0 ? done(output) : fail(new Error(`prisma ${args.join(' ')} a échoué :\n${output}`)),
    );
  });
}

/** @returns {Record<string, string>} */
function prismaEnvironment() {
  return {
    PRISMA_SCHEMA_ENGINE_BINARY: resolve(ROOT, 'prisma/schema-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    NO_COLOR: '1',
  };
}
