import { describe, expect, test } from 'vitest';

import {
  guessMapping,
  headerChoices,
  headersUnder,
  isNamed,
  readMapping,
  tableUnder,
} from '#app/people/list-columns.ts';

const list = {
  rows: [
    ['Assistantes maternelles 2026', '', ''],
    ['NOM', 'Prénoms', 'Tél. portable'],
    ['Durand', 'Louise', '06 39 98 33 33'],
  ],
  lines: [1, 3, 4],
};

describe('guessMapping', () => {
  test('finds the titles under a heading', () => {
    const mapping = guessMapping({
      ...list,
      rows: [list.rows[0] ?? [], ['NOM', 'Prénom', 'Portable'], list.rows[2] ?? []],
    });
    expect(mapping).toEqual({ header: 1, fields: ['lastName', 'firstName', 'mobile'] });
    expect(isNamed(mapping)).toBe(true);
  });

  test('takes the first line for titles when none is known', () => {
    const mapping = guessMapping({
      rows: [
        ['A', 'B'],
        ['1', '2'],
      ],
      lines: [1, 2],
    });
    expect(mapping).toEqual({ header: 0, fields: [null, null] });
    expect(isNamed(mapping)).toBe(false);
  });
});

test('readMapping: a field chosen twice counts once, unknown words for nothing', () => {
  expect(readMapping('x', ['email', 'email', 'taille'])).toEqual({ header: 0, fields: ['email', null, null] });
});

test('tableUnder: the rows below the titles, with their lines; titles left aside are told', () => {
  expect(tableUnder(list, { header: 1, fields: ['lastName', 'firstName', null] })).toEqual({
    columns: { at: { lastName: 0, firstName: 1 }, unknown: ['Tél. portable'] },
    body: [{ line: 4, values: ['Durand', 'Louise', '06 39 98 33 33'] }],
  });
});

test('a list without titles: its first line is someone', () => {
  const bare = {
    rows: [
      ['Durand', 'Louise'],
      ['Petit', 'Anne'],
    ],
    lines: [1, 2],
  };
  expect(headerChoices(bare).map(({ value, label }) => `${value} ${label}`)).toEqual([
    '0 Ligne 1 : Durand · Louise',
    '1 Ligne 2 : Petit · Anne',
    '-1 Aucune : la première ligne est déjà une personne',
  ]);
  const mapping = readMapping('-1', ['lastName', 'firstName']);
  expect(headersUnder(bare, mapping)).toEqual(['', '']);
  expect(tableUnder(bare, mapping).body).toEqual([
    { line: 1, values: ['Durand', 'Louise'] },
    { line: 2, values: ['Petit', 'Anne'] },
  ]);
});
