import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { easterSunday, publicHoliday, publicHolidays, type Territory } from '#app/time/public-holidays.ts';

const YEARS = Array.from({ length: 111 }, (_, index) => 1990 + index);

/** Dates of date-holidays, an independent source. */
function expected(year: number, region?: string): string[] {
  const calendar = region ? new Holidays('FR', region) : new Holidays('FR');
  const days = calendar.getHolidays(year, 'fr').filter((day) => day.type === 'public');
  return [...new Set(days.map((day) => day.date.slice(0, 10)))].sort();
}

const ours = (year: number, territory?: Territory) => [
  ...new Set(publicHolidays(year, territory).map((day) => day.date)),
];

describe('public holidays', () => {
  it('agree with date-holidays from 1990 to 2100', () => {
    for (const year of YEARS) expect(ours(year), String(year)).toEqual(expected(year));
  });

  it.each([
    ['martinique', 'MQ'],
    ['guadeloupe', 'GP'],
    ['guyane', 'GF'],
    ['reunion', 'RE'],
    ['mayotte', 'YT'],
  ] as const)('know the abolition day of %s', (territory, code) => {
    for (const year of [1990, 2026, 2027, 2100]) {
      const found = publicHolidays(year, territory).find((day) => day.name.startsWith('Abolition'));
      expect(new Holidays(code).getHolidays(year).map((day) => day.date.slice(0, 10))).toContain(found?.date);
    }
  });

  it('know Alsace-Moselle', () => {
    expect(publicHoliday('2027-03-26', 'alsace-moselle')).toBe('Vendredi saint');
    expect(publicHoliday('2026-12-26', 'alsace-moselle')).toBe('Saint-Étienne');
    expect(publicHoliday('2026-12-26')).toBeNull();
  });

  it('name days, two together too', () => {
    expect(publicHoliday('2026-11-11')).toBe('Armistice 1918');
    expect(publicHoliday('2008-05-01')).toBe('Fête du Travail et Ascension');
    expect(publicHoliday('2026-11-12')).toBeNull();
    expect(publicHolidays(2027).map((day) => day.date)).toContain('2027-05-06');
    expect(easterSunday(2038)).toBe('2038-04-25');
  });
});
