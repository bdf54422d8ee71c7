import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountTyped, centsOf, duration, euros } from '#app/time/money.ts';

describe('amounts', () => {
  it.each([
    ['12,50', 1250],
    ['12.5', 1250],
    ['1 234,05 €', 123405],
    ['1\u202f234', 123400],
    ['0', 0],
    ['12,505', null],
    ['-3', null],
    ['douze', null],
    ['', null],
  ])('reads %s', (typed, cents) => expect(centsOf(typed)).toBe(cents));

  it.each([
    [1250, '12,50\u00a0€'],
    [5, '0,05\u00a0€'],
    [123456789, '1\u202f234\u202f567,89\u00a0€'],
    [-99, '-0,99\u00a0€'],
  ])('writes %d', (cents, words) => expect(euros(cents)).toBe(words));

  it('reads back all that it writes', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), (cents) => {
        expect(centsOf(euros(cents))).toBe(cents);
        expect(centsOf(amountTyped(cents))).toBe(cents);
      }),
    );
  });

  it('says minutes in hours', () => {
    expect([45, 60, 90, 125].map(duration)).toEqual(['45 min', '1 h', '1 h 30', '2 h 05']);
  });
});
