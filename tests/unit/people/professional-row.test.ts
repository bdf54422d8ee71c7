import { describe, expect, it, test } from 'vitest';
import {
  readCapacity,
  readFrenchDate,
  readProfessionalKind,
  readWorkStatus,
  splitName,
} from '#app/people/professional-cells.ts';
import { cellsOfList, openProfessionals } from '#app/people/professional-columns.ts';
import { sameAs } from '#app/people/professional-doubles.ts';
import { readProfessional } from '#app/people/professional-row.ts';

const TODAY = '2026-11-22';

function read(headers: string[], values: string[]) {
  const table = openProfessionals({ rows: [['Liste du relais'], headers, values], lines: [1, 2, 3] });
  const [first] = table?.body ?? [];
  if (!table || !first) throw new Error('no list');
  return readProfessional(cellsOfList(first.values, table.columns), first.line, TODAY);
}

test.each([
  ['12/05/2024', '2024-05-12'],
  ['1.3.24', '2024-03-01'],
  ['2024-05-12', '2024-05-12'],
  ['1er mars 2023', '2023-03-01'],
  ['12 déc. 2023', '2023-12-12'],
  ['31/02/2024', null],
  ['bientôt', null],
  ['', undefined],
])('date « %s » → %s', (text, date) => {
  expect(readFrenchDate(text)).toBe(date);
});

test.each([
  ['4', { children: 4 }],
  ['3 enfants', { children: 3 }],
  ['4 dont 2 de moins de 3 ans', { children: 4, underThree: 2 }],
  ['2 + 1 périscolaire', { children: 3 }],
  ['0', null],
  ['2 dont 3 de moins de 3 ans', null],
  ['beaucoup', null],
  ['', undefined],
])('agrément « %s » → %j', (text, capacity) => {
  expect(readCapacity(text)).toEqual(capacity);
});

test('kinds, situations and names in one cell', () => {
  expect(
    ['Assistante maternelle', 'AM', 'garde à domicile', 'candidate', 'plombier'].map(readProfessionalKind),
  ).toEqual(['ASSISTANTE_MATERNELLE', 'ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE', 'CANDIDATE', null]);
  expect(['en activité', 'congé parental', 'cessation', 'peut-être'].map(readWorkStatus)).toEqual([
    'ACTIVE',
    'PAUSED',
    'CEASED',
    null,
  ]);
  expect(splitName('LE GOFF Anne-Marie')).toEqual({ lastName: 'LE GOFF', firstName: 'Anne-Marie' });
  expect(splitName('Marie Dupont')).toBe(null);
});

describe('a row', () => {
  const headers = ['Nom', 'Prénom', 'Téléphone', 'Courriel', 'Commune', 'Agrément', "Fin d'agrément", 'Taille'];

  it('gives a file, its names tidied and its telephone mended', () => {
    const row = read(headers, [
      'DUPONT-MARTIN',
      'Léa',
      '639980102',
      ' Lea@Exemple.FR',
      'Boves',
      '4',
      '31/08/2028',
      'M',
    ]);
    expect(row).toMatchObject({
      ...{ line: 3, lastName: 'Dupont-Martin', firstName: 'Léa', phone: '06 39 98 01 02', email: 'lea@exemple.fr' },
      ...{ kind: 'ASSISTANTE_MATERNELLE', status: 'ACTIVE', from: TODAY, missing: [] },
      agrement: { children: 4, validFrom: TODAY, validUntil: '2028-08-31' },
    });
    expect(row.proposed).toContain('agrément noté à partir du 22 novembre 2026');
  });

  it('says what cannot be read, and guesses nothing', () => {
    const row = read(headers, ['Roux', '', '12', 'a@b', 'Boves', 'oui', 'un jour', '']);
    expect(row.missing).toEqual([
      'le prénom',
      'courriel illisible : « a@b »',
      'téléphone illisible : « 12 »',
      'agrément illisible : « oui »',
      'fin d’agrément illisible : « un jour »',
    ]);
  });

  it('without e-mail is reached by telephone', () => {
    expect(read(headers, ['Roux', 'Inès', '06 39 98 01 03', '', '', '', '', '']).proposed).toEqual([
      'sans courriel : pas de compte, jointe par téléphone',
      'sans commune',
      'suivie à partir du 22 novembre 2026',
      'agrément à compléter',
    ]);
  });
});

test('a list is known by its header; a programme is none', () => {
  expect(openProfessionals({ rows: [['Titre', 'Date', 'Lieu']], lines: [1] })).toBe(null);
  expect(openProfessionals({ rows: [['Nom', 'Prénom', 'Ville', 'Taille']], lines: [1] })?.columns.unknown).toEqual([
    'Taille',
  ]);
});

test('the same person is known by her e-mail, or by her name with a telephone or a commune', () => {
  const lea = { lastName: 'Dupont', firstName: 'Léa', email: null, phone: '06 39 98 01 02', commune: 'Boves' };
  expect(sameAs(lea, { ...lea, lastName: 'DUPONT', commune: '' })).toBe('même nom et même téléphone');
  expect(sameAs(lea, { ...lea, firstName: 'Lea', phone: null })).toBe('même nom et même commune');
  expect(sameAs(lea, { ...lea, phone: null, commune: 'Amiens' })).toBe(null);
  expect(sameAs(lea, { ...lea, phone: null, commune: '' })).toBe('même nom');
  const mail = { ...lea, email: 'lea@exemple.fr' };
  expect(sameAs(mail, { ...mail, lastName: 'Autre' })).toBe('même courriel');
});
