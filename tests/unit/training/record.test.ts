import { describe, expect, it, test } from 'vitest';
import { expiryDelay, expiryState, expiryWords } from '#app/training/expiry.ts';
import { expiryQuery, readExpiryFilters } from '#app/training/expiry-filters.ts';
import { isFirstAid } from '#app/training/first-aid.ts';
import { LARGEST_PROOF, proofName, proofRefusal, proofType } from '#app/training/proof.ts';
import { isOutsideWork, yearHours, yearsOf, type Attended } from '#app/training/record-hours.ts';
import { renewalDate } from '#app/training/renewal-date.ts';
import { readResults } from '#app/training/results.schema.server.ts';

const came = (more: Partial<Attended>): Attended => ({
  ...{
    activityId: 'a',
    title: 'SST',
    kind: 'FORMATION',
    relais: 'Nord',
    on: '2026-03-14',
    from: '09:00',
    minutes: 210,
  },
  ...more,
});

describe('the hours of a year', () => {
  const facts = {
    attended: [
      came({}),
      came({ on: '2026-03-17' }),
      came({ on: '2025-12-31', minutes: 60 }),
      came({ kind: 'ANALYSE', minutes: 120 }),
      came({ kind: 'ATELIER', minutes: 90 }),
      came({ kind: 'ATELIER', on: '2026-04-07', minutes: 90 }),
    ],
    declared: [
      { on: '2026-01-10', minutes: 420, initial: false },
      { on: '2026-02-10', minutes: 4800, initial: true },
    ],
    today: '2026-11-22',
    own: { 'training.hoursAYear': [{ from: '2026-01-01', value: 60 }] },
  };

  it('are trainings credited and declared; analysis, presences and initial training stand apart', () => {
    expect(yearHours(2026, facts)).toMatchObject({
      ...{ done: 14, right: 60, left: 46, credited: 7, declared: 7, initial: 80, analyse: 2 },
      presences: [{ kind: 'ATELIER', label: 'Ateliers d’éveil', times: 2, hours: 3 }],
    });
    expect(yearsOf(facts)).toEqual([2026, 2025]);
  });

  it('of the past are counted with what was in force then; those of today with today’s', () => {
    const own = {
      'training.hoursAYear': [
        { from: '2026-06-01', value: 60 },
        { from: '2027-01-01', value: 70 },
      ],
    };
    const rightOf = (year: number, today: string) => yearHours(year, { ...facts, own, today }).right;
    expect([
      rightOf(2026, '2026-05-31'),
      rightOf(2026, '2026-06-01'),
      rightOf(2026, '2027-05-01'),
      rightOf(2025, '2027-05-01'),
    ]).toEqual([58, 60, 60, 58]);
  });

  it.each([
    ['2026-03-14', '09:00', true],
    ['2026-03-17', '09:00', false],
    ['2026-03-17', '17:59', false],
    ['2026-03-17', '18:00', true],
    ['2026-05-01', '09:00', true],
  ])('on %s at %s: outside working time is %s', (on, from, outside) => {
    expect(isOutsideWork({ on, from }, {})).toBe(outside);
  });

  it('gives the allocation of each day at its own rate, and none before there was one', () => {
    const rates = { 'training.allocationAnHour': [{ from: '2026-03-15', value: 6 }] };
    const saturdays = ['2025-03-29', '2026-03-14', '2026-03-21'].map((on) => came({ on, minutes: 60 }));
    const outside = (year: number) => yearHours(year, { ...facts, attended: saturdays, own: rates }).outside;
    expect(outside(2026)).toEqual({ hours: 2, euros: 11.57 });
    expect(outside(2025)).toEqual({ hours: 1, euros: null });
  });
});

test('a validity follows the theme’s months, else those of first aid on that day, else none', () => {
  const own = { 'training.firstAidMonths': [{ from: '2026-06-01', value: 36 }] };
  const until = (title: string, renewalMonths: number | null, on: string) =>
    renewalDate({ title, renewalMonths }, on, own);
  expect(until('Recyclage SST', null, '2026-05-31')).toBe('2028-05-31');
  expect(until('Recyclage SST', null, '2026-06-01')).toBe('2029-06-01');
  expect(until('Recyclage SST', 12, '2026-06-01')).toBe('2027-06-01');
  expect(until('Signes et parole', null, '2026-06-01')).toBeNull();
  expect(['Certificat SST', 'MAC SST', 'Sauveteur secouriste', 'PSC1', 'Premiers secours'].every(isFirstAid)).toBe(
    true,
  );
  expect(['Assister un enfant', 'Le macramé', 'Messages clairs'].some(isFirstAid)).toBe(false);
});

test('a validity is said as people say it', () => {
  const said = (day: string) => [expiryState(day, '2026-11-22', 3), expiryDelay(day, '2026-11-22')];
  expect(['2026-11-21', '2026-11-22', '2027-02-22', '2027-02-23'].map(said)).toEqual([
    ['EXPIRED', 'depuis 1 jour'],
    ['SOON', 'aujourd’hui'],
    ['SOON', 'dans 3 mois'],
    ['HOLDS', 'dans 3 mois'],
  ]);
  expect(expiryWords('2027-01-01', 'SOON')).toBe('À renouveler : valable jusqu’au 1er janvier 2027');
});

test('filters of expiries are read from the address, and written back', () => {
  const query = '?relais=nord&theme=Certificat+SST&delai=3';
  expect(readExpiryFilters(new URLSearchParams(query))).toEqual({ relais: 'nord', theme: 'Certificat SST', within: 3 });
  expect(expiryQuery(readExpiryFilters(new URLSearchParams(query)))).toBe(query);
  expect(readExpiryFilters(new URLSearchParams('?delai=7&relais='))).toEqual({});
});

test('a proof is what its first bytes say, under a name that harms nobody', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  expect(proofType(bytes('%PDF-1.7 …'))).toBe('application/pdf');
  expect(proofType(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
  expect(proofType(bytes('\x89PNG\r\n\x1a\n'))).toBe('image/png');
  expect(['<html>', 'GIF89a', '', '%PDF'].map((text) => proofRefusal(bytes(text)))).toEqual(
    Array(4).fill('PROOF_WRONG'),
  );
  expect(proofRefusal(new Uint8Array(LARGEST_PROOF + 1))).toBe('PROOF_TOO_LARGE');
  expect(proofName('C:\\Photos\\dipl"ôme\u202E.exe', 'image/png')).toBe('diplôme.png');
  expect(proofName('', 'application/pdf')).toBe('justificatif.pdf');
  expect(proofName('é'.repeat(300), 'application/pdf')).toHaveLength(84);
});

test('the form of results holds a line a person; a wrong date is marked, one left aside says nothing', () => {
  const [one, two, three] = ['1', '2', '3'].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
  const form = new FormData();
  form.set('theme', '');
  form.set(`obtenu-${one}`, 'oui');
  form.set(`validite-${one}`, '2028-11-17');
  form.set(`obtenu-${two}`, 'non');
  form.set(`validite-${two}`, '');
  form.set(`validite-${three}`, '2028-11-17');
  expect(readResults(form)).toMatchObject({
    themeId: null,
    errors: {},
    lines: [
      { personId: one, obtained: true, expiresOn: '2028-11-17' },
      { personId: two, obtained: false, expiresOn: null },
    ],
  });
  form.set(`validite-${one}`, '2028-13-45');
  expect(Object.keys(readResults(form).errors)).toEqual([`validite-${one}`]);
});
