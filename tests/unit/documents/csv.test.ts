import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeTable, TableError, writeCsv } from '#app/documents/csv.ts';

const bytes = (text: string, encoding = 'utf8') => iconv.encode(text, encoding);
const ROWS = [
  ['lieu', 'prix', 'intitulé'],
  ['Maison de l’œuvre', '12,50 €', 'Éveil, « motricité »'],
];
const text = (delimiter: string) =>
  ROWS.map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)).join('\r\n');

describe('reading a table', () => {
  it.each([
    ['utf-8', 'utf8', ''],
    ['utf-8', 'utf8', '\ufeff'],
    ['utf-16le', 'utf-16le', '\ufeff'],
    ['utf-16be', 'utf-16be', '\ufeff'],
    ['windows-1252', 'win1252', ''],
  ])('understands %s (%s) with each delimiter', (encoding, codec, bom) => {
    for (const delimiter of [';', ',', '\t']) {
      const table = decodeTable(bytes(bom + text(delimiter), codec));
      expect(table).toEqual({ rows: ROWS, lines: [1, 2], delimiter, encoding });
    }
  });

  it('looks for the delimiter on the header line, outside its quotes', () => {
    expect(decodeTable(bytes('"a, b, c";d\n1;2')).delimiter).toBe(';');
    expect(decodeTable(bytes('\n\na,b\n1,"2;3;4"')).delimiter).toBe(',');
    expect(decodeTable(bytes('seule\nvaleur')).rows).toEqual([['seule'], ['valeur']]);
    expect(decodeTable(bytes('sep=,\r\na;x,b\r\n1,2')).rows).toEqual([
      ['a;x', 'b'],
      ['1', '2'],
    ]);
  });

  it('reads a table under headings that hold no column, whatever their commas', () => {
    const under = (heading: string, delimiter: string) =>
      decodeTable(
        bytes(
          [heading, ['Nom', 'Prénom', 'Ville', 'Tél.'], ['Durand', 'Zoé', 'Boves', '']]
            .map((line) => (typeof line === 'string' ? line : line.join(delimiter)))
            .join('\n'),
        ),
      );
    for (const delimiter of [';', ',', '\t']) {
      const { rows, lines } = under('Liste des AM, novembre 2026\n\nRelais nord', delimiter);
      expect(rows).toEqual([
        ['Liste des AM, novembre 2026', '', '', '']
          .slice(0, 4)
          .map((cell, at) => (delimiter === ',' ? (['Liste des AM', 'novembre 2026', '', ''][at] ?? '') : cell)),
        ['Relais nord', '', '', ''],
        ['Nom', 'Prénom', 'Ville', 'Tél.'],
        ['Durand', 'Zoé', 'Boves', ''],
      ]);
      expect(lines).toEqual([1, 3, 4, 5]);
    }
    expect(decodeTable(bytes('a;b\n1,2,3,4;5\n1,2,3,4;6')).delimiter).toBe(';');
  });

  it('trims, fills short rows, leaves out empty ones, and keeps line numbers', () => {
    const table = decodeTable(bytes('a;b;c\r\n\r\n 1 ; "x\r\ny"\r\n;;\r\nil dit "oui";2;3;;\r\n'));
    expect(table.rows).toEqual([
      ['a', 'b', 'c'],
      ['1', 'x\ny', ''],
      ['il dit "oui"', '2', '3'],
    ]);
    expect(table.lines).toEqual([1, 3, 6]);
    expect(decodeTable(bytes('sep=;\na;b\n1;2')).lines).toEqual([2, 3]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', bytes(''), /^Ligne 1 : le fichier est vide/],
    ['blank lines', bytes('\n \n;;\n'), /vide/],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /^Ligne 1 : ce fichier est un classeur/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0, 0, 1), /pas un texte/],
    ['an open quote', bytes('a;b\n1;2\n"x;y\n3;4\n'), /^Ligne \d : un guillemet est ouvert/],
    ['too many cells', bytes('a;b\n1;2\n\n1;2;3'), /^Ligne 4 : 3 cellules, alors que la ligne des titres en a 2/],
  ])('refuses %s with a sentence', (_, file, words) => {
    expect(() => decodeTable(file)).toThrow(TableError);
    expect(() => decodeTable(file)).toThrow(words);
  });

  it('reads a part of a larger buffer', () => {
    const all = bytes('xxxa;b\n1;2');
    expect(decodeTable(all.subarray(3)).rows[0]).toEqual(['a', 'b']);
  });
});

describe('writing a table', () => {
  it('suits French spreadsheets', () => {
    const csv = writeCsv(
      ['nom', 'heures', 'présente', 'note'],
      [
        ['Zoé; "A"', 5.57, true, null],
        ['Ana', -2, false, 'b'],
      ],
    );
    expect(csv).toBe('\ufeffnom;heures;présente;note\r\n"Zoé; ""A""";5,57;oui;\r\nAna;-2;non;b\r\n');
  });

  it.each(['=1+1', '+33 6', '-cmd', '@x', '\t=1'])('defuses %j', (cell) => {
    expect(writeCsv(['a'], [[cell]])).toContain(`'${cell}`);
  });

  it('comes back as it was', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((value) => `x${value}x`);
    const table = fc.integer({ min: 1, max: 5 }).chain((width) => {
      const row = fc.array(cell, { minLength: width, maxLength: width });
      return fc.tuple(row, fc.array(row, { maxLength: 5 }));
    });
    fc.assert(
      fc.property(table, ([header, rows]) => {
        expect(decodeTable(Buffer.from(writeCsv(header, rows))).rows).toEqual([header, ...rows]);
      }),
      { numRuns: 1000, examples: [[[['x,x'], []]], [[['x\tx', 'y'], []]]] },
    );
  });
});
