import { expect, test } from 'vitest';
import { planDates, skippedHolidays } from '#app/catalog/programme-plan.ts';
import { matchSite, type KnownSite } from '#app/catalog/programme-site.ts';
import type { When } from '#app/catalog/programme-when.ts';

const period = (name: string, first: string, last: string) => ({ name, first, last });
const HOLIDAYS = [period('Toussaint', '2026-10-17', '2026-11-01'), period('Noël', '2026-12-19', '2027-01-03')];
const CONTEXT = {
  zone: 'Europe/Paris',
  now: new Date('2026-11-22T09:00:00Z'),
  daysOff: {
    territory: 'metropole' as const,
    schoolHolidays: HOLIDAYS,
    closures: [period('inventaire', '2026-12-08', '2026-12-08')],
  },
  knownYears: new Set(['2026-2027']),
};
const TUESDAYS: When = {
  recurrence: { type: 'weekly', weekdays: [2], every: 1 },
  term: { first: '2026-11-10', last: '2027-01-12' },
  start: '09:30',
  end: '11:00',
  schoolHolidays: { skip: true, keptByName: [], skippedByName: [] },
  skipPublicHolidays: true,
  exceptions: [period('exception', '2026-12-15', '2026-12-15')],
};

test('dates to come in wall time, without holidays, closures and exceptions, each told', () => {
  const { dates, skipped, past, unknownYears } = planDates(TUESDAYS, CONTEXT);
  expect(dates.map(({ startsAt }) => startsAt.toISOString())).toEqual(
    ['2026-11-24', '2026-12-01', '2027-01-05', '2027-01-12'].map((date) => `${date}T08:30:00.000Z`),
  );
  expect(skipped.map(({ date, why }) => `${date} ${why}`)).toEqual([
    '2026-12-08 fermeture (inventaire)',
    '2026-12-15 fermeture (exception)',
    '2026-12-22 vacances scolaires (Noël)',
    '2026-12-29 vacances scolaires (Noël)',
  ]);
  expect([past, unknownYears]).toEqual([2, []]);
});

test('no rule, no period or no hour: no date; a year without calendar is told', () => {
  expect(planDates({ ...TUESDAYS, recurrence: null }, CONTEXT).dates).toEqual([]);
  expect(planDates({ ...TUESDAYS, term: null }, CONTEXT).dates).toEqual([]);
  expect(planDates({ ...TUESDAYS, end: null }, CONTEXT).dates).toEqual([]);
  expect(planDates(TUESDAYS, { ...CONTEXT, knownYears: new Set() }).unknownYears).toEqual(['2026-2027']);
  const all = { ...TUESDAYS, schoolHolidays: { skip: false, keptByName: [], skippedByName: [] } };
  expect(planDates(all, { ...CONTEXT, knownYears: new Set() }).unknownYears).toEqual([]);
});

test.each([
  [{ skip: true, keptByName: ['Noël'], skippedByName: [] }, ['Toussaint']],
  [{ skip: false, keptByName: [], skippedByName: ['Noël'] }, ['Noël']],
  [{ skip: false, keptByName: [], skippedByName: [] }, []],
  [{ skip: true, keptByName: [], skippedByName: [] }, ['Toussaint', 'Noël']],
])('%j skips %j', (choice, names) => {
  expect(skippedHolidays(HOLIDAYS, choice).map(({ name }) => name)).toEqual(names);
});

const site = (id: string, name: string, more: Partial<KnownSite> = {}): KnownSite => ({
  ...{ id, name, kind: 'PLACE', exclusive: false, communeId: null, relaisIds: [] },
  ...more,
});
const COMMUNES = [
  { id: 'a', name: 'Amiens' },
  { id: 'b', name: 'Boves' },
];

test('a site is known by its folded name and its commune, and two of one name are never mixed up', () => {
  const here = site('1', 'Salle des fêtes', { communeId: 'a' });
  const there = site('2', 'Salle des fêtes', { communeId: 'b', relaisIds: ['r'] });
  const place = 'SALLE DES FETES';
  const match = (commune: string, relaisId: string | null = null) =>
    matchSite({ place, commune }, relaisId, [here, there], COMMUNES);
  expect(match('Boves')).toEqual({ is: 'known', site: there });
  expect(match('')).toEqual({ is: 'ambiguous' });
  expect(match('', 'r')).toEqual({ is: 'known', site: there });
  expect(matchSite({ place: 'Visio', commune: 'Poix' }, null, [], COMMUNES)).toEqual({
    ...{ is: 'create', name: 'Visio', kind: 'REMOTE', commune: 'Poix', communeId: null },
  });
  expect(matchSite({ place: 'à définir', commune: '' }, null, [], [])).toMatchObject({ kind: 'TO_CONFIRM' });
});
