import { describe, expect, it } from 'vitest';
import * as french from '#app/time/french.ts';

const PARIS = 'Europe/Paris';

describe('dates as people say them', () => {
  it('writes days', () => {
    expect(french.dayLong('2026-11-24')).toBe('mardi 24 novembre');
    expect(french.dayLong('2026-12-01')).toBe('mardi 1er décembre');
    expect(french.dayLong('2026-11-24', { year: true })).toBe('mardi 24 novembre 2026');
    expect(french.dayLong('2027-01-01', { reference: '2026-11-24' })).toBe('vendredi 1er janvier 2027');
    expect(french.dayLong('2026-12-31', { reference: '2026-11-24' })).toBe('jeudi 31 décembre');
    expect(french.dayPlain('2026-08-01')).toBe('1er août');
    expect(french.dayShort('2026-11-24')).toBe('mar. 24 nov.');
    expect(french.monthLong('2026-02')).toBe('février 2026');
    expect(() => french.dayLong('2026-02-30')).toThrow(RangeError);
    expect(() => french.dayName(8)).toThrow(RangeError);
  });

  it.each([
    ['09:30', '9 h 30'],
    ['09:00', '9 h'],
    ['19:05', '19 h 05'],
    ['00:00', 'minuit'],
    ['00:30', '0 h 30'],
  ])('writes the hour %s', (time, words) => expect(french.hour(time)).toBe(words));

  it.each([
    ['mardi 24, 9 h 30 – 11 h, salle 3', 'mardi 24, 9_h_30 –_11_h, salle 3'],
    ['avant 18 h. 12 heures, 2 h 5', 'avant 18_h. 12 heures, 2_h 5'],
    ['du 3 à 9 h, au 4, 17 h', 'du 3 à 9_h, au 4, 17_h'],
  ])('keeps the hours of “%s” together', (text, kept) =>
    expect(french.keepHours(text).replaceAll('\u00a0', '_')).toBe(kept),
  );

  it('writes a session, one day or several', () => {
    const at = (text: string) => new Date(text);
    const when = (from: string, to: string) => french.when(at(from), at(to), PARIS);
    expect(when('2026-11-24T08:30:00Z', '2026-11-24T10:00:00Z')).toBe('mardi 24 novembre, 9 h 30 – 11 h');
    expect(when('2026-07-07T07:30:00Z', '2026-07-07T09:00:00Z')).toBe('mardi 7 juillet, 9 h 30 – 11 h');
    expect(when('2026-11-24T19:00:00Z', '2026-11-24T23:00:00Z')).toBe('mardi 24 novembre, 20 h – minuit');
    expect(when('2026-11-27T08:00:00Z', '2026-11-28T16:00:00Z')).toBe(
      'du vendredi 27 novembre, 9 h, au samedi 28 novembre, 17 h',
    );
  });

  it('writes deadlines', () => {
    expect(french.deadline(new Date('2026-11-23T17:00:00Z'), PARIS)).toBe('lundi 23 novembre, 18 h');
    expect(french.deadline(new Date('2026-11-23T23:00:00Z'), PARIS)).toBe('lundi 23 novembre, minuit');
  });

  it.each([
    ['2026-11-24', "aujourd'hui"],
    ['2026-11-25', 'demain'],
    ['2026-11-27', 'dans 3 jours'],
    ['2026-11-23', 'hier'],
    ['2026-11-20', 'il y a 4 jours'],
  ])('tells %s from 24 November', (date, words) => expect(french.fromToday(date, '2026-11-24')).toBe(words));

  it('writes ages', () => {
    expect([0, 14, 24, 30, 48].map(french.months)).toEqual(['0 mois', '14 mois', '2 ans', '2 ans et 6 mois', '4 ans']);
    expect(french.ageRange(3, 48)).toBe('3 mois à 4 ans');
    expect(french.ageRange(null, 47)).toBe('moins de 4 ans');
    expect(french.ageRange(3, 47)).toBe('3 mois à moins de 4 ans');
    expect(french.ageRange(3, null)).toBe('à partir de 3 mois');
    expect(french.ageRange(null, 72)).toBe("jusqu'à 6 ans");
    expect(french.ageRange(0, 18)).toBe("jusqu'à 18 mois");
    expect(french.ageRange(null, null)).toBe('tous les âges');
  });

  it('counts as in French', () => {
    const places = (n: number) => french.plural(n, 'place adulte', 'places adultes');
    expect([0, 1, 2].map(places)).toEqual(['0 place adulte', '1 place adulte', '2 places adultes']);
    expect(french.plural(1.5, 'heure', 'heures')).toBe('1,5 heure');
    expect(french.number(1234567.891)).toBe('1 234 567,89');
    expect(french.number(-1200)).toBe('-1 200');
    expect([french.ordinal(1), french.ordinal(1, 'f'), french.ordinal(2, 'f')]).toEqual(['1er', '1re', '2e']);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => french.list(items))).toEqual([
      '',
      'a',
      'a et b',
      'a, b et c',
    ]);
    expect(french.list(['A', 'B'], 'ou')).toBe('A ou B');
    expect(french.capital('été')).toBe('Été');
  });
});
