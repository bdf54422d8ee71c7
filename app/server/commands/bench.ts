import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoWorld, openDemo } from '../bench/demo-world.ts';
import { feedFigures } from '../bench/feeds.ts';
import { type Figure, lineOf, reached } from '../bench/figure.ts';
import { growthOf } from '../bench/growth.ts';
import { multiply } from '../bench/multiply.ts';
import { pageFigure } from '../bench/pages.ts';
import { rushFigure } from '../bench/rush.ts';
import { signInAms } from '../bench/sessions.ts';
import { startFigure } from '../bench/starting.ts';
import { weightFigures } from '../bench/weight.ts';
import type { CommandContext } from '../run-command.ts';
import { ROOT, say } from '../prepare.mjs';

/** It opens databases of its own. */
export const apart = true;

/**
 * `npm run bench [-- --grand]`: every figure as a ratio of two things measured side by side, printed and written to
 * `bench/latest.json`. The rush runs on the server of `TEST_DATABASE_URL` (in a database of its own) when there is one,
 * all else on the embedded engine. `--grand` also measures with a hundred times the demo's data.
 */
export async function run(args: string[], { now }: CommandContext): Promise<number> {
  const server = process.env.TEST_DATABASE_URL || null;
  const figures: Figure[] = [];
  const tell = (...found: readonly Figure[]) => {
    for (const figure of found) say(lineOf(figure));
    figures.push(...found);
  };
  const folder = await mkdtemp(join(tmpdir(), 'rb-bench-'));
  try {
    say('Remplissage de la démonstration…');
    await within(folder, null, async () => {});
    tell(await startFigure({ DATA_DIR: folder }));
    await within(folder, null, (world) => measurePages(world, args.includes('--grand') ? 100 : 10, tell));
    await within(join(folder, 'rush'), server, async (world) => tell(await rushFigure(world)));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  write(figures, now());
  return 0;
}

async function within(folder: string, server: string | null, work: (world: DemoWorld) => Promise<void>) {
  const world = await openDemo(folder, server);
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

async function measurePages(world: DemoWorld, times: number, tell: (...found: readonly Figure[]) => void) {
  const { address, pool } = world;
  const [cookie = ''] = await signInAms(pool, 1, address);
  const session = await busiestSession(pool);
  tell(...(await weightFigures(address, session, cookie)));
  const read = async () => [
    await pageFigure('catalogue', address, '/activites'),
    await pageFigure('séance, connectée', address, `/seances/${session}`, { cookie }),
    ...(await feedFigures(world)),
  ];
  const small = await read();
  tell(...small);
  await multiply(pool, times);
  tell(...growthOf(times, small, await read()));
}

/** The published session to come that most AMs booked. */
async function busiestSession(pool: DemoWorld['pool']): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT s.id FROM "Session" s JOIN "Enrollment" e ON e."sessionId" = s.id JOIN "Activity" a ON a.id = s."activityId"
      WHERE s.state = 'PUBLISHED' AND s."startsAt" > now() + interval '2 days' AND a.kind = 'ATELIER'
      GROUP BY s.id ORDER BY count(*) DESC LIMIT 1`,
  );
  const [session] = rows;
  if (!session) throw new Error('the demo has no session to come that someone booked');
  return session.id;
}

function write(figures: readonly Figure[], at: Date): void {
  const folder = join(ROOT, 'bench');
  mkdirSync(folder, { recursive: true });
  const machine = { node: process.versions.node, processors: cpus().length };
  const told = figures.map((figure) => ({ ...figure, reached: reached(figure) }));
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify({ at, machine, figures: told }, null, 2)}\n`);
}
