import { describe, expect, it } from 'vitest';

import { defaultSeries } from '#app/catalog/series-defaults.ts';
import { proposedDates, seriesInWords, type SeriesProposal } from '#app/catalog/series-proposal.ts';
import { readSeries } from '#app/catalog/series.schema.server.ts';
import type { DaysOff } from '#app/time/days-off.ts';

const site = '7b0e2f9c-6f0f-4f6e-9d0a-0c1f2e3d4c5b';
const lea = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const nora = '1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

type Entry = readonly [name: string, value: string];

const WEEKLY: readonly Entry[] = [
  ['rythme', 'semaines'],
  ['jours', '2'],
  ['intervalle', '1'],
  ['du', '2027-01-05'],
  ['au', '2027-01-26'],
  ['feries', 'oui'],
  ['vacances', 'oui'],
  ['fermetures', 'oui'],
  ['de-0', '09:30'],
  ['a-0', '11:00'],
  ['lieu', site],
  ['animatrices', lea],
  ['preparation', '15'],
  ['adultes', '8'],
];

function form(entries: readonly Entry[], without: readonly string[] = []): FormData {
  const data = new FormData();
  for (const [name, value] of entries) if (!without.includes(name)) data.append(name, value);
  return data;
}

function proposalOf(entries: readonly Entry[], without: readonly string[] = []): SeriesProposal {
  const read = readSeries(form(entries, without));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.proposal;
}

const errorsOf = (entries: readonly Entry[], without: readonly string[] = []) => {
  const read = readSeries(form(entries, without));
  return read.ok ? {} : read.errors;
};

const noDaysOff: DaysOff = { territory: 'metropole', schoolHolidays: [], closures: [] };

