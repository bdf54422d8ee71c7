import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closingInstant,
  offerDeadline,
  openingInstant,
  type ClosingRule,
  type OpeningRule,
} from '#app/time/booking-deadline.ts';
import { explainClosing, explainOpening } from '#app/time/booking-rule-words.ts';
import type { DaysOff } from '#app/time/days-off.ts';
import { fromLocal, wallOf } from '#app/time/local.ts';

const PARIS = 'Europe/Paris';
const at = (date: string, time: string) => fromLocal({ date, time }, PARIS);
const wall = (instant: Date | null) => {
  const read = instant && wallOf(instant, PARIS);
  return read && `${read.date} ${read.time}`;
};
const daysOff: DaysOff = {
  territory: 'metropole',
  schoolHolidays: [],
  closures: [{ name: 'congés', first: '2026-12-24', last: '2026-12-31' }],
};
const closes = (rule: ClosingRule, date: string, time = '09:30') =>
  wall(closingInstant(rule, { startsAt: at(date, time), zone: PARIS }, daysOff));

const table: ClosingRule = {
  type: 'weekdayTable',
  table: { 1: { day: 5, time: '16:00' }, 2: { day: 2, time: '08:00' }, 3: { day: 3, time: '12:00' } },
  otherwise: { type: 'eveningBefore', time: '18:00' },
};

describe('closing', () => {
  it.each<[string, ClosingRule, string, string]>([
    ['none', { type: 'none' }, '2026-11-24', '2026-11-24 09:30'],
    ['hours before', { type: 'hoursBefore', hours: 24 }, '2026-11-24', '2026-11-23 09:30'],
    ['hours elapse over the spring change', { type: 'hoursBefore', hours: 24 }, '2026-03-29', '2026-03-28 08:30'],
    ['hours elapse over the autumn change', { type: 'hoursBefore', hours: 24 }, '2026-10-25', '2026-10-24 10:30'],
    ['the evening before', { type: 'eveningBefore', time: '18:00' }, '2026-11-24', '2026-11-23 18:00'],
    ['the evening before spring', { type: 'eveningBefore', time: '18:00' }, '2026-03-29', '2026-03-28 18:00'],
    ['the evening before autumn', { type: 'eveningBefore', time: '18:00' }, '2026-10-25', '2026-10-24 18:00'],
    ['last working day over a weekend', { type: 'lastWorkingDay', time: '16:00' }, '2026-11-23', '2026-11-20 16:00'],
    ['over a public holiday', { type: 'lastWorkingDay', time: '16:00' }, '2026-11-12', '2026-11-10 16:00'],
    ['over a closure', { type: 'lastWorkingDay', time: '16:00' }, '2027-01-04', '2026-12-23 16:00'],
    ['over the change', { type: 'lastWorkingDay', time: '16:00' }, '2026-10-26', '2026-10-23 16:00'],
    [
      'two working days over a weekend',
      { type: 'lastWorkingDay', time: '16:00', days: 2 },
      '2026-11-23',
      '2026-11-19 16:00',
    ],
    ['the same morning', { type: 'daysBefore', days: 0, time: '08:00' }, '2026-11-24', '2026-11-24 08:00'],
    [
      'Thursday of the week before',
      { type: 'weekBefore', weeks: 1, day: 4, time: '12:00' },
      '2026-11-27',
      '2026-11-19 12:00',
    ],
    [
      'a later day of the same week, hence the start',
      { type: 'weekBefore', weeks: 0, day: 5, time: '12:00' },
      '2026-11-24',
      '2026-11-24 09:30',
    ],
    ['at an instant', { type: 'at', instant: '2026-11-12T11:00:00Z' }, '2026-11-24', '2026-11-12 12:00'],
    ['table: Friday for a Monday', table, '2026-11-23', '2026-11-20 16:00'],
    ['table: the same day, early', table, '2026-11-24', '2026-11-24 08:00'],
    ['table: the same day, too late, hence a week before', table, '2026-11-25', '2026-11-18 12:00'],
    ['table: otherwise', table, '2026-11-26', '2026-11-25 18:00'],
    ['table without otherwise', { type: 'weekdayTable', table: {} }, '2026-11-26', '2026-11-26 09:30'],
  ])('%s', (_, rule, date, expected) => expect(closes(rule, date)).toBe(expected));

  it('is never after the start', () => {
    const rules: ClosingRule[] = [
      { type: 'hoursBefore', hours: -3 },
      { type: 'hoursBefore', hours: 0 },
      { type: 'eveningBefore', time: '23:59' },
      table,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.integer({ min: 0, max: 24 * 60 * 800 }), (rule, minute) => {
        const startsAt = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
        expect(closingInstant(rule, { startsAt, zone: PARIS }, daysOff).getTime()).toBeLessThanOrEqual(
          startsAt.getTime(),
        );
      }),
    );
  });
});

