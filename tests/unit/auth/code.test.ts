import { expect, test } from 'vitest';

import { codeInGroups, readCode } from '#app/auth/code.ts';

test('a code is read in two groups of four', () => {
  expect(codeInGroups('01234567')).toBe('0123 4567');
});

test.each([
  ['12345678', '12345678'],
  ['1234 5678', '12345678'],
  [' 1234 5678 ', '12345678'],
  ['1234-5678', '12345678'],
  ['12 34 56 78', '12345678'],
  ['１２３４５６７８', '12345678'],
  ['1234567', null],
  ['123456789', null],
  ['1234567a', null],
  ['', null],
])('typing %j gives %j', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});
