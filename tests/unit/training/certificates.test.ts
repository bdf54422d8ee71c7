import { describe, expect, it, test } from 'vitest';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';
import { CODE_LENGTH, CODE_LETTERS, codeOf, readCode } from '#app/training/certificate-code.ts';
import {
  certificateTitle,
  datesSaid,
  saysTheSame,
  yearSaid,
  type Came,
  type CertificateFacts,
} from '#app/training/certificate-facts.ts';
import { certificatePapers } from '#app/training/certificate-paper.ts';
import { recordPaper } from '#app/training/record-paper.ts';
import type { PersonRecord } from '#app/training/person-record.server.ts';
import { textOfPdf } from '../documents/pdf-text.ts';

const at = new Date('2026-11-22T10:00:00Z');
const fonts = pdfFonts();
const code = 'A3CD-EFGH-JK4M-NPQR';
const appUrl = 'https://ribambelle.example';

const facts: CertificateFacts = {
  scope: 'TRAINING',
  name: 'Maëlys Œuvrard-Łukasz',
  title: 'Recyclage SST',
  lines: [
    { words: 'samedi 14 novembre 2026, 9 h – 12 h 30', minutes: 210, training: true },
    { words: 'mardi 17 novembre 2026, 9 h – 12 h 30', minutes: 210, training: true },
  ],
  minutes: 420,
  until: null,
  obtained: { expiresOn: '2028-11-17' },
  relais: 'Relais des Hortillons',
  collectivite: 'Amiens Métropole',
  place: 'Amiens',
  signatory: { name: 'Léa Martin', role: 'Animatrice du relais' },
  issuedOn: '2026-11-22',
  discreet: false,
};
const draw = (papers: readonly Partial<CertificateFacts>[]) =>
  certificatePapers(
    { papers: papers.map((one) => ({ facts: { ...facts, ...one }, code })), appUrl, at, plain: true },
    fonts,
  );
const flat = (page = '') => page.replaceAll(/\s/g, '');

describe('a code', () => {
  it('is four groups of letters that nobody mistakes, whatever is drawn', () => {
    expect(codeOf(Array.from({ length: CODE_LENGTH }, (_, n) => n * 7919))).toMatch(
      /^([A-Z34679]{4}-){3}[A-Z34679]{4}$/,
    );
    expect([...CODE_LETTERS].filter((one) => '0O1IL5S8B2'.includes(one))).toEqual([]);
    expect(CODE_LETTERS.length ** CODE_LENGTH).toBeGreaterThan(2 ** 70);
  });

  it.each([code, 'a3cd-efgh-jk4m-npqr', 'A3CDEFGHJK4MNPQR', ' a3cd efgh jk4m npqr '])('is read as "%s"', (typed) => {
    expect(readCode(typed)).toBe(code);
  });

  it.each(['', 'A3CD', 'O3CD-EFGH-JK4M-NPQR', `${code}A`, '../../etc/passwd'])('is not "%s"', (typed) => {
    expect(readCode(typed)).toBeNull();
  });
});

describe('what a certificate says', () => {
  const came = (more: Partial<Came> & { activityId?: string } = {}): Came & { activityId: string } => ({
    ...{
      activityId: 'sst',
      title: 'SST',
      kind: 'FORMATION',
      on: '2026-11-14',
      from: '09:00',
      until: '12:30',
      minutes: 210,
    },
    ...more,
  });

  it('of an analysis, days and hours, without the name of the group', () => {
    const said = datesSaid([came({ kind: 'ANALYSE', title: 'Groupe de Boves' })]);
    expect(said).toMatchObject({ title: 'Analyse de pratiques professionnelles', minutes: 210, discreet: true });
    expect(JSON.stringify(said)).not.toContain('Boves');
  });

  it('of a year, each training, then presences by kind; training alone is counted in its hours', () => {
    const atelier = came({ kind: 'ATELIER', title: 'Musique', minutes: 90 });
    expect(yearSaid(2026, [came(), came({ on: '2026-11-17' }), atelier, atelier])).toEqual({
      title: 'Année 2026',
      lines: [
        { words: 'Formation « SST », jusqu’au 17 novembre 2026', minutes: 420, training: true },
        { words: 'Atelier d’éveil : 2 présences', minutes: 180, training: false },
      ],
      minutes: 420,
      discreet: false,
    });
  });

  it('is the same whoever signs it, and another when hours, name or result change', () => {
    expect(
      saysTheSame(facts, { ...facts, signatory: { name: 'X', role: '' }, issuedOn: '2027-01-01', place: '' }),
    ).toBe(true);
    for (const change of [{ name: 'Autre' }, { minutes: 210 }, { obtained: null }, { lines: [] }]) {
      expect(saysTheSame(facts, { ...facts, ...change })).toBe(false);
    }
  });

  it('is called by what it attests', () => {
    const presence = facts.lines.map((line) => ({ ...line, training: false }));
    expect([facts, { ...facts, lines: presence }, { ...facts, scope: 'YEAR' as const }].map(certificateTitle)).toEqual([
      'Attestation de formation',
      'Attestation de présence',
      'Attestation annuelle',
    ]);
  });
});

