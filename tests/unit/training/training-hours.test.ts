import { expect, test } from 'vitest';

import { settingOn, valuesOf } from '#app/people/dated-settings.ts';
import { hoursOfYear } from '#app/training/training-hours.ts';

const day = { initial: false };

test('hours are those of the calendar year, without the initial training', () => {
  const followed = [
    { on: '2026-03-14', minutes: 840, ...day },
    { on: '2026-12-31', minutes: 210, ...day },
    { on: '2025-12-31', minutes: 420, ...day },
    { on: '2026-05-01', minutes: 4800, initial: true },
  ];
  expect(hoursOfYear(followed, 2026, 58)).toEqual({ year: 2026, done: 17.5, right: 58, left: 40.5 });
  expect(hoursOfYear(followed, 2024, null)).toEqual({ year: 2024, done: 0, right: null, left: null });
});

test('beyond the right nothing is left', () => {
  expect(hoursOfYear([{ on: '2026-01-01', minutes: 60 * 80, ...day }], 2026, 58).left).toBe(0);
});

test('a new value holds from its day on; past years keep theirs', () => {
  const own = { 'training.hoursAYear': [{ from: '2027-01-01', value: 60 }] };
  expect(['2026-12-31', '2027-01-01'].map((date) => settingOn('training.hoursAYear', date, own))).toEqual([58, 60]);
  expect(settingOn('training.allocationAnHour', '2025-03-31', {})).toBeNull();
  expect(settingOn('training.allocationAnHour', '2026-01-01', {})).toBe(5.57);
  const replaced = { 'training.allocationAnHour': [{ from: '2025-04-01', value: 6 }] };
  expect(valuesOf('training.allocationAnHour', replaced)).toEqual([{ from: '2025-04-01', value: 6, own: true }]);
});
