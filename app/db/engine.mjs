import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { claimFolder } from './engine-lock.mjs';
import { answers, makePrivateFolder, socketFolder, socketPath, socketUrl } from './socket-folder.mjs';

/**
 * Starts the embedded engine on a data folder, in its own thread: a long query stops no page.
 *
 * @param {string} dataDir
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 * @throws {Error} one sentence, when another process has the folder or the engine cannot open it
 */
export async function startEngine(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = socketFolder(dataDir);
  const release = await claimFolder(dataDir, () => answers(folder));
  try {
    makePrivateFolder(folder);
    rmSync(socketPath(folder), { force: true }); // what a killed process left
    const worker = new Worker(new URL('./engine-worker.mjs', import.meta.url), {
      workerData: { dataDir: join(dataDir, 'postgres'), socketPath: socketPath(folder) },
      execArgv: [],
    });
    await readiness(worker, dataDir);
    return { url: socketUrl(folder), close: once(() => stop(worker, folder, release)) };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * The address of the engine another process runs on the data folder, or null.
 *
 * @param {string} dataDir
 */
export async function runningEngine(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = socketFolder(dataDir);
  return (await answers(folder)) ? socketUrl(folder) : null;
}

/**
 * @param {Worker} worker
 * @param {string} dataDir
 * @returns {Promise<void>}
 */
function readiness(worker, dataDir) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {unknown} */ cause) =>
      reject(new Error(`La base embarquée de ${dataDir} ne s’ouvre pas.`, { cause }));
    worker.once('error', fail);
    worker.once('exit', fail);
    worker.once('message', () => {
      worker.off('error', fail);
      worker.off('exit', fail);
      resolve();
    });
  });
}

/**
 * @param {Worker} worker
 * @param {string} folder
 * @param {() => void} release
 */
async function stop(worker, folder, release) {
  await new Promise((resolve) => {
    worker.once('message', resolve).once('exit', resolve);
    worker.postMessage('close');
  });
  await worker.terminate();
  rmSync(socketPath(folder), { force: true });
  release();
}

/**
 * @param {() => Promise<void>} work
 * @returns {() => Promise<void>}
 */
function once(work) {
  /** @type {Promise<void> | undefined} */
  let running;
  return () => (running ??= work());
}