describe('the form of a series', () => {
  it('reads a weekly rhythm, its slots, its team, its ceilings', () => {
    expect(proposalOf(WEEKLY)).toMatchObject({
      recurrence: { type: 'weekly', weekdays: [2], every: 1 },
      term: { first: '2027-01-05', last: '2027-01-26' },
      skipping: { publicHolidays: true, schoolHolidays: true, closures: true },
      slots: [{ from: '09:30', until: '11:00' }],
      ...{ siteId: site, animatorIds: [lea], prepMinutes: 15, tidyMinutes: 0, maxAdults: 8, maxChildren: null },
      reason: null,
    });
  });

  it('reads the nth weekdays of the month, and dates picked by hand', () => {
    const monthly: Entry[] = [...WEEKLY, ['rangs', '2'], ['rangs', 'dernier'], ['jour', '4']];
    expect(proposalOf([['rythme', 'mois'], ...monthly.slice(1)]).recurrence).toEqual({
      ...{ type: 'monthly', weekday: 4, nths: [2, 'last'] },
    });
    const dates: Entry[] = [
      ['rythme', 'dates'],
      ['dates', '2027-02-02'],
      ['dates', ''],
      ['dates', '2027-01-12'],
      ...WEEKLY.slice(1),
    ];
    expect(proposalOf(dates)).toMatchObject({
      recurrence: { type: 'dates', dates: ['2027-02-02', '2027-01-12'] },
      term: { first: '2027-01-12', last: '2027-02-02' },
    });
  });

  it('ends where holidays begin when told so', () => {
    expect(proposalOf([...WEEKLY, ['jusqua', '2027-02-19'], ['depuis', '2027-01-04']]).term).toEqual({
      ...{ first: '2027-01-04', last: '2027-02-19' },
    });
  });

  it.each<[string, Entry[], string[], Record<string, string>]>([
    ['no weekday', [], ['jours'], { jours: 'Cochez au moins un jour de la semaine.' }],
    ['no end', [], ['au'], { au: 'Écrivez le dernier jour, ou choisissez des vacances.' }],
    ['an end before its start', [['au', '2026-12-01']], ['au'], { au: 'Le dernier jour vient avant le premier.' }],
    ['two years', [['au', '2029-01-01']], ['au'], { au: 'Une série dure une année au plus.' }],
    ['hours in disorder', [['a-0', '09:00']], ['a-0'], { 'a-0': 'La fin vient avant le début.' }],
    ['half a second slot', [['de-1', '14:00']], [], { 'a-1': 'Écrivez une heure, par exemple 11:00.' }],
    ['no place', [], ['lieu'], { lieu: 'Choisissez un lieu.' }],
    ['no rhythm', [], ['rythme'], { rythme: 'Choisissez un rythme.' }],
    [
      'a word for a number',
      [['adultes', 'huit']],
      ['adultes'],
      { adultes: 'Écrivez un nombre, ou rien s’il n’y a pas de limite.' },
    ],
  ])('says beside the field what is wrong: %s', (_, more, without, errors) => {
    expect(errorsOf([...WEEKLY.filter(([name]) => !without.includes(name)), ...more])).toEqual(errors);
  });

  it('loses nothing that was typed when it is wrong', () => {
    const read = readSeries(form([...WEEKLY, ['theme-0', 'Peinture'], ['motif', 'Deux groupes']], ['lieu']));
    expect(read.typed).toMatchObject({ rythme: 'semaines', jours: ['2'], motif: 'Deux groupes', preparation: '15' });
    expect(read.typed.creneaux[0]).toEqual({ de: '09:30', a: '11:00', theme: 'Peinture', lieu: '', animatrice: '' });
  });

  it('begins as the activity was last held, or with the slot chosen in the planning', () => {
    const last = { siteId: site, animatorIds: [lea], from: '09:30', until: '11:00', prepMinutes: 15, tidyMinutes: 0 };
    const given = { kind: 'ATELIER' as const, maxAdults: 8, maxChildren: null, today: '2026-11-22', last, self: nora };
    expect(defaultSeries(given, new URLSearchParams())).toMatchObject({
      ...{
        rythme: 'semaines',
        du: '2026-11-23',
        vacances: true,
        lieu: site,
        adultes: '8',
        enfants: '',
        preparation: '15',
      },
    });
    expect(defaultSeries(given, new URLSearchParams()).animatrices).toEqual([lea]);
    expect(defaultSeries({ ...given, last: null }, new URLSearchParams()).animatrices).toEqual([nora]);
    const asked = new URLSearchParams('date=2026-12-01&de=14:00&a=15:30');
    expect(defaultSeries(given, asked)).toMatchObject({ rythme: 'dates', dates: ['2026-12-01'], jours: ['2'] });
    expect(defaultSeries(given, asked).creneaux[0]).toMatchObject({ de: '14:00', a: '15:30' });
    expect(defaultSeries(given, new URLSearchParams('date=hier'))).toMatchObject({ rythme: 'semaines' });
  });
});

