import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeTable } from '#app/documents/csv.ts';
import { openProgramme, readProgramme } from '#app/catalog/programme.ts';
import { programmeReport, rowReport } from '#app/catalog/programme-report.ts';
import { readSchoolYear } from '#app/catalog/programme-year.ts';
import { compact } from '#tests/unit/catalog/programme-when.fixture.ts';

const YEAR = readSchoolYear('2026-2027');
const BYTES = readFileSync(new URL('../../fixtures/real-programmes.csv', import.meta.url));

function read(bytes: Uint8Array, year = YEAR) {
  const table = openProgramme(decodeTable(bytes));
  if (!table) throw new Error('no programme');
  return readProgramme(table, { year, today: '2026-11-22' });
}

const real = read(BYTES);
const row = (line: number) => {
  const found = real.rows.find((candidate) => candidate.line === line);
  if (!found) throw new Error(`no line ${line}`);
  return found;
};

describe('the 57 real rows', () => {
  it('are all read, each with its report of at most 100 columns', () => {
    expect(real.rows).toHaveLength(57);
    for (const one of real.rows) {
      const report = rowReport(one);
      expect(report).toContain(`Ligne ${one.line} · `);
      const breakable = report.split('\n').filter((line) => line.trim().includes(' '));
      expect(Math.max(...breakable.map((line) => line.length))).toBeLessThanOrEqual(100);
    }
  });

  it('fall into complete, draft and not held', () => {
    const of = (status: string) => real.rows.filter((one) => one.status === status).map(({ line }) => line);
    expect(of('complete')).toEqual([2, 5, 6, 7, 8, 20, 39, 51, 53]);
    expect(of('not-held')).toEqual([3, 4, 22, 38, 48]);
    expect(of('draft')).toHaveLength(43);
    expect(new Set(real.rows.map(({ key }) => key)).size).toBe(57);
  });

  it.each([
    [5, 'w1:2 2026-10-01..2026-12-31 09:00-11:30', ''],
    [7, 'w1:2 year 08:45-11:00', ''],
    [9, '- ?-?', 'date horaire'],
    [13, 'd:2027-03-12 ?-?', 'horaire lieu'],
    [14, '- ?-?', 'jour horaire'],
    [16, 'w1:12345 year 09:30-11:00', 'horaire'],
    [20, 'w1:1 year 10:00-11:30', ''],
    [23, 'm:5:1 2026-11-06..2027-08-31 09:00-10:30', 'fréquence'],
    [24, 'd:2027-07-08 ?-16:00', 'horaire'],
    [25, 'd:2027-01-30,2027-01-31 ?-?', 'horaire'],
    [28, 'd:2026-11-21 09:00-12:30', 'date'],
    [39, 'd:2026-12-08 09:00-19:00', ''],
    [43, 'w1:12345 year 13:30-17:00', 'lieu'],
    [52, 'w1:4 year 10:45-12:45', 'horaire'],
    [53, 'm:3:2 year 14:00-17:00', ''],
  ])('line %i', (line, planned, missing) => {
    expect(compact(row(line).when)).toBe(planned);
    expect([...new Set(row(line).missing.map(({ about }) => about))].join(' ')).toBe(missing);
  });

  it('keep what the row says of places, people and kinds', () => {
    expect(row(16)).toMatchObject({ adults: 6, children: null, kind: 'ATELIER', commune: 'Vitry-sur-Seine' });
    expect(row(35)).toMatchObject({ kind: 'PASSERELLE', intervenant: 'ferme itinérante' });
    expect(row(2).audience).toMatchObject({ professionals: true, parents: true });
    expect(row(52).unread.map(({ text }) => text)).toEqual(['si besoin']);
    expect(row(7).when.schoolHolidays).toEqual({ skip: true, keptByName: ['Noël'], skippedByName: [] });
  });

  it('without a school year, what is past or has no period is not complete', () => {
    expect(read(BYTES, null).rows.filter(({ status }) => status === 'complete')).toEqual([]);
  });

  it('end with the counts', () => {
    const report = programmeReport(real);
    expect(report).toContain('57 lignes lues :\n  9 complètes');
    expect(report).toContain('== RAM de Guérande ==');
    expect(report).not.toContain('Colonnes ignorées');
  });
});

