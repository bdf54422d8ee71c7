import { expect, test } from 'vitest';
import { mineWords, placeFigures, waitingWords } from '#app/catalog/place-words.ts';

const left = (adults: number | null, children: number | null, persons: number | null = null) => ({
  adults,
  children,
  persons,
});

test.each([
  ['two ceilings', left(2, 5), 'REQUIRED', ['2 places adultes', '5 places enfants']],
  ['the singular below two', left(1, 0), 'OPTIONAL', ['1 place adulte', '0 place enfant']],
  ['adults only', left(4, null), 'REQUIRED', ['4 places adultes']],
  ['nobody brings a child', left(18, 30, 30), 'NONE', ['18 places']],
  ['nobody brings a child, the site alone counts', left(null, null, 1), 'NONE', ['1 place']],
  ['the site alone counts', left(9, 9, 9), 'OPTIONAL', ['9 places, adultes et enfants ensemble']],
] as const)('figures: %s', (_, places, children, wanted) => {
  const shown = placeFigures({ places, children, counted: true });
  expect(shown.map(({ value, label }) => `${value} ${label}`)).toEqual(wanted);
});

test('no figure where places are not counted', () => {
  expect(placeFigures({ places: left(3, 3), children: 'OPTIONAL', counted: false })).toEqual([]);
});

test('words of those who wait, and of what is hers', () => {
  expect(waitingWords(0)).toBeNull();
  expect(waitingWords(3)).toBe('3 en attente');
  expect(mineWords(null)).toBeNull();
  expect(mineWords('WAITING')).toContain('liste d’attente');
});
