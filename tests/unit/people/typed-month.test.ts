import { expect, it } from 'vitest';
import { typedMonth } from '#app/people/typed-month.ts';

it.each([
  ['2025-03', '2025-03'],
  [' 03/2025 ', '2025-03'],
  ['3 2025', '2025-03'],
  ['3-2025', '2025-03'],
  ['2025-13', null],
  ['13/2025', null],
  ['mars', null],
  ['', null],
])('reads %j as %j', (typed, month) => expect(typedMonth(typed)).toBe(month));
