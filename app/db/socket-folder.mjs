import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET = '.s.PGSQL.5432';
/** Systems allow 104 (macOS) or 108 (Linux) bytes for a socket's path. */
const LONGEST = 90;

/**
 * The folder of the engine's socket, the same for every process of one data folder: beside the data when the path is
 * short enough, else under the system's temporary folder.
 *
 * @param {string} dataDir must exist
 */
export function socketFolder(dataDir) {
  const real = realpathSync(dataDir);
  const beside = join(real, 'socket');
  if (Buffer.byteLength(join(beside, SOCKET)) < LONGEST) return beside;
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16);
  return join(tmpdir(), `ribambelle-${process.getuid?.() ?? 0}-${name}`);
}

/** @param {string} folder */
export function socketPath(folder) {
  return join(folder, SOCKET);
}

/**
 * Makes the folder, for us alone: the engine asks no password.
 *
 * @param {string} folder
 * @throws {Error} when the folder is another user's, a link, or open to others
 */
export function makePrivateFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  const mine = process.getuid === undefined || stat.uid === process.getuid();
  if (!stat.isDirectory() || !mine || (stat.mode & 0o077) !== 0) {
    throw new Error(`Le dossier ${folder} doit être à vous seul (droits 0700) : il porte l’accès à la base.`);
  }
}

/**
 * Whether an engine answers on the folder's socket.
 *
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
export function answers(folder) {
  return new Promise((resolve) => {
    const socket = connect(socketPath(folder));
    const end = (/** @type {boolean} */ alive) => {
      socket.destroy();
      resolve(alive);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/**
 * A libpq address of the socket, understood by pg, Prisma's engine and the job worker.
 * @param {string} folder
 */
export function socketUrl(folder) {
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
}
