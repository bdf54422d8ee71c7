import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { awayWalls, isAway, occurrences, touchesPart, type ClosedDays } from '#app/time/closure-days.ts';
import { addDays, fromDayNumber } from '#app/time/iso-date.ts';
import { datesOf } from '#app/time/recurrence.ts';
import { isWorkingDay, lastWorkingDayBefore, offReasonInWords, whyOff, type DaysOff } from '#app/time/days-off.ts';

const christmas: ClosedDays = { first: '2026-12-24', last: '2027-01-02', yearly: true };
const leap: ClosedDays = { first: '2028-02-29', last: '2028-02-29', yearly: true };
const walls = (from: string, until: string) => ({ from, until });

describe('yearly closures', () => {
  it.each<[string, ClosedDays, string, boolean]>([
    ['the first year', christmas, '2026-12-31', true],
    ['the first year, past New Year', christmas, '2027-01-02', true],
    ['the day after', christmas, '2027-01-03', false],
    ['the next year', christmas, '2027-12-24', true],
    ['ten years on, past New Year', christmas, '2037-01-02', true],
    ['never before its first day', christmas, '2026-01-01', false],
    ['29 February', leap, '2028-02-29', true],
    ['28 February of other years', leap, '2029-02-28', true],
    ['not 1 March of other years', leap, '2029-03-01', false],
    ['not 28 February of leap years', leap, '2032-02-28', false],
    ['29 February again', leap, '2032-02-29', true],
    ['a range up to 29 February', { first: '2028-02-25', last: '2028-02-29', yearly: true }, '2029-02-28', true],
    ['a range over 29 February', { first: '2027-02-22', last: '2027-03-05', yearly: true }, '2028-02-29', true],
    ['once only when it is not yearly', { first: '2026-07-14', last: '2026-07-20' }, '2027-07-15', false],
  ])('%s', (_, closed, date, away) => expect(isAway(closed, date)).toBe(away));

  it('come back once a year, in any window', () => {
    const window = fc.tuple(fc.integer({ min: 20_454, max: 24_000 }), fc.nat(800));
    fc.assert(
      fc.property(window, ([day, days]) => {
        const range = { first: fromDayNumber(day), last: fromDayNumber(day + days) };
        const found = occurrences(christmas, range);
        const starts = new Set(found.map(({ first }) => first));
        expect(starts.size).toBe(found.length);
        for (let n = 0; n <= days; n += 1) {
          const date = addDays(range.first, n);
          expect(found.some(({ first, last }) => first <= date && date <= last)).toBe(isAway(christmas, date));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('half-days', () => {
  it.each([
    ['MORNING', '09:30', '11:00', true],
    ['MORNING', '12:59', '14:00', true],
    ['MORNING', '13:00', '15:00', false],
    ['AFTERNOON', '09:30', '13:00', false],
    ['AFTERNOON', '09:30', '13:01', true],
    ['AFTERNOON', '19:30', '22:00', true],
    ['AFTERNOON', '22:00', '00:00', true],
    ['AFTERNOON', '09:00', '08:00', true],
    ['WHOLE', '19:30', '22:00', true],
  ] as const)('%s is touched by %s–%s: %s', (part, from, until, touched) =>
    expect(touchesPart(part, { from, until })).toBe(touched),
  );

  it.each<[string, ClosedDays, { from: string; until: string }[]]>([
    ['a day', { first: '2026-11-24', last: '2026-11-24' }, [walls('2026-11-24T00:00', '2026-11-25T00:00')]],
    [
      'two mornings',
      { first: '2026-11-24', last: '2026-11-25', part: 'MORNING' },
      [walls('2026-11-24T00:00', '2026-11-24T13:00'), walls('2026-11-25T00:00', '2026-11-25T13:00')],
    ],
    [
      'an afternoon',
      { first: '2026-11-24', last: '2026-11-24', part: 'AFTERNOON' },
      [walls('2026-11-24T13:00', '2026-11-25T00:00')],
    ],
    ['nothing out of the window', { first: '2025-11-24', last: '2025-11-24' }, []],
    [
      'each year',
      { first: '2025-05-02', last: '2025-05-02', part: 'MORNING', yearly: true },
      [walls('2026-05-02T00:00', '2026-05-02T13:00'), walls('2027-05-02T00:00', '2027-05-02T13:00')],
    ],
  ])('%s as wall time', (_, closed, expected) =>
    expect(awayWalls(closed, { first: '2026-01-01', last: '2027-12-31' })).toEqual(expected),
  );
});

describe('days off with half-days', () => {
  const days: DaysOff = {
    territory: null,
    schoolHolidays: [],
    closures: [
      { name: 'inventaire', first: '2026-11-23', last: '2026-11-23', part: 'MORNING' },
      { name: 'Léa Martin', first: '2026-11-24', last: '2026-11-24', absence: true },
    ],
  };
  const why = (date: string, hours?: { from: string; until: string }) => {
    const reason = whyOff(date, days, hours);
    return reason && offReasonInWords(reason);
  };

  it('count for the hours they touch', () => {
    expect(why('2026-11-23', { from: '09:30', until: '11:00' })).toBe('fermeture (inventaire)');
    expect(why('2026-11-23', { from: '14:00', until: '16:00' })).toBeNull();
    expect(why('2026-11-24', { from: '14:00', until: '16:00' })).toBe('absence (Léa Martin)');
  });

  it('do not make a day off, so closing deadlines stay', () => {
    expect(why('2026-11-23')).toBeNull();
    expect(isWorkingDay('2026-11-23', days)).toBe(true);
    expect(lastWorkingDayBefore('2026-11-24', days)).toBe('2026-11-23');
  });

  it('skip the dates of a series by its hours', () => {
    const rule = { type: 'weekly', weekdays: [1], every: 1 } as const;
    const term = { first: '2026-11-16', last: '2026-11-30' };
    const kept = (from: string, until: string) => datesOf(rule, term, days, { from, until }).kept;
    expect(kept('09:30', '11:00')).toEqual(['2026-11-16', '2026-11-30']);
    expect(kept('13:00', '15:00')).toEqual(['2026-11-16', '2026-11-23', '2026-11-30']);
  });
});
