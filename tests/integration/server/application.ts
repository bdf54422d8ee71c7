import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../../..');
const BUILDING_MS = 240_000;

export interface Application {
  readonly address: string;
  readonly port: number;
  readonly dataDir: string;
  /** standard output and error so far */
  readonly said: () => string;
  /** Waits for `/readyz`. Fails when the process ends first. */
  ready(): Promise<void>;
  /** Ends with the exit code, or the signal's name. */
  ended(): Promise<number | string>;
  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void;
}

/** A port nobody has at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'rb-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts `node app/server/<script>` as the person who types the command would. */
export function launch(script: string, args: string[], env: Record<string, string>): Application {
  /** the caller's own settings must not reach it */
  const inherited = {
    ...process.env,
    SESSION_SECRET: '',
    DATABASE_URL: '',
    APP_URL: '',
    SMTP_URL: '',
    DEMO: '',
    NOW: '',
    HOST: '',
  };
  const child = spawn(process.execPath, [join(ROOT, 'app/server', script), ...args], {
    cwd: ROOT,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const end = endOf(child);
  const port = Number(env.PORT ?? 0);
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    port,
    dataDir: env.DATA_DIR ?? '',
    said: () => said,
    ready: () => untilReady(address, child, () => said),
    ended: () => end,
    signal: (name) => void child.kill(name),
  };
}

function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown')));
}

async function untilReady(address: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + BUILDING_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the application ended: ${said()}`);
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await setTimeout(100);
  }
  throw new Error(`the application is not ready: ${said()}`);
}