describe('its paper', () => {
  it('is tagged, in French, and holds what was attested, who signs, and where to verify it', async () => {
    const bytes = await draw([{}]);
    const [page, ...others] = textOfPdf(bytes);
    expect(others).toEqual([]);
    for (const said of [
      ...[
        'Attestation de formation',
        'Maëlys Œuvrard-Łukasz',
        'Recyclage SST',
        '7 heures',
        'Léa Martin',
        'Fait à Amiens',
      ],
      ...['Certificat obtenu, valable jusqu’au 17 novembre 2028', '3 h 30', code, `${appUrl}/attestations/${code}`],
    ]) {
      expect(flat(page)).toContain(flat(said));
    }
    const file = Buffer.from(bytes).toString('latin1');
    for (const mark of ['/Marked true', '(fr-FR)', '/S /H1', '/S /Figure', '/S /Table']) expect(file).toContain(mark);
  });

  it('stands on a page for each, without common page numbers', async () => {
    const pages = textOfPdf(await draw([{}, { name: 'Awa Diallo' }, {}]));
    expect(pages).toHaveLength(3);
    expect(pages[1]).toContain('Awa Diallo');
    expect(pages.join('')).not.toContain('page 1 sur');
  });

  it('writes whole a name of 300 letters, in words or in one, and leaves emoji out', async () => {
    const words = 'Marie-Antoinette de La Rochefoucauld 👩‍👧 '.repeat(8).trim().slice(0, 300);
    const [inWords, inOne] = textOfPdf(await draw([{ name: words }, { name: 'é'.repeat(300) }]));
    expect(flat(inWords)).toContain(flat(words.replaceAll('👩‍👧', '')));
    expect(flat(inOne)).toContain('é'.repeat(300));
  });

  it('goes on when a cycle has many dates; all are there, and the signature', async () => {
    const lines = Array.from({ length: 36 }, (_, n) => ({ words: `date ${n + 1}.`, minutes: 120, training: false }));
    const pages = textOfPdf(await draw([{ lines }]));
    expect(pages.length).toBeLessThanOrEqual(2);
    const all = flat(pages.join(''));
    for (const { words } of lines) expect(all).toContain(flat(words).replace('date', 'Date'));
    expect(all).toContain('LéaMartin');
  });
});

test('a record prints its years, its initial training apart, and its certificates', async () => {
  const hours = { year: 2026, done: 7, right: 58, left: 51, credited: 7, declared: 0, initial: 0, analyse: 0 };
  const presences = [{ kind: 'ATELIER' as const, label: 'Ateliers d’éveil', times: 10, hours: 15 }];
  const training = {
    ...{
      id: '1',
      source: 'HERE' as const,
      title: 'Recyclage SST',
      by: 'Relais Nord',
      when: '14 novembre 2026',
      on: '2026-11-14',
    },
    ...{ hours: 7, initial: false, result: 'Certificat obtenu', validity: null, proof: null },
  };
  const year = { ...hours, presences, outside: { hours: 0, euros: null } };
  const record: PersonRecord = {
    ...{ personId: 'p', name: 'Nadia Morel', relais: 'Relais Nord', today: '2026-11-22', hours: year, renewals: [] },
    years: [{ hours: year, trainings: [training] }],
    initial: [
      { ...training, title: 'Formation obligatoire', source: 'DECLARED', by: 'Département', hours: 80, initial: true },
    ],
    certificates: [],
  };
  const [page] = textOfPdf(await recordPaper({ record, at, plain: true }, fonts));
  for (const said of [
    'Nadia Morel',
    '7 heures de formation continue sur 58',
    'Ateliers d’éveil : 10 présences, 15 h',
  ]) {
    expect(flat(page)).toContain(flat(said));
  }
  expect(flat(page).indexOf('Formationinitiale')).toBeGreaterThan(flat(page).indexOf('RecyclageSST'));
});
