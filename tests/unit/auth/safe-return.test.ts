import fc from 'fast-check';
import { expect, test } from 'vitest';

import { returnOf, returnQuery, safeReturn, signInPath } from '#app/auth/safe-return.ts';

test.each([
  ['/mon-espace', '/mon-espace'],
  ['/seances/1?places=1#avec', '/seances/1?places=1#avec'],
  ['/', '/'],
  ['/a/../b', '/b'],
  ['/./connexion', null],
  ['/connexion', null],
  ['/connexion/abc', null],
  ['/deconnexion', null],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['/..//evil.example', null],
  ['/\t/evil.example', null],
  ['/a\r\nSet-Cookie: x', null],
  ['https://evil.example', null],
  ['javascript:alert(1)', null],
  ['mon-espace', null],
  ['', null],
  [null, null],
  [`/${'a'.repeat(600)}`, null],
])('%j leads to %j', (wanted, safe) => {
  expect(safeReturn(wanted)).toBe(safe);
});

test('whatever is given, a browser stays on the site', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('/', '\\', '.', 'a', ':', '@', '?', '#', '\t', '\n', '%2f') }),
      (tail) => {
        const safe = safeReturn(`/${tail}`);
        return safe === null || new URL(safe, 'https://rpe.exemple.fr/connexion').origin === 'https://rpe.exemple.fr';
      },
    ),
  );
});

test('the sign-in page passes on where to go back to', () => {
  expect(signInPath('/seances/1?a=b')).toBe('/connexion?retour=%2Fseances%2F1%3Fa%3Db');
  expect(signInPath('/')).toBe('/connexion');
  expect(returnQuery('//evil.example')).toBe('');
  expect(returnOf('http://localhost/connexion?retour=%2Fmon-espace')).toBe('/mon-espace');
  expect(returnOf('http://localhost/connexion?retour=https%3A%2F%2Fevil.example')).toBeNull();
});
