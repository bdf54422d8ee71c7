import { expect, test } from 'vitest';

import { requestCode } from '#app/auth/requestCode.server.ts';
import { db } from '#app/db/client.server.ts';
import { useDatabase } from '#tests/integration/database.ts';

import { after, lastMail, NOW, someAnimator, someCollectivite, someone, someProfessional } from './world.ts';

useDatabase();

const request = (email: string, address = email) => ({ email, browser: null, address, retour: null });

test('a known address receives a code of eight digits and a link', async () => {
  const { email, personId } = await someProfessional();
  const outcome = await requestCode({ ...request(email), retour: '/seances/1' }, NOW);
  expect(Object.keys(outcome)).toEqual(['kind', 'browser']);
  const mail = await lastMail(email);
  expect(mail?.code).toMatch(/^\d{8}$/);
  expect(mail?.link).toMatch(/^\/connexion\/[\w-]{43}\?retour=%2Fseances%2F1$/);
  expect(await db().outgoingMail.findFirst({ where: { to: email } })).toMatchObject({
    personId,
    template: 'login-code',
  });
});

test('neither code nor link nor browser is kept as it is', async () => {
  const { email } = await someProfessional();
  const outcome = await requestCode(request(email), NOW);
  const mail = await lastMail(email);
  const row = JSON.stringify(await db().loginCode.findFirst({ where: { email } }));
  expect(row).not.toContain(String(mail?.code));
  expect(row).not.toContain(String(mail?.link).slice('/connexion/'.length));
  expect(row).not.toContain(outcome.kind === 'sent' ? outcome.browser : 'sent');
});

test('an unknown address gets the same answer and no mail', async () => {
  const email = 'inconnue@exemple.fr';
  const known = await requestCode(request((await someProfessional()).email), NOW);
  const unknown = await requestCode(request(email), NOW);
  expect(Object.keys(unknown)).toEqual(Object.keys(known));
  expect(unknown.kind).toBe(known.kind);
  expect(await lastMail(email)).toBeNull();
  expect(await db().loginCode.count({ where: { email } })).toBe(1);
});

test.each([
  ['a person without account', () => someone()],
  ['a person erased', () => someone({ erasedAt: NOW })],
  ['staff whose role ended yesterday', () => someAnimator({ until: '2026-11-21' })],
  ['staff whose role begins tomorrow', () => someAnimator({ from: '2026-11-23' })],
])('%s receives nothing', async (_, make) => {
  const { email } = await make();
  expect(await requestCode(request(email), NOW)).toMatchObject({ kind: 'sent' });
  expect(await lastMail(email)).toBeNull();
});

test('staff whose role ends today still receive theirs', async () => {
  const { email } = await someAnimator({ until: '2026-11-22' });
  await requestCode(request(email), NOW);
  expect(await lastMail(email)).not.toBeNull();
});

test('an address known of two managers receives one mail, which belongs to neither', async () => {
  const { email } = await someProfessional();
  await someProfessional({ email, collectiviteId: (await someCollectivite('Autre')).id });
  await requestCode(request(email), NOW);
  const mails = await db().outgoingMail.findMany({ where: { to: email } });
  expect(mails).toMatchObject([{ personId: null, collectiviteId: null }]);
});

test('the seventh request for an address in a quarter of an hour is refused, known or not', async () => {
  const { email } = await someProfessional();
  for (const to of [email, 'personne@exemple.fr']) {
    for (let time = 1; time <= 6; time += 1) {
      expect(await requestCode(request(to, `${to}${time}`), after(time))).toMatchObject({ kind: 'sent' });
    }
    expect(await requestCode(request(to, 'other'), after(7))).toEqual({ kind: 'limited', retryAt: after(16) });
    expect(await requestCode(request(to, 'other'), after(16))).toMatchObject({ kind: 'sent' });
  }
});

test('one network address may ask forty times in a quarter of an hour', async () => {
  const ask = (n: number) => requestCode(request(`personne${n}@ailleurs.fr`, '192.0.2.1'), NOW);
  const outcomes = await Promise.all(Array.from({ length: 41 }, (_, n) => ask(n)));
  expect(outcomes.filter(({ kind }) => kind === 'limited')).toEqual([{ kind: 'limited', retryAt: after(15) }]);
});
