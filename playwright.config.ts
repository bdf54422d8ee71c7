import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { defineConfig } from '@playwright/test';

/** The application's port; tests read it from here. */
const port = process.env.E2E_PORT ?? '4517';
const address = `http://127.0.0.1:${port}`;

// Workers inherit the folder from the process that made it and removes it.
if (process.env.E2E_DATA_DIR === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'rb-e2e-'));
  process.env.E2E_DATA_DIR = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}

const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The team's journeys: on a tablet and a desk, not on a phone; a whole term is planned at a desk. */
const TEAM = /(planning|activity|series|closures|desk|sheet|professionals|term)\.spec\.ts$/;
/** What a screen's size changes nothing of. */
const ONCE = /errors\.spec\.ts$/;
const DESK_ONLY = /term\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: Number(process.env.E2E_WORKERS ?? 2),
  fullyParallel: false,
  forbidOnly: true,
  // Long, for a shared machine that may stand still for half a minute.
  timeout: 120_000,
  expect: { timeout: 40_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    actionTimeout: 40_000,
    navigationTimeout: 60_000,
    // E2E_TRACE=1 keeps what led to a failure; recording every step takes a quarter of the time.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: [...args, ...asRoot] },
  },
  projects: [
    { name: 'phone', testIgnore: TEAM, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    {
      name: 'tablet',
      testMatch: TEAM,
      testIgnore: DESK_ONLY,
      use: { viewport: { width: 820, height: 1180 }, hasTouch: true },
    },
    { name: 'desktop', testIgnore: ONCE, use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: 'node app/server/start.mjs',
    url: `${address}/readyz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: port,
      HOST: '127.0.0.1',
      APP_URL: address,
      DATA_DIR: process.env.E2E_DATA_DIR,
      DEMO: '1',
      NOW: '2026-11-22T09:00:00+01:00',
      NODE_ENV: 'test',
      DATABASE_URL: '',
      DATABASE_DIRECT_URL: '',
      SMTP_URL: '',
    },
  },
});
