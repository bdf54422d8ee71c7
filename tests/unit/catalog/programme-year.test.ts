import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday, within } from '#app/time/iso-date.ts';
import { moveDate, placeInYear, readSchoolYear, weekNumber } from '#app/catalog/programme-year.ts';

const YEAR = { name: '2026-2027', first: '2026-09-01', last: '2027-08-31' };

describe('readSchoolYear', () => {
  it.each(['2026-2027', '2026/27', ' 2026 - 2027 ', '2026–2027'])('%s', (text) => {
    expect(readSchoolYear(text)).toEqual(YEAR);
  });
  it.each(['2026', '2026-2028', '2027-2026', 'demain', ''])('refuses %s', (text) => {
    expect(readSchoolYear(text)).toBeNull();
  });
});

describe('moveDate', () => {
  it.each([
    ['2024-03-08', '2027-03-12'],
    ['2018-12-11', '2026-12-08'],
    ['2026-11-17', '2026-11-17'],
    ['2025-09-01', '2026-09-07'],
    ['2020-12-31', '2026-12-31'],
  ])('%s → %s', (date, moved) => {
    expect(moveDate(date, YEAR)).toBe(moved);
  });

  it('keeps the weekday and falls in the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const date = addDays('2000-01-01', days);
        const moved = moveDate(date, YEAR);
        expect(weekday(moved)).toBe(weekday(date));
        expect(within(moved, YEAR)).toBe(true);
      }),
    );
  });
});

it('numbers ISO weeks', () => {
  expect(['2026-01-01', '2026-12-31', '2027-01-01', '2027-01-04'].map(weekNumber)).toEqual([1, 53, 53, 1]);
});

it('places a day in the year', () => {
  expect(placeInYear(12, 3, YEAR)).toBe('2026-12-03');
  expect(placeInYear(2, 3, YEAR)).toBe('2027-02-03');
  expect(placeInYear(2, 29, YEAR)).toBeNull();
});
