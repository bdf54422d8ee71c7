import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { ROOT } from '../prepare.mjs';

export interface Application {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the application as `npm start` does, with the demo, and waits until `/readyz` is 200. */
export async function startApplication(env: Record<string, string>): Promise<Application> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const own = { PORT: String(port), DEMO: '1', LOG_LEVEL: 'error', NODE_ENV: '', HOST: '', APP_URL: '', SMTP_URL: '' };
  const child = launch(['app/server/start.mjs'], {
    DATABASE_URL: '',
    DATABASE_DIRECT_URL: '',
    NOW: '',
    ...own,
    ...env,
  });
  await untilAnswers(`${address}/readyz`, child);
  return { address, stop: () => ended(child) };
}

/** A bare Express server: ready-made strings joined (`/joined`), and an empty answer (`/empty`). */
export async function startFloor(events: string): Promise<Application> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const child = launch(['app/server/bench/floor.mjs'], { PORT: String(port), EVENTS: events });
  await untilAnswers(`${address}/empty`, child);
  return { address, stop: () => ended(child) };
}

/** Runs Node.js in the application's folder. */
export function launch(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'ignore' });
}

export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  const end = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return end;
}

async function untilAnswers(address: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server of ${address} ended`);
    const answer = await fetch(address).catch(() => null);
    if (answer !== null && answer.status < 400) return;
    await setTimeout(20);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
