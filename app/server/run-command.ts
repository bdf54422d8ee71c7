import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startClock } from './clock.ts';
import { openConfigured } from './database.ts';
import { type Env, readEnvironment, type Settings } from './environment.ts';
import { Refusal } from './prepare.mjs';
import { settle } from './secret.ts';

/** What a command is given beside its arguments. */
export interface CommandContext {
  readonly now: () => Date;
  /** the database's server itself, not a pooler */
  readonly url: string;
  readonly settings: Settings;
  /** where the person stood: file names are relative to it */
  readonly cwd: string;
}

interface Command {
  /** Gives the exit code. */
  run: (args: string[], context: CommandContext) => Promise<number>;
  /** false: takes the database as it is */
  migrated?: boolean;
  /** true: opens databases of its own, and leaves the configured one alone */
  apart?: boolean;
}

/**
 * Runs `commands/<name>.ts` over the configured database, beside a started application or alone. Gives its exit code.
 *
 * @throws Refusal when there is no such command, or the environment or the database says no
 */
export async function runCommand(
  name: string,
  args: string[],
  { env, cwd }: { env: Env; cwd: string },
): Promise<number> {
  const reading = readEnvironment(env, { serving: false });
  if ('error' in reading) throw new Refusal(reading.error);
  const { run, migrated = true, apart = false } = await load(name);
  const now = startClock(reading.ok.startAt);
  if (apart) return run(args, { now, url: '', settings: reading.ok, cwd });
  const settings = settle(reading.ok);
  const database = await openConfigured(env, settings, { reuse: true, migrated });
  try {
    return await run(args, { now, url: database.directUrl, settings, cwd });
  } finally {
    await database.close();
  }
}

async function load(name: string): Promise<Command> {
  const file = join(import.meta.dirname, 'commands', `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) throw new Refusal(`Commande inconnue : « ${name} ».`);
  const loaded: unknown = await import(pathToFileURL(file).href);
  if (!isCommand(loaded)) throw new Error(`${file} exports no run(args, context)`);
  return loaded;
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function';
}
