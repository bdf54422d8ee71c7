import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../prepare.mjs';
import { alternate } from './alternate.ts';
import { startApplication } from './application.ts';
import type { Figure } from './figure.ts';

const ROUNDS = 3;
const run = promisify(execFile);

/** A second `npm start`, until `/readyz` is 200, over a filled data folder that nobody uses meanwhile. */
export async function startFigure(env: Readonly<Record<string, string>>): Promise<Figure> {
  const ours = async () => {
    const start = performance.now();
    const application = await startApplication(env);
    const took = performance.now() - start;
    await application.stop();
    return took;
  };
  const measured = await alternate(ROUNDS, ours, () => floor(env));
  const against = 'node -e 0 et l’ouverture de la base seule';
  return { name: 'second démarrage', against, unit: 'ms', ...measured, aim: { most: 3 } };
}

async function floor(env: Readonly<Record<string, string>>): Promise<number> {
  const options = { cwd: ROOT, env: { ...process.env, ...env, DATABASE_URL: '' } };
  const start = performance.now();
  await run(process.execPath, ['-e', '0'], options);
  const node = performance.now() - start;
  const { stdout } = await run(process.execPath, ['app/server/bench/opening.mjs'], options);
  return node + Number(stdout);
}
