import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, it } from 'vitest';
import { PUBLIC_HOLIDAYS_ONLY, type DaysOff } from '#app/time/days-off.ts';
import { addDays, fromDayNumber, weekday, within, type Weekday } from '#app/time/iso-date.ts';
import { fromLocal, localTime } from '#app/time/local.ts';
import { datesOf, recurrenceInWords, type Nth, type Recurrence } from '#app/time/recurrence.ts';
import { periodsOf, readSchoolHolidays } from '#app/time/school-holidays.ts';

const NEVER_OFF: DaysOff = { territory: null, schoolHolidays: [], closures: [] };
const term = { first: '2026-09-01', last: '2026-12-31' };
const holidays = readSchoolHolidays(JSON.parse(readFileSync('app/catalog/school-holidays.json', 'utf8')));

describe('dates of a term (rule 7)', () => {
  it('meets every week, telling what it skips', () => {
    const daysOff: DaysOff = {
      territory: 'metropole',
      schoolHolidays: periodsOf(holidays, 'B'),
      closures: [{ name: 'travaux', first: '2026-11-16', last: '2026-11-20' }],
    };
    const { kept, skipped } = datesOf({ type: 'weekly', weekdays: [3], every: 1 }, term, daysOff);
    expect(kept).toHaveLength(12);
    expect(kept.slice(0, 2)).toEqual(['2026-09-02', '2026-09-09']);
    expect(skipped.map(({ date, reason }) => `${date} ${reason.kind} ${'name' in reason ? reason.name : ''}`)).toEqual([
      '2026-10-21 schoolHoliday Toussaint',
      '2026-10-28 schoolHoliday Toussaint',
      '2026-11-11 publicHoliday Armistice 1918',
      '2026-11-18 closure travaux',
      '2026-12-23 schoolHoliday Noël',
      '2026-12-30 schoolHoliday Noël',
    ]);
  });

  it('meets one Friday in two from its anchor, skipped ones not shifting the rest', () => {
    const rule: Recurrence = { type: 'weekly', weekdays: [5], every: 2, anchor: '2026-10-02' };
    const { kept } = datesOf(rule, { first: '2026-09-07', last: '2026-11-20' }, PUBLIC_HOLIDAYS_ONLY);
    expect(kept).toEqual(['2026-09-18', '2026-10-02', '2026-10-16', '2026-10-30', '2026-11-13']);
  });

  it('meets the nth and the last weekday of the month', () => {
    const nth = (nths: Nth[], day: Weekday = 3) =>
      datesOf({ type: 'monthly', weekday: day, nths }, term, NEVER_OFF).kept;
    expect(nth([2])).toEqual(['2026-09-09', '2026-10-14', '2026-11-11', '2026-12-09']);
    expect(nth(['last'])).toEqual(['2026-09-30', '2026-10-28', '2026-11-25', '2026-12-30']);
    expect(nth([5])).toEqual(['2026-09-30', '2026-12-30']);
    expect(nth([1, 3], 1)).toHaveLength(8);
  });

  it('takes dates by hand, in order, once, and tells those outside the term', () => {
    const rule: Recurrence = { type: 'dates', dates: ['2027-02-02', '2026-11-24', '2026-11-11', '2026-11-24'] };
    expect(datesOf(rule, term, PUBLIC_HOLIDAYS_ONLY)).toEqual({
      kept: ['2026-11-24'],
      skipped: [
        { date: '2026-11-11', reason: { kind: 'publicHoliday', name: 'Armistice 1918' } },
        { date: '2027-02-02', reason: { kind: 'outsideTerm' } },
      ],
    });
  });

  it('gives nothing for a term that ends before it starts, and refuses nonsense', () => {
    const rule: Recurrence = { type: 'weekly', weekdays: [1], every: 1 };
    expect(datesOf(rule, { first: '2026-09-02', last: '2026-09-01' }, NEVER_OFF).kept).toEqual([]);
    expect(() => datesOf({ ...rule, every: 0 }, term, NEVER_OFF)).toThrow(RangeError);
    expect(() => datesOf(rule, { first: '2026-02-30', last: '2026-09-01' }, NEVER_OFF)).toThrow(RangeError);
    expect(() => datesOf(rule, { first: '2026-01-01', last: '2096-09-01' }, NEVER_OFF)).toThrow(RangeError);
    expect(() => datesOf({ type: 'dates', dates: ['24/11/2026'] }, term, NEVER_OFF)).toThrow(RangeError);
  });

  it('stays at 9:30 across both changes of the clock', () => {
    const year = { first: '2026-09-01', last: '2027-07-03' };
    for (const date of datesOf({ type: 'weekly', weekdays: [7], every: 1 }, year, NEVER_OFF).kept) {
      expect(localTime(fromLocal({ date, time: '09:30' }, 'Europe/Paris'), 'Europe/Paris')).toBe('09:30');
    }
  });

  it('says the rule in words', () => {
    expect(recurrenceInWords({ type: 'weekly', weekdays: [4, 2], every: 1 })).toBe('tous les mardis et jeudis');
    expect(recurrenceInWords({ type: 'weekly', weekdays: [5], every: 2 })).toBe('un vendredi sur deux');
    expect(recurrenceInWords({ type: 'weekly', weekdays: [1, 2], every: 3 })).toBe(
      'les lundis et mardis, toutes les 3 semaines',
    );
    expect(recurrenceInWords({ type: 'monthly', weekday: 3, nths: [2] })).toBe('le 2e mercredi du mois');
    expect(recurrenceInWords({ type: 'monthly', weekday: 1, nths: [1, 'last'] })).toBe(
      'le 1er et le dernier lundi du mois',
    );
    expect(recurrenceInWords({ type: 'dates', dates: ['2026-12-01', '2026-11-24'] })).toBe(
      'le 24 novembre et le 1er décembre',
    );
  });
});

