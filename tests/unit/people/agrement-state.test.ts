import { expect, test } from 'vitest';

import { agrementState, agrementWords, validityWords } from '#app/people/agrement-state.ts';

const TODAY = '2026-11-22';

test.each([
  [null, 'valid', 'sans date de fin'],
  ['2026-11-21', 'over', 'échu hier'],
  ['2026-05-03', 'over', 'échu depuis le 3 mai 2026'],
  ['2026-11-22', 'soon', 'à renouveler avant le 22 novembre 2026'],
  ['2027-05-22', 'soon', 'à renouveler avant le 22 mai 2027'],
  ['2027-05-23', 'valid', 'jusqu’au 23 mai 2027'],
] as const)('until %s: %s', (validUntil, state, words) => {
  expect(agrementState({ validUntil }, TODAY)).toBe(state);
  expect(validityWords({ validUntil }, TODAY)).toBe(words);
});

test('none, and in words', () => {
  expect(agrementState(null, TODAY)).toBe('none');
  expect(agrementWords({ children: 1, underThree: null })).toBe('1 enfant');
  expect(agrementWords({ children: 4, underThree: 2 })).toBe('4 enfants, dont 2 de moins de 3 ans');
});
