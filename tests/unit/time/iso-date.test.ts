import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageInMonths,
  dayNumber,
  daysBetween,
  fromDayNumber,
  isDate,
  monthOf,
  schoolYearOf,
  weekday,
  weekOf,
  within,
} from '#app/time/iso-date.ts';

const days = fc.integer({ min: -10_000, max: 60_000 });

describe('calendar dates', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '', '2025-02-29', '2026-11-24T00:00', 'demain'])(
    'refuses %s',
    (text) => {
      expect(isDate(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );

  it('adds days over months, leap years and DST changes', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('adds months without overflowing', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('knows weekdays before and after 1970', () => {
    expect(weekday('2026-11-24')).toBe(2);
    expect(weekday('2026-11-29')).toBe(7);
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('1969-12-28')).toBe(7);
  });

  it('gives weeks from Monday to Sunday, months and school years', () => {
    expect(weekOf('2026-11-29')).toEqual({ first: '2026-11-23', last: '2026-11-29' });
    expect(weekOf('2026-11-23')).toEqual({ first: '2026-11-23', last: '2026-11-29' });
    expect(monthOf('2028-02-10')).toEqual({ first: '2028-02-01', last: '2028-02-29' });
    expect(monthOf('2026-12-31')).toEqual({ first: '2026-12-01', last: '2026-12-31' });
    expect(schoolYearOf('2026-08-31').name).toBe('2025-2026');
    expect(schoolYearOf('2026-09-01')).toEqual({ name: '2026-2027', first: '2026-09-01', last: '2027-08-31' });
  });

  it('counts age in months from the month of birth', () => {
    expect(ageInMonths('2025-09', '2026-11-24')).toBe(14);
    expect(ageInMonths('2026-11', '2026-11-01')).toBe(0);
    expect(ageInMonths('2026-12', '2026-11-30')).toBe(-1);
    expect(() => ageInMonths('2026-13', '2026-11-30')).toThrow(RangeError);
  });

  it('round-trips and keeps order', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(dayNumber(fromDayNumber(a))).toBe(a);
        expect(daysBetween(fromDayNumber(a), fromDayNumber(b))).toBe(b - a);
        expect(fromDayNumber(a) < fromDayNumber(b)).toBe(a < b);
        expect(within(fromDayNumber(a), weekOf(fromDayNumber(a)))).toBe(true);
        expect(weekday(addDays(fromDayNumber(a), 7 * (b % 50)))).toBe(weekday(fromDayNumber(a)));
      }),
    );
  });
});