describe('the dates of a proposal', () => {
  const closed: DaysOff = {
    territory: 'metropole',
    schoolHolidays: [{ name: 'Hiver', first: '2027-01-23', last: '2027-02-07' }],
    closures: [{ name: 'inventaire', first: '2027-01-12', last: '2027-01-12', part: 'AFTERNOON' }],
  };

  it('keeps, skips with the reason, and honours half-days by the hours of each slot', () => {
    const slots: Entry[] = [
      ['de-1', '14:00'],
      ['a-1', '15:00'],
      ['animatrice-1', nora],
    ];
    const dates = proposedDates(proposalOf([...WEEKLY, ...slots]), () => closed);
    expect(dates.map(({ key, kept, skipped }) => [key, kept, skipped])).toEqual([
      ['2027-01-05/0', true, null],
      ['2027-01-05/1', true, null],
      ['2027-01-12/0', true, null],
      ['2027-01-12/1', false, 'fermeture (inventaire)'],
      ['2027-01-19/0', true, null],
      ['2027-01-19/1', true, null],
      ['2027-01-26/0', false, 'vacances scolaires (Hiver)'],
      ['2027-01-26/1', false, 'vacances scolaires (Hiver)'],
    ]);
    expect(dates.map(({ animatorIds }) => animatorIds).slice(0, 2)).toEqual([[lea], [nora]]);
    const all = proposedDates(proposalOf(WEEKLY, ['vacances', 'fermetures']), () => closed);
    expect(all.every(({ kept }) => kept)).toBe(true);
  });

  it('lets a date be removed, kept all the same, or differ; an untouched hour follows its slot', () => {
    const said: Entry[] = [
      ['vue', '2027-01-05/0'],
      ['vue', '2027-01-19/0'],
      ['garder', '2027-01-19/0'],
      ['vue', '2027-01-26/0'],
      ['sautee', '2027-01-26/0'],
      ['garder', '2027-01-26/0'],
      ['de:2027-01-26/0', '10:00'],
      ['a:2027-01-26/0', '12:00'],
      ['theme:2027-01-26/0', 'Carnaval'],
      ['animatrice:2027-01-26/0', nora],
      ['de:2027-01-19/0', '09:30'],
      ['a:2027-01-19/0', '11:00'],
      ['base-de-0', '09:30'],
      ['base-a-0', '11:00'],
      ['de-0', '09:45'],
      ['a-0', '11:15'],
    ];
    const entries = [...WEEKLY.filter(([name]) => name !== 'de-0' && name !== 'a-0'), ...said];
    const dates = proposedDates(proposalOf(entries), () => closed);
    expect(dates.map(({ date, kept, from, until }) => [date, kept, from, until])).toEqual([
      ['2027-01-05', false, '09:45', '11:15'],
      ['2027-01-12', true, '09:45', '11:15'],
      ['2027-01-19', true, '09:45', '11:15'],
      ['2027-01-26', true, '10:00', '12:00'],
    ]);
    expect(dates[3]).toMatchObject({ theme: 'Carnaval', animatorIds: [nora], skipped: 'vacances scolaires (Hiver)' });
  });

  it('follows the series again when what it skips changes, unless told otherwise', () => {
    const seen: Entry[] = [
      ...(['2027-01-05/0', '2027-01-19/0', '2027-01-26/0'].map((key) => ['vue', key]) satisfies Entry[]),
      ['garder', '2027-01-19/0'],
      ['sautee', '2027-01-26/0'],
    ];
    const keptOf = (...without: string[]) =>
      proposedDates(proposalOf([...WEEKLY, ...seen], without), () => closed).map(({ date, kept }) => [date, kept]);
    expect(keptOf()).toContainEqual(['2027-01-26', false]);
    expect(keptOf('vacances')).toContainEqual(['2027-01-26', true]);
    expect(keptOf('vacances')).toContainEqual(['2027-01-05', false]);
  });

  it('says once what is wrong with the hours of all dates', () => {
    const seen: Entry[] = ['2027-01-05/0', '2027-01-12/0'].flatMap((key): Entry[] => [
      ['vue', key],
      ['garder', key],
      [`de:${key}`, '09:30'],
      [`a:${key}`, '11:00'],
    ]);
    const shown: Entry[] = [
      ['base-de-0', '09:30'],
      ['base-a-0', '11:00'],
      ['a-0', '08:00'],
    ];
    const entries = [...WEEKLY.filter(([name]) => name !== 'a-0'), ...seen, ...shown];
    expect(errorsOf(entries)).toEqual({ 'a-0': 'La fin vient avant le début.' });
  });

  it('is told in words', () => {
    expect(seriesInWords(proposalOf(WEEKLY))).toBe('tous les mardis, 9 h 30 – 11 h, du 5 janvier au 26 janvier');
    expect(proposedDates(proposalOf(WEEKLY), () => noDaysOff)).toHaveLength(4);
  });
});
