/**
 * One process at a time per folder: two engines on one folder would destroy it. Each process first writes its own
 * claim, then looks for other living ones and withdraws: of two that start together at most one stays. A claim names
 * the process by id *and* start time, so what kill -9 leaves behind is seen to be dead even when its id lives again.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const SUFFIX = '.claim';

/**
 * Claims a folder for this process.
 *
 * @param {string} folder
 * @param {() => Promise<boolean>} answers whether an engine answers on the folder's socket (a claim of another
 *   machine or container says nothing about its process)
 * @returns {Promise<() => void>} gives the claim back
 * @throws {Error} one sentence, when another process holds the folder
 */
export async function claimFolder(folder, answers) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = join(folder, `${hostname()}-${process.pid}${SUFFIX}`);
  const identity = JSON.stringify({ host: hostname(), pid: process.pid, started: startOf(process.pid) });
  if (read(own) === identity) throw taken(folder, process.pid);
  writeFileSync(own, identity, { mode: 0o600 });
  const release = () => rmSync(own, { force: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!name.endsWith(SUFFIX) || path === own) continue;
    const claim = parse(read(path));
    if (claim !== null && (await isAlive(claim, answers))) {
      release();
      throw taken(folder, claim.pid);
    }
    rmSync(path, { force: true });
  }
  return release;
}

/**
 * @param {{ host: string, pid: number, started: string }} claim
 * @param {() => Promise<boolean>} answers
 */
async function isAlive(claim, answers) {
  if (claim.host !== hostname()) return answers();
  const started = startOf(claim.pid);
  return started !== '' && started === claim.started;
}

/**
 * What tells a process from a later one of the same id; empty when there is none.
 * @param {number} pid
 */
function startOf(pid) {
  if (process.platform === 'linux') {
    const stat = read(`/proc/${pid}/stat`);
    const boot = read('/proc/sys/kernel/random/boot_id') ?? '';
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    // a zombie (Z) or dead (X) process holds nothing any more
    return fields === undefined || ['Z', 'X'].includes(fields[0] ?? '') ? '' : `${boot.trim()} ${fields[19]}`;
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * @param {string | null} text
 * @returns {{ host: string, pid: number, started: string } | null}
 */
function parse(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {string} folder
 * @param {number} pid
 */
function taken(folder, pid) {
  return new Error(`La base de ${folder} est déjà ouverte par le processus ${pid} : arrêtez-le d’abord.`);
}