describe('other files', () => {
  const csv = [
    'Programme du relais;;;;;;',
    'Intitulé;Type;Jour;Horaires;Lieu;Places;Budget',
    'Éveil musical;Atelier;1er et 3e jeudis;9h30-11h;Salle des fêtes;8 adultes et 16 enfants;',
    'Café-rencontre;Réunion;17/11/2027;20h00 à 22h00;Médiathèque;une douzaine;120 €',
    ';;;;;;',
    'Éveil musical;Atelier;1er et 3e jeudis;9h30-11h;Salle des fêtes;8 adultes et 16 enfants;',
    'Cœur d’œuvre;;mardi 9h;;Salle;12;',
    ';;;;Salle;;',
  ].join('\r\n');

  it.each(['win1252', 'utf8', 'utf16le'])('as Excel saves them: semicolons, %s', (encoding) => {
    const programme = read(iconv.encode(csv, encoding, { addBOM: encoding !== 'win1252' }));
    const [music, cafe, same, heart, nothing] = programme.rows;
    expect(programme.columns.unknown).toEqual(['Budget']);
    expect(music).toMatchObject({ line: 3, status: 'complete', adults: 8, children: 16, title: 'Éveil musical' });
    expect(cafe).toMatchObject({ kind: 'REUNION', status: 'draft', adults: null });
    expect(cafe?.missing.map(({ text }) => text)).toContain('nombre de places (adultes) : « une douzaine » n’est pas un nombre de places'); // prettier-ignore
    expect(same).toMatchObject({ status: 'repeated', reason: 'même contenu que la ligne 3' });
    expect(heart).toMatchObject({ title: 'Cœur d’œuvre', kind: null, status: 'draft' });
    expect(nothing).toMatchObject({ status: 'unreadable' });
  });

  it('gives the same keys in any encoding and column order', () => {
    const keys = (text: string, encoding: string) => read(iconv.encode(text, encoding)).rows.map(({ key }) => key);
    const swapped = csv
      .split('\r\n')
      .map((line) => [...line.split(';')].reverse().join(';'))
      .join('\r\n');
    expect(keys(csv, 'win1252')).toEqual(keys(csv, 'utf8'));
    expect(keys(swapped, 'utf8')).toEqual(keys(csv, 'utf8'));
  });

  it('refuses what is no programme', () => {
    expect(openProgramme({ rows: [['Nom', 'Prénom', 'Téléphone'], ['Morel', 'Nadia', '06']] })).toBeNull(); // prettier-ignore
  });

  it('proposes a kind from the title, and does not decide', () => {
    const table = openProgramme({ rows: [['Titre', 'Jour', 'Lieu'], ['Atelier peinture', 'tous les mardis 9h-11h', 'RPE']] }); // prettier-ignore
    const [only] = table ? readProgramme(table, { year: YEAR, today: null }).rows : [];
    expect(only).toMatchObject({ status: 'draft', kind: 'ATELIER' });
    expect(only?.missing.map(({ about }) => about)).toEqual(['nature']);
    expect(only?.proposed[0]?.text).toBe('nature proposée d’après le titre : atelier d\'éveil'); // prettier-ignore
  });

  it('never throws on any cells', () => {
    const headers = ['relais', 'Type', 'Titre', 'Lieu', 'Date', 'Début', 'Fin', 'Fréquence', 'Places', 'Nb adultes', 'Notes']; // prettier-ignore
    const cell = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 4 }), (body) => {
        const table = openProgramme({ rows: [headers, ...body] });
        if (table) programmeReport(readProgramme(table, { year: YEAR, today: '2026-11-22' }));
      }),
      { numRuns: 200 },
    );
  });
});
