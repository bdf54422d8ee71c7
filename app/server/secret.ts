import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from './environment.ts';

/**
 * The secret that signs cookies when none is configured: made once, kept in the data folder, readable by its owner
 * alone.
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch {
    // it is there already
  }
  return readFileSync(file, 'utf8').trim();
}

/** Completes the settings with the kept secret and full path, and tells them to the rooms that read the process. */
export function settle(given: Settings): Settings {
  const dataDir = resolve(given.dataDir);
  const settings = { ...given, dataDir, sessionSecret: given.sessionSecret ?? keptSecret(dataDir) };
  Object.assign(process.env, { APP_URL: settings.appUrl, DATA_DIR: dataDir, SESSION_SECRET: settings.sessionSecret });
  return settings;
}
