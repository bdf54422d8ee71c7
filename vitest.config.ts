import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], isolate: false, testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/race/**/*.test.ts'],
          globalSetup: ['tests/integration/global-setup.ts'],
          setupFiles: ['tests/integration/settings.ts'],
          // Two at once fill two cores; modules are loaded, and a database opened, once a worker.
          maxWorkers: 2,
          isolate: false,
          // A shared machine may stand still for half a minute.
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
