import { expect, test } from 'vitest';

import { cookieName, readCookie, writeCookie } from '#app/auth/cookies.ts';

const HTTPS = 'https://rpe.exemple.fr';
const HTTP = 'http://localhost:3000';

test('over https the cookie is __Host- and Secure', () => {
  expect(writeCookie('session', 'abc', 60, HTTPS)).toBe(
    '__Host-ribambelle=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
  );
});

test('elsewhere it is neither', () => {
  expect(cookieName('session', HTTP)).toBe('ribambelle');
  expect(writeCookie('session', 'abc', 60, HTTP)).toBe('ribambelle=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax');
});

test.each([
  ['ribambelle=abc', 'abc'],
  ['autre=1; ribambelle=abc; ribambelle-code=x', 'abc'],
  ['ribambelle-code=x', null],
  ['__Host-ribambelle=abc', null],
  ['ribambelle=', null],
  ['', null],
  [null, null],
])('reading %j gives %j', (header, value) => {
  expect(readCookie(header, 'session', HTTP)).toBe(value);
});

test('a cookie without the prefix is not read over https', () => {
  expect(readCookie('ribambelle=abc', 'session', HTTPS)).toBeNull();
});

test('a value that would break out of the cookie is refused', () => {
  expect(() => writeCookie('flash', 'a; Domain=x', 60, HTTP)).toThrow(RangeError);
});
