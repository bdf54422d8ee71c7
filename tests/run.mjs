/**
 * All the tests: `npm test`. With `--check`, what takes less than a minute; with `--postgres`, what the server of
 * TEST_DATABASE_URL can show. Ends with the line "N passed, N failed", and exit status 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** @typedef {{ passed: number, failed: number }} Count */

const ROOT = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'ribambelle-reports-'));
const mode = process.argv[2] ?? '--all';

/** The caller's own settings of the application: tests choose theirs, whatever the shell they are run from. */
const SETTINGS = ['NODE_ENV', 'DEMO', 'NOW', 'APP_URL', 'HOST', 'PORT', 'SMTP_URL', 'MAIL_FROM', 'SESSION_SECRET'];
for (const name of [...SETTINGS, 'DATA_DIR', 'DATABASE_URL', 'DATABASE_DIRECT_URL', 'METRICS_TOKEN']) {
  delete process.env[name];
}

/** @type {Record<string, () => AsyncGenerator<Count>>} */
const MODES = {
  '--all': async function* () {
    yield* prepare();
    yield* readings();
    yield vitest('unit', {});
    yield vitest('integration', { TEST_DATABASE_URL: '' });
    yield endToEnd();
  },
  '--check': async function* () {
    yield* prepare();
    yield command('format', 'prettier', ['--check', '--log-level=warn', '.']);
    yield* readings();
    yield vitest('unit', {});
  },
  '--postgres': async function* () {
    if (!process.env.TEST_DATABASE_URL) {
      process.stdout.write('TEST_DATABASE_URL doit nommer un serveur PostgreSQL où créer des bases.\n');
      return yield { passed: 0, failed: 1 };
    }
    yield* prepare();
    yield vitest('unit', {});
    yield vitest('integration', {});
  },
};

const total = { passed: 0, failed: 0 };
const steps = MODES[mode];
if (steps === undefined) throw new Error(`unknown mode ${mode}`);
for await (const { passed, failed } of steps()) {
  total.passed += passed;
  total.failed += failed;
}
rmSync(reports, { recursive: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Installs what is missing and generates the database client; counts only when it fails. */
async function* prepare() {
  title('préparation');
  const npm = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  if (!isInstalled() && (await run('npm', npm)) !== 0) yield { passed: 0, failed: 1 };
  if ((await run(process.execPath, ['app/db/generate.mjs'])) !== 0) yield { passed: 0, failed: 1 };
}

/** Whether node_modules holds the versions of package-lock.json (optional ones may be for other machines). */
function isInstalled() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const here = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages);
  return wanted.every(([path, { version, optional }]) => path === '' || optional || here[path]?.version === version);
}

/** What reads the sources without running them, side by side: each fills one core. */
async function* readings() {
  const lint = command('lint', 'eslint', ['.', '--max-warnings=0']);
  const types = command('types', 'tsc', ['--noEmit']);
  yield await lint;
  yield await types;
}

/**
 * A tool that passes or fails as a whole.
 *
 * @param {string} name
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function command(name, tool, args) {
  title(name);
  const failed = (await run(bin(tool), args)) === 0 ? 0 : 1;
  process.stdout.write(failed ? `✗ ${name}\n` : `✓ ${name}\n`);
  return { passed: 1 - failed, failed };
}

/**
 * @param {string} project of vitest.config.ts
 * @param {Record<string, string>} env
 * @returns {Promise<Count>}
 */
async function vitest(project, env) {
  title(project);
  const file = join(reports, `${project}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--project', project, '--passWithNoTests', ...reporters];
  const status = await run(bin('vitest'), args, env);
  const report = read(file);
  const broken = (report?.testResults ?? []).filter(
    (/** @type {any} */ suite) =>
      suite.status === 'failed' && !suite.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  );
  return honest(status, report?.numPassedTests ?? 0, (report?.numFailedTests ?? 0) + broken.length);
}

/** @returns {Promise<Count>} */
async function endToEnd() {
  title('e2e');
  const file = join(reports, 'e2e.json');
  try {
    const { findChromium } = await import('./chromium.mjs');
    const env = { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const status = await run(bin('playwright'), ['test', '--reporter=list,json'], env);
    const { expected = 0, flaky = 0, unexpected = 0 } = read(file)?.stats ?? {};
    return honest(status, expected + flaky, unexpected);
  } catch (error) {
    process.stdout.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * A tool that fails without a failed test (an unhandled error, a configuration) still counts as one.
 *
 * @param {number} status
 * @param {number} passed
 * @param {number} failed
 * @returns {Count}
 */
function honest(status, passed, failed) {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit status
 */
function run(program, args, env = {}) {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((done) => {
    child.once('error', () => done(127)).once('close', (code) => done(code ?? 1));
  });
}

/** @param {string} tool */
function bin(tool) {
  return join(ROOT, 'node_modules/.bin', tool);
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {string} name */
function title(name) {
  process.stdout.write(`\n── ${name}\n`);
}
