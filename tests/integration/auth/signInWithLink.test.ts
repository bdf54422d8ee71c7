import { expect, test } from 'vitest';

import { isLinkOpen } from '#app/auth/login-codes.server.ts';
import { signInWithLink } from '#app/auth/signInWithLink.server.ts';
import { useDatabase } from '#tests/integration/database.ts';

import { after, ask, someBrowser, someCollectivite, someProfessional } from './world.ts';

useDatabase();

const open = (token: string, minutes = 1, personId?: string) =>
  signInWithLink({ ...someBrowser(), token, personId }, after(minutes));

test('looking at a link does not use it up; opening it, from any browser, does', async () => {
  const { email, personId } = await someProfessional();
  const { token } = await ask(email);
  expect(await isLinkOpen(token, after(1))).toBe(true);
  expect(await isLinkOpen(token, after(1))).toBe(true);
  expect(await open(token)).toMatchObject({ kind: 'signedIn', personId });
  expect(await isLinkOpen(token, after(1))).toBe(false);
  expect(await open(token)).toEqual({ kind: 'stale' });
});

test('after ten minutes a link is dead', async () => {
  const { email } = await someProfessional();
  const { token } = await ask(email);
  expect(await isLinkOpen(token, after(10))).toBe(false);
  expect(await open(token, 10)).toEqual({ kind: 'stale' });
});

test('an invented link opens nothing', async () => {
  expect(await open('invented')).toEqual({ kind: 'stale' });
});

test('with accounts at two managers she chooses', async () => {
  const { email } = await someProfessional();
  const other = await someProfessional({ email, collectiviteId: (await someCollectivite('Beauvais')).id });
  const { token } = await ask(email);
  expect(await open(token)).toMatchObject({ kind: 'choose' });
  expect(await open(token, 2, other.personId)).toMatchObject({ kind: 'signedIn', personId: other.personId });
});
