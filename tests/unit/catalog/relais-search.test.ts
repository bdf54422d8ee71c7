import { expect, test } from 'vitest';
import { relaisServing } from '#app/catalog/relais-search.ts';

const lines = [
  { name: 'Nord', communes: ['Amiens', 'Saint-Fuscien'] },
  { name: 'Sud', communes: ['Amiens', 'Dury'] },
  { name: 'Plateaux', communes: ['Dreuil-lès-Amiens', 'Estrées-sur-Noye'] },
];

test.each([
  ['amiens', ['Nord', 'Sud']],
  ['  AMIENS ', ['Nord', 'Sud']],
  ['st fuscien', ['Nord']],
  ['Saint Fuscien', ['Nord']],
  ['estrees', ['Plateaux']],
  ['sur noye', ['Plateaux']],
  ['Lille', []],
  ['', []],
  [' - ', []],
])('"%s" leads to %j', (typed, wanted) => {
  expect(relaisServing(lines, typed).map(({ relais }) => relais.name)).toEqual(wanted);
});

test('says for which communes', () => {
  expect(relaisServing(lines, 'd').flatMap(({ communes }) => communes)).toEqual(['Dury', 'Dreuil-lès-Amiens']);
});
