import { expect, test } from 'vitest';
import { readImportArguments } from '#app/server/import-arguments.ts';
import { progressLine } from '#app/server/progress.ts';

test('a file alone is a dry run; publishing is importing', () => {
  const plain = {
    file: 'a.csv',
    apply: false,
    publish: false,
    year: null,
    relais: undefined,
    createRelais: false,
    manager: undefined,
  };
  expect(readImportArguments(['a.csv'])).toEqual({ ok: plain });
  expect(readImportArguments(['a.csv', '--publish'])).toEqual({ ok: { ...plain, apply: true, publish: true } });
  const full = readImportArguments([
    '--annee=2026-2027',
    'a.csv',
    '--apply',
    '--relais',
    'nord',
    '--gestionnaire',
    'amiens',
  ]);
  expect(full).toMatchObject({ ok: { apply: true, relais: 'nord', manager: 'amiens', year: { name: '2026-2027' } } });
  expect(readImportArguments(['--help'])).toBe('help');
});

test.each([
  [[], 'Quel fichier'],
  [['a.csv', 'b.csv'], 'Un seul fichier'],
  [['a.csv', '--aply'], 'Option inconnue : --aply'],
  [['a.csv', '--annee', '2026'], 'pas une année scolaire'],
  [['a.csv', '--annee'], 'attend une valeur'],
  [['a.csv', '--relais', '--apply'], 'attend une valeur'],
  [['a.csv', '--relais', 'nord', '--creer-relais'], 'pas les deux'],
])('%j is told in French', (args, words) => {
  expect(readImportArguments(args)).toHaveProperty('error', expect.stringContaining(words));
});

test('progress is told every hundred rows, and every second on a terminal', () => {
  const told: string[] = [];
  let at = 0;
  const lines = progressLine({ write: (text) => told.push(text) }, () => at);
  for (let done = 1; done <= 250; done += 1) lines(done, 250);
  expect(told).toEqual(['100 lignes sur 250\n', '200 lignes sur 250\n', '250 lignes lues\n']);
  told.length = 0;
  const terminal = progressLine({ isTTY: true, write: (text) => told.push(text) }, () => at);
  terminal(1, 3);
  at = 1500;
  terminal(2, 3);
  terminal(3, 3);
  expect(told).toEqual(['\r2 lignes sur 3', '\r\u001b[K']);
});