describe('opening', () => {
  const opens = (rule: OpeningRule, date: string) =>
    wall(openingInstant(rule, { startsAt: at(date, '09:30'), zone: PARIS }));

  it.each<[OpeningRule, string, string | null]>([
    [{ type: 'always' }, '2026-11-24', null],
    [{ type: 'at', instant: '2026-11-02T09:00:00+01:00' }, '2026-11-24', '2026-11-02 09:00'],
    [{ type: 'daysBefore', days: 14, time: '09:00' }, '2026-11-05', '2026-10-22 09:00'],
    [{ type: 'daysBefore', days: 7, time: '09:00' }, '2026-03-30', '2026-03-23 09:00'],
    [{ type: 'monthBefore', day: 15, time: '09:00' }, '2027-01-05', '2026-12-15 09:00'],
    [{ type: 'monthBefore', day: 31, time: '09:00' }, '2027-03-31', '2027-02-28 09:00'],
    [{ type: 'monthBefore', day: 1, time: '09:00', months: 2 }, '2027-01-05', '2026-11-01 09:00'],
    [{ type: 'weekBefore', weeks: 1, day: 1, time: '09:00' }, '2026-11-27', '2026-11-16 09:00'],
    [{ type: 'monthWeekday', nth: 1, day: 1, months: 1, time: '09:00' }, '2026-12-10', '2026-11-02 09:00'],
    [{ type: 'monthWeekday', nth: 2, day: 7, months: 1, time: '09:00' }, '2026-12-10', '2026-11-08 09:00'],
    [{ type: 'monthWeekday', nth: 5, day: 1, months: 1, time: '09:00' }, '2026-12-10', '2026-11-30 09:00'],
    [{ type: 'monthWeekday', nth: 5, day: 5, months: 0, time: '09:00' }, '2026-12-30', '2026-12-25 09:00'],
  ])('%j for %s', (rule, date, expected) => expect(opens(rule, date)).toBe(expected));

  it('refuses what is no instant', () => {
    expect(() => opens({ type: 'at', instant: 'lundi' }, '2026-11-24')).toThrow(RangeError);
  });
});

describe('offers (rule 4)', () => {
  const until = (date: string, time: string, hours: number, closing: Date | null = null) =>
    wall(offerDeadline(at(date, time), hours, PARIS, closing));

  it('runs only from 7 h to 20 h', () => {
    expect(until('2026-11-24', '10:00', 3)).toBe('2026-11-24 13:00');
    expect(until('2026-11-24', '19:00', 3)).toBe('2026-11-25 09:00');
    expect(until('2026-11-24', '22:00', 3)).toBe('2026-11-25 10:00');
    expect(until('2026-11-24', '05:00', 3)).toBe('2026-11-24 10:00');
    expect(until('2026-11-24', '10:00', 10)).toBe('2026-11-24 20:00');
    expect(until('2026-11-24', '10:00', 24)).toBe('2026-11-26 08:00');
  });

  it('is not moved by changes of the clock, which come at night', () => {
    expect(until('2026-03-28', '19:00', 3)).toBe('2026-03-29 09:00');
    expect(until('2026-10-24', '19:00', 3)).toBe('2026-10-25 09:00');
    expect(until('2026-10-25', '02:30', 1)).toBe('2026-10-25 08:00');
  });

  it('never passes closing', () => {
    expect(until('2026-11-24', '10:00', 24, at('2026-11-24', '18:00'))).toBe('2026-11-24 18:00');
    expect(until('2026-11-24', '19:00', 3, at('2026-11-24', '21:00'))).toBe('2026-11-24 21:00');
    expect(until('2026-11-24', '10:00', 3, at('2026-11-24', '09:00'))).toBe('2026-11-24 09:00');
    expect(() => until('2026-11-24', '10:00', 0)).toThrow(RangeError);
  });

  it('gives exactly its hours of day, whenever it starts', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 700 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 80 }), (minute, hours) => {
        const from = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
        const end = offerDeadline(from, hours, PARIS, null);
        let open = 0;
        for (let t = from.getTime(); t < end.getTime(); t += 60_000) {
          const { time } = wallOf(new Date(t), PARIS);
          if (time >= '07:00' && time < '20:00') open += 1;
        }
        expect(open).toBe(hours * 60);
      }),
      { numRuns: 30 },
    );
  });
});

