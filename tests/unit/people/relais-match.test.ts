import { expect, test } from 'vitest';
import { matchRelais, slugOf } from '#app/people/relais-match.ts';

const relais = (slug: string, name: string) => ({ id: slug, slug, name });
const TWO = [relais('nord', 'Relais nord'), relais('allex', 'Relais petite enfance d’Allex')];
const BARE = { given: null, create: false };

test.each([
  ['RELAIS NORD', 'nord', false],
  ['allex', 'allex', false],
  ["RPE d'Allex", 'allex', true],
  ['RAM Nord', 'nord', true],
])('« %s » is %s', (name, slug, likely) => {
  expect(matchRelais(name, TWO, BARE)).toMatchObject({ is: 'known', relais: { slug }, likely });
});

test('an unknown name stays unknown, or is made when asked; two for one name are never chosen between', () => {
  expect(matchRelais('RPE de Poix', TWO, BARE)).toEqual({ is: 'unknown', name: 'RPE de Poix' });
  expect(matchRelais('RPE de Poix', TWO, { given: null, create: true })).toMatchObject({
    is: 'create',
    slug: 'rpe-de-poix',
  });
  expect(matchRelais('RAM nord', [...TWO, relais('n2', 'RPE Nord')], BARE)).toMatchObject({ is: 'unknown' });
  expect(matchRelais('', TWO, BARE)).toEqual({ is: 'unknown', name: '' });
  expect(matchRelais('', TWO.slice(0, 1), BARE)).toMatchObject({ is: 'known', likely: true });
  expect(matchRelais('ailleurs', TWO, { given: TWO[1] ?? null, create: false })).toMatchObject({
    relais: { slug: 'allex' },
  });
});

test('an address’s part has neither accent nor sign', () => {
  expect(slugOf('RPE « L’Île aux Œufs » (Boves)')).toBe('rpe-l-ile-aux-oeufs-boves');
  expect(slugOf('???')).toBe('relais');
});
