import { expect, test } from 'vitest';

import { leaveFlash, takeFlash } from '#app/auth/flash.server.ts';

process.env.SESSION_SECRET = 'secret-of-the-tests';
const HTTP = 'http://localhost:3000';
const sent = (setCookie: string) => setCookie.split(';')[0] ?? '';

test('a message left is taken once', () => {
  const left = leaveFlash({ severity: 'success', text: 'Vous êtes inscrite : à mardi !' }, HTTP);
  const taken = takeFlash(sent(left), HTTP);
  expect(taken.flash).toEqual({ severity: 'success', text: 'Vous êtes inscrite : à mardi !' });
  expect(taken.cookie).toContain('Max-Age=0');
});

test('without a message nothing is to be forgotten', () => {
  expect(takeFlash('ribambelle=abc', HTTP)).toEqual({ flash: null, cookie: null });
});

test('a message that we did not sign is not shown', () => {
  const body = Buffer.from(JSON.stringify(['success', 'Appelez le 00'])).toString('base64url');
  for (const value of [`${body}.x`, body, `${body}.`, 'x']) {
    expect(takeFlash(`ribambelle-message=${value}`, HTTP).flash).toBeNull();
  }
});
