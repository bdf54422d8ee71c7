import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startClock } from '#app/server/clock.ts';

it('ticks on from the given instant', async () => {
  const start = new Date('2026-11-24T08:00:00Z');
  const clock = startClock(start);
  const first = clock();
  await setTimeout(20);
  expect(first.getTime() - start.getTime()).toBeLessThan(1_000);
  expect(clock().getTime()).toBeGreaterThan(first.getTime());
});

it('is the machine’s without one', () => {
  expect(Math.abs(startClock(null)().getTime() - Date.now())).toBeLessThan(1_000);
});