describe('in words', () => {
  it.each<[ClosingRule, string]>([
    [{ type: 'none' }, "jusqu'au début de la séance"],
    [{ type: 'hoursBefore', hours: 24 }, '24 heures avant le début'],
    [{ type: 'hoursBefore', hours: 1 }, '1 heure avant le début'],
    [{ type: 'hoursBefore', hours: 72 }, '3 jours avant le début'],
    [{ type: 'eveningBefore', time: '18:00' }, 'la veille à 18 h'],
    [{ type: 'lastWorkingDay', time: '16:00' }, 'le dernier jour ouvré avant, à 16 h'],
    [{ type: 'lastWorkingDay', time: '16:00', days: 2 }, '2 jours ouvrés avant, à 16 h'],
    [{ type: 'daysBefore', days: 0, time: '08:00' }, 'le jour même, à 8 h'],
    [{ type: 'daysBefore', days: 8, time: '12:00' }, '8 jours avant, à 12 h'],
    [{ type: 'weekBefore', weeks: 1, day: 4, time: '12:00' }, 'le jeudi de la semaine précédente, à 12 h'],
    [{ type: 'at', instant: '2026-12-18T11:00:00Z' }, 'le 18 décembre 2026 à 12 h'],
    [
      {
        type: 'weekdayTable',
        table: { 1: { day: 5, time: '16:00' } },
        otherwise: { type: 'eveningBefore', time: '18:00' },
      },
      'vendredi 16 h pour un lundi, la veille 18 h sinon',
    ],
  ])('closing %j', (rule, words) => expect(explainClosing(rule)).toBe(words));

  it.each<[OpeningRule, string]>([
    [{ type: 'always' }, 'dès la publication'],
    [{ type: 'at', instant: '2026-12-01T08:00:00Z' }, 'le 1er décembre 2026 à 9 h'],
    [{ type: 'daysBefore', days: 14, time: '09:00' }, '14 jours avant, à 9 h'],
    [{ type: 'monthBefore', day: 1, time: '09:00' }, 'le 1er du mois précédent, à 9 h'],
    [{ type: 'monthBefore', day: 15, time: '09:30' }, 'le 15 du mois précédent, à 9 h 30'],
    [{ type: 'monthBefore', day: 15, time: '09:30', months: 2 }, 'le 15 du mois, 2 mois avant, à 9 h 30'],
    [{ type: 'weekBefore', weeks: 1, day: 1, time: '09:00' }, 'le lundi de la semaine précédente, à 9 h'],
    [{ type: 'weekBefore', weeks: 2, day: 5, time: '09:00' }, 'le vendredi, 2 semaines avant, à 9 h'],
    [{ type: 'monthWeekday', nth: 1, day: 1, months: 1, time: '09:00' }, 'le 1er lundi du mois précédent, à 9 h'],
    [{ type: 'monthWeekday', nth: 5, day: 5, months: 0, time: '09:00' }, 'le dernier vendredi du même mois, à 9 h'],
  ])('opening %j', (rule, words) => expect(explainOpening(rule, PARIS)).toBe(words));
});