const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });
const terms = fc
  .tuple(fc.integer({ min: 18_000, max: 25_000 }), fc.integer({ min: 0, max: 400 }))
  .map(([first, length]) => ({ first: fromDayNumber(first), last: fromDayNumber(first + length) }));
const weeklyRules = fc.record({
  type: fc.constant('weekly' as const),
  weekdays,
  every: fc.integer({ min: 1, max: 5 }),
});

describe('properties of recurrence', () => {
  it('keeps and skips each date once, in order, inside the term, on its weekdays', () => {
    fc.assert(
      fc.property(weeklyRules, terms, (rule, range) => {
        const { kept, skipped } = datesOf(rule, range, PUBLIC_HOLIDAYS_ONLY);
        const all = [...kept, ...skipped.map(({ date }) => date)].sort();
        expect(kept).toEqual([...kept].sort());
        expect(new Set(all).size).toBe(all.length);
        for (const date of all) expect(within(date, range) && rule.weekdays.includes(weekday(date))).toBe(true);
        expect(all).toEqual(datesOf(rule, range, NEVER_OFF).kept);
      }),
    );
  });

  it('agrees with rrule-temporal, weekly and monthly', () => {
    const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    const byRrule = (rule: string, first: string, last: string) => {
      const dtstart = Temporal.PlainDateTime.from(`${first}T12:00`).toZonedDateTime('UTC');
      const until = Temporal.PlainDateTime.from(`${last}T12:00`).toZonedDateTime('UTC');
      const set = new RRuleTemporal({ rruleString: `DTSTART:${stamp(first)}\nRRULE:${rule};WKST=MO` });
      return set.between(dtstart, until, true).map((date) => date.toPlainDate().toString());
    };
    const stamp = (date: string) => `${date.replaceAll('-', '')}T120000Z`;
    fc.assert(
      fc.property(weeklyRules, terms, (rule, range) => {
        const byday = rule.weekdays.map((day) => codes[day - 1]).join(',');
        const theirs = byRrule(`FREQ=WEEKLY;INTERVAL=${rule.every};BYDAY=${byday}`, range.first, range.last);
        expect(datesOf(rule, range, NEVER_OFF).kept).toEqual(theirs);
      }),
      { numRuns: 30 },
    );
    fc.assert(
      fc.property(weekdays, fc.constantFrom<Nth>(1, 2, 3, 4, 5, 'last'), terms, ([day = 1], nth, range) => {
        const theirs = byRrule(
          `FREQ=MONTHLY;BYDAY=${nth === 'last' ? -1 : nth}${codes[day - 1]}`,
          range.first,
          range.last,
        );
        expect(datesOf({ type: 'monthly', weekday: day, nths: [nth] }, range, NEVER_OFF).kept).toEqual(theirs);
      }),
      { numRuns: 30 },
    );
  });

  it('an anchor n cycles away changes nothing', () => {
    fc.assert(
      fc.property(weeklyRules, terms, fc.integer({ min: -20, max: 20 }), (rule, range, cycles) => {
        const anchor = addDays(range.first, 7 * rule.every * cycles);
        expect(datesOf({ ...rule, anchor }, range, NEVER_OFF)).toEqual(datesOf(rule, range, NEVER_OFF));
      }),
    );
  });
});
