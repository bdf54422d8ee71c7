import type { Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { type Clock, startClock } from './clock.ts';
import { openConfigured } from './database.ts';
import { decideDemo } from './demo-guard.ts';
import { emptyDemo, markDemo, readDemo } from './demo.server.ts';
import { type Env, readEnvironment, type Settings } from './environment.ts';
import { createApp, type Readiness } from './express.ts';
import { createHandler, startVite } from './framework.ts';
import { HeldFeeds, type Tell } from './held-feeds.ts';
import { startJobs } from './jobs.ts';
import { closeServer, listen } from './listen.ts';
import { createLogger, logAnswered, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { Refusal, ROOT, say } from './prepare.mjs';
import { isDatabaseReady, queueSizes } from './queues.server.ts';
import { settle } from './secret.ts';
import { shippedHolidays } from './shippedHolidays.server.ts';

/** What must be undone before the process ends, last done first. */
type Undo = (() => Promise<unknown>)[];

/**
 * Serves until a signal: listens at once (503 until ready), opens and migrates the database, fills the demo, starts
 * the jobs. A first signal stops cleanly, a second at once.
 *
 * @param env the caller's environment, before any default
 */
export async function serve({ env, dev }: { env: Env; dev: boolean }): Promise<void> {
  const reading = readEnvironment(env);
  if ('error' in reading) throw new Refusal(reading.error);
  const settings = settle(reading.ok);
  const undo: Undo = [];
  const isStopping = stopOnSignals(undo);
  try {
    await start(settings, env, dev, undo);
  } catch (error) {
    if (isStopping()) return; // what was closed under it; the signal's own way ends the process
    await runAll(undo);
    throw error;
  }
}

async function start(settings: Settings, env: Env, dev: boolean, undo: Undo): Promise<void> {
  const clock = startClock(settings.startAt);
  const logger = createLogger(settings.logLevel);
  const readiness: Readiness = { handler: null, check: isDatabaseReady };
  const vite = dev ? await startVite(ROOT) : null;
  if (vite) undo.push(() => vite.close());
  const metrics = createMetrics(queueSizes);
  const app = createApp({ settings, logger, metrics, readiness, root: ROOT, vite: vite?.middlewares ?? null });
  const feeds = new HeldFeeds(clock);
  const server: Server = await listen(feeds.before(app, tellAnswered(logger, metrics)), settings);
  undo.push(() => closeServer(server));

  const handler = createHandler(ROOT, settings, clock, vite, feeds); // loads while the database opens
  handler.catch(() => {});
  const database = await openConfigured(env, settings, { reuse: false, migrated: true });
  undo.unshift(() => database.close());
  await prepareDemo(settings, clock);
  await shippedHolidays();
  const jobs = await startJobs(database, { now: clock, settings, logger });
  undo.push(() => jobs.stop());
  readiness.handler = await handler;
  say(`Ribambelle est prête : ${settings.appUrl}`);
}

/** Whatever is answered before the framework is logged and measured like all else. */
function tellAnswered(logger: Logger, metrics: Metrics): Tell {
  return (answered) => {
    metrics.count({ ...answered, status: 304 });
    logAnswered(logger, { ...answered, status: 304 });
  };
}

async function prepareDemo({ demo }: Settings, now: Clock): Promise<void> {
  const { mark, isEmpty } = await readDemo();
  const decision = decideDemo(demo, mark, isEmpty);
  if (typeof decision === 'object') throw new Refusal(decision.refusal);
  if (decision === 'go-on') return;
  if (decision === 'refill') await emptyDemo();
  await markDemo('filling');
  say('Remplissage de la démonstration (moins d’une minute)…');
  // Once in an installation's life: read from its source then, rather than built into what each start loads.
  const { tsImport } = await import('tsx/esm/api');
  const filling: unknown = await tsImport('./app/server/fillDemo.server.ts', pathToFileURL(`${ROOT}/`).href);
  if (!isFilling(filling)) throw new Error('fillDemo.server.ts exports no fillDemo');
  await filling.fillDemo({ now, progress: (line) => say(`  ${line}`) });
  await markDemo('filled');
}

interface Filling {
  fillDemo: (options: { now: Clock; progress: (line: string) => void }) => Promise<unknown>;
}

function isFilling(value: unknown): value is Filling {
  return typeof value === 'object' && value !== null && 'fillDemo' in value && typeof value.fillDemo === 'function';
}

/** Ctrl-C reaches the process twice, from the terminal and from npm: what follows at once is the same wish. */
const SAME_WISH_MS = 500;

function stopOnSignals(undo: Undo): () => boolean {
  let asked: number | null = null;
  const stop = () => {
    if (asked !== null && Date.now() - asked > SAME_WISH_MS) process.exit(130);
    if (asked !== null) return;
    asked = Date.now();
    say('Arrêt en cours…');
    void runAll(undo).then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => asked !== null;
}

async function runAll(undo: Undo): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) {
    await step().catch((error: unknown) => say(String(error)));
  }
}
