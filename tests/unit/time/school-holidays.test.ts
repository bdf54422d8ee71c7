import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { periodsOf, readSchoolHolidays } from '#app/time/school-holidays.ts';

const shipped: unknown = JSON.parse(readFileSync('app/catalog/school-holidays.json', 'utf8'));

/** Rows as the ministry's dataset writes them (instants are local midnights). */
const row = (description: string, start: string, end: string | null, more: object = {}) => ({
  description,
  population: '-',
  start_date: start,
  end_date: end,
  location: 'Amiens',
  zones: 'Zone B',
  annee_scolaire: '2026-2027',
  ...more,
});

const official = [
  row('Vacances de la Toussaint', '2026-10-16T22:00:00+00:00', '2026-11-01T23:00:00+00:00'),
  row('Vacances de la Toussaint', '2026-10-16T22:00:00+00:00', '2026-11-01T23:00:00+00:00', { location: 'Lille' }),
  row('Vacances de Noël', '2026-12-18T23:00:00+00:00', '2027-01-03T23:00:00+00:00', { population: 'Élèves' }),
  row("Vacances d'Hiver", '2027-02-20', '2027-03-08'),
  row('Vacances de Printemps', '2027-04-16T22:00:00+00:00', '2027-05-02T22:00:00+00:00'),
  row("Pont de l'Ascension", '2027-05-06T22:00:00+00:00', '2027-05-06T22:00:00+00:00'),
  row("Début des Vacances d'Été", '2027-07-02T22:00:00+00:00', null),
  row('Prérentrée', '2026-08-30T22:00:00+00:00', '2026-08-30T22:00:00+00:00', { population: 'Enseignants' }),
  row('Vacances de Carnaval', '2027-02-05T22:00:00+00:00', '2027-02-20T22:00:00+00:00', { zones: 'Guadeloupe' }),
];

describe('school holidays', () => {
  it('reads the shipped file', () => {
    const zoneB = periodsOf(readSchoolHolidays(shipped), 'B');
    expect(zoneB).toHaveLength(12);
    expect(zoneB[0]).toEqual({ name: 'Toussaint', first: '2025-10-18', last: '2025-11-02' });
    expect(zoneB).toContainEqual({ name: 'Hiver', first: '2027-02-20', last: '2027-03-07' });
  });

  it.each([
    ['flat rows', official],
    ['results', { total_count: 9, results: official }],
    ['records', { records: official.map((fields) => ({ fields })) }],
  ])("reads the ministry's dataset (%s) as the shipped file says it", (_, file) => {
    const read = readSchoolHolidays(file);
    const ours = readSchoolHolidays(shipped).filter((one) => one.zone === 'B' && one.year === '2026-2027');
    const dates = (all: typeof read) => all.map(({ name, first }) => `${name} ${first}`);
    expect(dates(read)).toEqual(dates(ours));
    expect(read.filter((one) => !one.name.startsWith('Pont'))).toEqual(
      ours.filter((one) => !one.name.startsWith('Pont')),
    );
  });

  it('begins after class when the day given is a school day', () => {
    const [summer] = readSchoolHolidays([
      row("Vacances d'Été", '2022-07-06T22:00:00+00:00', '2022-08-31T22:00:00+00:00'),
    ]);
    expect(summer).toMatchObject({ name: 'Été', first: '2022-07-08', last: '2022-08-31' });
    const [bridge] = readSchoolHolidays([
      row("Pont de l'Ascension", '2024-05-07T22:00:00+00:00', '2024-05-12T22:00:00+00:00'),
    ]);
    expect(bridge).toMatchObject({ first: '2024-05-08', last: '2024-05-12' });
  });

  it.each([
    [{}],
    ['texte'],
    [null],
    [{ years: [{ common: [] }] }],
    [{ years: [{ year: '2026-2027', common: [{ name: 'Noël', first: '2027-01-03', last: '2026-12-19' }] }] }],
    [[row('Vacances de Noël', 'bientôt', '2027-01-03')]],
  ])('refuses %j with a sentence', (file) => {
    expect(() => readSchoolHolidays(file)).toThrow(/calendrier scolaire/i);
  });
});
