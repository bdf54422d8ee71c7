import { describe, expect, it } from 'vitest';

import { afterQuiet, DEFAULT_QUIET } from '#app/mail/quiet-hours.ts';
import { DEFAULT_REMINDERS, reminderDue, reminderMoment } from '#app/mail/reminder-moments.ts';

const ZONE = 'Europe/Paris';
const at = (instant: string) => new Date(instant);

describe('quiet hours, 20 h to 7 h local', () => {
  it.each([
    ['midday', '2026-11-24T11:00:00Z', '2026-11-24T11:00:00Z'],
    ['19 h 59', '2026-11-24T18:59:00Z', '2026-11-24T18:59:00Z'],
    ['20 h', '2026-11-24T19:00:00Z', '2026-11-25T06:00:00Z'],
    ['midnight', '2026-11-24T23:00:00Z', '2026-11-25T06:00:00Z'],
    ['6 h 59', '2026-11-25T05:59:00Z', '2026-11-25T06:00:00Z'],
    ['7 h', '2026-11-25T06:00:00Z', '2026-11-25T06:00:00Z'],
    ['the evening before clocks go forward', '2027-03-27T20:00:00Z', '2027-03-28T05:00:00Z'],
    ['the night clocks go forward', '2027-03-28T01:30:00Z', '2027-03-28T05:00:00Z'],
    ['the evening before clocks go back', '2026-10-24T19:00:00Z', '2026-10-25T06:00:00Z'],
    ['the hour that comes twice', '2026-10-25T01:30:00Z', '2026-10-25T06:00:00Z'],
  ])('%s', (_, given, expected) => {
    expect(afterQuiet(at(given), ZONE, DEFAULT_QUIET)).toEqual(at(expected));
  });

  it('may lie within a day, or not be', () => {
    const nap = { from: 13, until: 15 };
    expect(afterQuiet(at('2026-11-24T12:30:00Z'), ZONE, nap)).toEqual(at('2026-11-24T14:00:00Z'));
    expect(afterQuiet(at('2026-11-24T20:00:00Z'), ZONE, nap)).toEqual(at('2026-11-24T20:00:00Z'));
    expect(afterQuiet(at('2026-11-24T22:00:00Z'), ZONE, { from: 7, until: 7 })).toEqual(at('2026-11-24T22:00:00Z'));
  });
});

describe('reminders', () => {
  it.each([
    ['the evening before', '2026-11-24', 1, '2026-11-23T17:00:00Z'],
    ['two days before', '2026-11-24', 2, '2026-11-22T17:00:00Z'],
    ['the day clocks went back is 25 hours long', '2026-10-26', 1, '2026-10-25T17:00:00Z'],
    ['still in summer', '2026-10-26', 2, '2026-10-24T16:00:00Z'],
    ['clocks went forward', '2027-03-29', 1, '2027-03-28T16:00:00Z'],
    ['still in winter', '2027-03-29', 2, '2027-03-27T17:00:00Z'],
  ])('%s', (_, date, days, expected) => {
    expect(reminderMoment(date, days, ZONE)).toEqual(at(expected));
  });

  const startsAt = at('2026-11-24T08:30:00Z');
  it.each([
    ['nothing yet', DEFAULT_REMINDERS, '2026-11-22T16:59:00Z', null],
    ['two days before', DEFAULT_REMINDERS, '2026-11-22T17:00:00Z', 2],
    ['still the first the next morning', DEFAULT_REMINDERS, '2026-11-23T09:00:00Z', 2],
    ['the evening before', DEFAULT_REMINDERS, '2026-11-23T17:00:00Z', 1],
    ['late, when nothing ran', DEFAULT_REMINDERS, '2026-11-24T06:00:00Z', 1],
    ['never once begun', DEFAULT_REMINDERS, '2026-11-24T08:30:00Z', null],
    ['a week before only', [7], '2026-11-23T17:00:00Z', 7],
    ['none', [], '2026-11-23T17:00:00Z', null],
  ])('%s', (_, wanted, now, days) => {
    expect(reminderDue(startsAt, ZONE, wanted, at(now))?.daysBefore ?? null).toBe(days);
  });
});
