import { expect, test } from 'vitest';
import { readHalfDays, totalMinutes } from '#app/training/half-days.ts';
import { bestSlot, isEnough, themeInWords } from '#app/training/theme-groups.ts';
import { hoursInWords, qualiopiWarning } from '#app/training/plan-words.ts';

const row = (date: string, from: string, to: string) => ({ date, from, to });

test('half-days are read in order, empty rows left out', () => {
  const rows = [row('2027-03-17', '09:00', '12:30'), row('', '', ''), row('2027-03-13', '09:00', '12:00')];
  const read = readHalfDays(rows);
  expect(read).toEqual({ ok: true, halfDays: [rows[2], rows[0]] });
  expect(read.ok && totalMinutes(read.halfDays)).toBe(390);
});

test('what is wrong is told beside its row', () => {
  const rows = [
    row('2027-02-30', '09:00', '12:00'),
    row('2027-03-13', '', '12:00'),
    row('2027-03-13', '12:00', '09:00'),
    row('2027-03-14', '09:00', '12:00'),
    row('2027-03-14', '11:00', '13:00'),
    row('2027-03-15', '09:00', '12:00'),
    row('2027-03-15', '12:00', '13:00'),
  ];
  const read = readHalfDays(rows);
  expect(read.ok ? [] : Object.keys(read.errors)).toEqual(['0', '1', '2', '4']);
});

test('how many share a slot', () => {
  const slots = { SATURDAY: 6, WEEKDAY: 2, EVENING: 0, REMOTE: 3, NEARBY: 8 };
  const theme = { themeId: null, title: 'SST', people: 8, slots };
  expect(themeInWords(theme)).toBe('8 personnes · 6 libres le samedi');
  expect(bestSlot(theme)).toEqual({ suits: 'SATURDAY', people: 6 });
  expect([isEnough(theme, 6), isEnough(theme, 7)]).toEqual([true, false]);
  const nobody = { ...theme, slots: { SATURDAY: 0, WEEKDAY: 0, EVENING: 0, REMOTE: 0, NEARBY: 0 } };
  expect(themeInWords(nobody)).toBe('8 personnes');
});

test('hours and Qualiopi in words', () => {
  expect(hoursInWords(210)).toBe('3,5 h');
  expect(qualiopiWarning('CEFAM', '2027-01-01', '2027-01-02')).toContain('finit avant');
  expect(qualiopiWarning('CEFAM', '2027-01-02', '2027-01-02')).toBe(null);
  expect(qualiopiWarning('CEFAM', null, '2027-01-02')).toContain('n’est pas connue');
});
