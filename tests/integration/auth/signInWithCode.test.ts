import { expect, test } from 'vitest';

import { actorOf } from '#app/auth/actors.server.ts';
import { isLinkOpen, pendingAddress } from '#app/auth/login-codes.server.ts';
import { requestCode } from '#app/auth/requestCode.server.ts';
import { signInWithCode } from '#app/auth/signInWithCode.server.ts';
import { db } from '#app/db/client.server.ts';
import { useDatabase } from '#tests/integration/database.ts';

import { after, APP_URL, ask, NOW, someAnimator, someBrowser, someCollectivite, someProfessional } from './world.ts';

useDatabase();

const enter = (entry: { code: string; browser: string | null; personId?: string }, minutes = 1) =>
  signInWithCode({ ...someBrowser(), ...entry }, after(minutes));
const wrong = (code: string) => (code === '00000000' ? '00000001' : '00000000');

test('the right code opens a session', async () => {
  const { email, personId } = await someProfessional();
  const { code, browser } = await ask(email);
  const outcome = await enter({ code, browser });
  expect(outcome).toMatchObject({ kind: 'signedIn', personId, home: '/mon-espace' });
  const token = outcome.kind === 'signedIn' ? outcome.token : '';
  const { actor } = await actorOf(`ribambelle=${token}`, after(2), APP_URL);
  expect(actor).toMatchObject({ kind: 'person', personId });
  expect(JSON.stringify(await db().authSession.findMany({ where: { personId } }))).not.toContain(token);
});

test('a code serves once, and its link with it', async () => {
  const { email } = await someProfessional();
  const { code, browser, token } = await ask(email);
  await enter({ code, browser });
  expect(await enter({ code, browser })).toEqual({ kind: 'stale' });
  expect(await isLinkOpen(token, after(1))).toBe(false);
});

test('two entries at once open one session', async () => {
  const { email, personId } = await someProfessional();
  const { code, browser } = await ask(email);
  const outcomes = await Promise.all([enter({ code, browser }), enter({ code, browser })]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['signedIn', 'stale']);
  expect(await db().authSession.count({ where: { personId } })).toBe(1);
});

test('after ten minutes a code is dead', async () => {
  const { email } = await someProfessional();
  const { code, browser } = await ask(email);
  expect(await enter({ code, browser }, 10)).toEqual({ kind: 'stale' });
});

test('another browser cannot use the code', async () => {
  const { email } = await someProfessional();
  const other = await ask('autre@exemple.fr');
  const { code } = await ask(email);
  expect(await enter({ code, browser: other.browser })).toMatchObject({ kind: 'wrong' });
  expect(await enter({ code, browser: 'never-seen' })).toEqual({ kind: 'stale' });
  expect(await enter({ code, browser: null })).toEqual({ kind: 'stale' });
});

test('five wrong codes kill it', async () => {
  const { email } = await someProfessional();
  const { code, browser } = await ask(email);
  for (const left of [4, 3, 2, 1]) expect(await enter({ code: wrong(code), browser })).toEqual({ kind: 'wrong', left });
  expect(await enter({ code: wrong(code), browser })).toEqual({ kind: 'exhausted' });
  expect(await enter({ code, browser })).toEqual({ kind: 'exhausted' });
  expect(await pendingAddress(browser, after(1))).toBeNull();
});

test('an unknown address is told the same of a wrong code', async () => {
  const outcome = await requestCode({ email: 'x@y.fr', browser: null, address: 'x', retour: null }, NOW);
  const browser = outcome.kind === 'sent' ? outcome.browser : null;
  expect(await enter({ code: '00000000', browser })).toEqual({ kind: 'wrong', left: 4 });
  expect(await pendingAddress(browser, after(1))).toBe('x@y.fr');
});

test('the first of two codes still serves when it comes late', async () => {
  const { email } = await someProfessional();
  const first = await ask(email);
  await ask(email, { browser: first.browser, now: after(1) });
  expect(await enter(first, 2)).toMatchObject({ kind: 'signedIn' });
});

test('with accounts at two managers she chooses, and the code waits for her choice', async () => {
  const { email, personId } = await someProfessional({ collectiviteId: (await someCollectivite('Amiens')).id });
  const other = await someProfessional({ email, collectiviteId: (await someCollectivite('Beauvais')).id });
  const stranger = await someProfessional();
  const { code, browser } = await ask(email);
  const choices = {
    kind: 'choose',
    accounts: [
      { personId, name: 'Nadia Morel', collectivite: 'Amiens' },
      { personId: other.personId, name: 'Nadia Morel', collectivite: 'Beauvais' },
    ],
  };
  expect(await enter({ code, browser })).toEqual(choices);
  expect(await enter({ code, browser, personId: stranger.personId })).toEqual(choices);
  expect(await enter({ code, browser, personId: other.personId })).toMatchObject({ personId: other.personId });
});

test('a role that ended since the request opens nothing', async () => {
  const { email, personId } = await someAnimator();
  const { code, browser } = await ask(email);
  await db().staffRole.updateMany({ where: { personId }, data: { until: new Date('2026-11-21') } });
  expect(await enter({ code, browser })).toEqual({ kind: 'stale' });
});

test('the session that the browser held before ends', async () => {
  const { email } = await someProfessional();
  const first = await enter(await ask(email));
  const formerToken = first.kind === 'signedIn' ? first.token : null;
  await signInWithCode({ ...someBrowser(), formerToken, ...(await ask(email, { now: after(2) })) }, after(3));
  expect((await actorOf(`ribambelle=${formerToken}`, after(4), APP_URL)).actor.kind).toBe('anonymous');
});

test('one network address may try eighty times in a quarter of an hour', async () => {
  const entry = { ...someBrowser(), code: '00000000', browser: 'never-seen' };
  for (let time = 1; time <= 80; time += 1) expect(await signInWithCode(entry, NOW)).toEqual({ kind: 'stale' });
  expect(await signInWithCode(entry, NOW)).toEqual({ kind: 'limited', retryAt: after(15) });
});
