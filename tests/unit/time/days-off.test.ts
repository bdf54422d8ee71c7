import { describe, expect, it } from 'vitest';
import {
  chosen,
  isWorkingDay,
  lastWorkingDayBefore,
  offReasonInWords,
  whyOff,
  type DaysOff,
} from '#app/time/days-off.ts';

const days: DaysOff = {
  territory: 'metropole',
  schoolHolidays: [{ name: 'Noël', first: '2026-12-19', last: '2027-01-03' }],
  closures: [{ name: "congés d'hiver", first: '2026-12-24', last: '2026-12-31' }],
};
const all = { publicHolidays: true, schoolHolidays: true, closures: true };

describe('days off', () => {
  it.each([
    ['2026-11-11', 'férié (Armistice 1918)'],
    ['2026-12-25', 'férié (Noël)'],
    ['2026-12-24', "fermeture (congés d'hiver)"],
    ['2026-12-31', "fermeture (congés d'hiver)"],
    ['2026-12-19', 'vacances scolaires (Noël)'],
    ['2027-01-03', 'vacances scolaires (Noël)'],
  ])('tells why %s is off', (date, words) => {
    const reason = whyOff(date, days);
    expect(reason && offReasonInWords(reason)).toBe(words);
  });

  it('tells nothing about other days', () => {
    expect(whyOff('2026-12-18', days)).toBeNull();
    expect(whyOff('2027-01-04', days)).toBeNull();
  });

  it('heeds only what the series chose', () => {
    expect(whyOff('2026-11-11', chosen(days, { ...all, publicHolidays: false }))).toBeNull();
    expect(whyOff('2026-12-24', chosen(days, { ...all, closures: false }))?.kind).toBe('schoolHoliday');
    expect(whyOff('2026-12-21', chosen(days, { ...all, schoolHolidays: false }))).toBeNull();
  });

  it('works Monday to Friday, in school holidays too', () => {
    expect(isWorkingDay('2026-12-21', days)).toBe(true);
    expect(isWorkingDay('2026-12-19', days)).toBe(false);
    expect(isWorkingDay('2026-12-24', days)).toBe(false);
    expect(isWorkingDay('2026-11-11', days)).toBe(false);
  });

  it('finds the last working day before', () => {
    expect(lastWorkingDayBefore('2026-11-24', days)).toBe('2026-11-23');
    expect(lastWorkingDayBefore('2026-11-23', days)).toBe('2026-11-20');
    expect(lastWorkingDayBefore('2026-11-12', days)).toBe('2026-11-10');
    expect(lastWorkingDayBefore('2027-01-04', days)).toBe('2026-12-23');
    const shut = { ...days, closures: [{ name: 'travaux', first: '2025-01-01', last: '2027-12-31' }] };
    expect(lastWorkingDayBefore('2026-11-24', shut)).toBeNull();
  });
});
