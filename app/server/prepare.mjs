/**
 * What must stand before any of the application's own code can run: a Node.js that knows it, locked dependencies,
 * the generated database client, a build. Node's own modules only: on a fresh clone nothing else is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const BUILD_STAMP = join(ROOT, 'build/.sources');
const CLIENT = join(ROOT, 'app/db/generated');

/** A sentence for the person who started the command; anything else thrown is a bug. */
export class Refusal extends Error {}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @param {string} version as `process.versions.node`
 * @returns {string | null} a sentence when the application cannot run on it (`engines` of package.json)
 */
export function refusedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return null;
  return `Ribambelle a besoin de Node.js 20.19, 22.12 ou 24 et plus : cette machine a la version ${version}.`;
}

/** @param {{ build: boolean }} wanted */
export async function prepare({ build }) {
  const refused = refusedNode(process.versions.node);
  if (refused !== null) throw new Refusal(refused);
  await alone(async () => {
    if (!isInstalled()) install();
    await generateClient();
    if (build) buildWhenStale();
  });
}

/** Reads `.env` beside package.json; what the caller has set wins. */
export function readEnvFile() {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Does what npm left in node_modules hold every locked package, in the locked version? */
export function isInstalled() {
  const locked = readPackages(join(ROOT, 'package-lock.json'));
  const present = readPackages(join(ROOT, 'node_modules/.package-lock.json'));
  return Object.entries(locked).every(([path, wanted]) => {
    const found = present[path];
    if (path === '' || (found === undefined && wanted.optional)) return true;
    return found?.version === wanted.version && found?.integrity === wanted.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function install() {
  say('Installation des dépendances (une à deux minutes)…');
  const windows = process.platform === 'win32';
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: ROOT, stdio: 'inherit', shell: windows });
  if (status !== 0) throw new Refusal('L’installation des dépendances (npm ci) a échoué : voir les lignes ci-dessus.');
}

async function generateClient() {
  if (!existsSync(join(CLIENT, 'client.ts'))) say('Préparation du client de la base…');
  const { generate } = await import('../db/generate.mjs');
  await generate();
}

function buildWhenStale() {
  const wanted = sourcesHash();
  if (existsSync(join(ROOT, 'build/server/serve.js')) && read(BUILD_STAMP) === wanted) return;
  say('Construction de l’application (moins d’une minute)…');
  rmSync(BUILD_STAMP, { force: true });
  run([join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build', '--logLevel', 'warn']);
  run([join(import.meta.dirname, 'bundle.mjs')]);
  writeFileSync(BUILD_STAMP, wanted);
}

/** Of everything the build reads. */
export function sourcesHash() {
  const folders = ['app', 'emails', 'public'].flatMap((folder) => files(join(ROOT, folder)));
  const single = ['package-lock.json', 'vite.config.ts', 'remix.config.js', 'tsconfig.json', 'prisma/schema.prisma'];
  return hash([...folders, ...single.map((name) => join(ROOT, name))].filter(existsSync));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return path === CLIENT ? [] : files(path);
      return entry.name.endsWith('.md') ? [] : [path];
    });
}

/** @param {string[]} paths */
function hash(paths) {
  const digest = createHash('sha256');
  for (const path of paths)
    digest
      .update(`${relative(ROOT, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return digest.digest('hex');
}

/** @param {string[]} args of Node.js */
function run(args) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env });
  if (status === 0) return;
  say(`${stdout}${stderr}`.trim());
  throw new Refusal('La construction a échoué : voir les lignes ci-dessus.');
}

/**
 * Two starts in one folder do not install or build over each other. The lock stands beside node_modules, which
 * `npm ci` removes; one left by a dead process is taken over.
 *
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  const lock = join(ROOT, '.cache/prepare.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const holder = Number(read(lock));
      if (!isAlive(holder)) rmSync(lock, { force: true });
      else if (waited === 10) say('Une autre commande prépare l’application : attente…');
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return Reflect.get(Object(error), 'code') === 'EPERM';
  }
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
