import { expect, it } from 'vitest';
import { decideDemo, type DemoMark } from '#app/server/demo-guard.ts';

const filling: DemoMark = { state: 'filling' };
const filled: DemoMark = { state: 'filled' };

it.each<[boolean, DemoMark, boolean, string]>([
  [true, null, true, 'fill'],
  [true, filling, true, 'refill'],
  [true, filling, false, 'refill'],
  [true, filled, false, 'go-on'],
  [false, null, true, 'go-on'],
  [false, null, false, 'go-on'],
])('DEMO=%s over %o, empty %s: %s', (demo, mark, isEmpty, expected) => {
  expect(decideDemo(demo, mark, isEmpty)).toBe(expected);
});

it.each<[boolean, DemoMark, boolean]>([
  [true, null, false],
  [false, filled, false],
  [false, filling, true],
])('DEMO=%s over %o, empty %s is refused in a sentence', (demo, mark, isEmpty) => {
  expect(decideDemo(demo, mark, isEmpty)).toHaveProperty('refusal', expect.stringMatching(/^DEMO=[01], mais .+\.$/));
});
