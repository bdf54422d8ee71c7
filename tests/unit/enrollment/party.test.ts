import { describe, expect, it } from 'vitest';
import { bandOfAge, bandsOf } from '#app/enrollment/party.ts';
import { stateWhenServed } from '#app/enrollment/state.ts';

describe('age bands are settings', () => {
  it.each([
    [0, 0],
    [17, 0],
    [18, 18],
    [35, 18],
    [36, 36],
    [80, 72],
  ])('at %i months the band begins at %i', (age, from) => {
    expect(bandOfAge(age, [18, 36, 72]).fromMonths).toBe(from);
  });

  it('may be any band when the age is unknown', () => {
    expect(bandOfAge(null, [18, 36])).toEqual({ fromMonths: 0, untilMonths: 216 });
  });

  it('has one band without bounds', () => {
    expect(bandsOf([])).toEqual([{ fromMonths: 0, untilMonths: 216 }]);
  });
});

describe('what a served party becomes', () => {
  it.each([
    [true, 'ASK', false, 'CONFIRMED'],
    [false, 'ASK', false, 'OFFERED'],
    [false, 'ENROLL', false, 'CONFIRMED'],
    [true, 'ENROLL', true, 'REQUESTED'],
    [false, 'ASK', true, 'REQUESTED'],
  ] as const)('newcomer %s, wish %s, to be answered %s: %s', (newcomer, wish, mustBeAnswered, state) => {
    expect(stateWhenServed({ newcomer, wish, mustBeAnswered })).toBe(state);
  });
});
