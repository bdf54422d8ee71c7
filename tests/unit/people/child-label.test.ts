import { describe, expect, test } from 'vitest';

import { birthMonthRefusal, labelRefusal, tidyLabel } from '#app/people/child-label.ts';

describe('a label is a first name or a nickname, never a surname (rule 3)', () => {
  test.each(['Lou', 'Marie-Lou', 'Marie Lou', 'Ti’ Jean', 'Loulou 2', 'Éléonore', '  Zoé  ', 'LOU'])(
    '%j passes',
    (label) => {
      expect(labelRefusal(label)).toBe(null);
    },
  );

  test.each([
    ['', 'LABEL_EMPTY'],
    ['   ', 'LABEL_EMPTY'],
    ['a'.repeat(31), 'LABEL_TOO_LONG'],
    ['Léa M.', 'LABEL_SURNAME'],
    ['Léa M', 'LABEL_SURNAME'],
    ['Léa MARTIN', 'LABEL_SURNAME'],
    ['Léa de Brac', 'LABEL_SURNAME'],
    ['Léa\nMartin', 'LABEL_SURNAME'],
  ])('%j is refused: %s', (label, refusal) => {
    expect(labelRefusal(label)).toBe(refusal);
  });

  test('spaces are tidied', () => expect(tidyLabel('  Marie   Lou ')).toBe('Marie Lou'));
});

test.each([
  ['2026-11', null],
  ['2008-11', null],
  ['2008-10', 'GROWN_UP'],
  ['2026-12', 'MONTH_FUTURE'],
  ['2026-13', 'MONTH_WRONG'],
  ['', 'MONTH_WRONG'],
  ['11/2025', 'MONTH_WRONG'],
])('month of birth %j on 22 November 2026: %s', (month, refusal) => {
  expect(birthMonthRefusal(month, '2026-11-22')).toBe(refusal);
});
