import { expect, test } from 'vitest';

import { accountsOf } from '#app/auth/accounts.server.ts';
import { actorOf } from '#app/auth/actors.server.ts';
import { openSession } from '#app/auth/openSession.server.ts';
import { forgetExpired } from '#app/auth/forgetExpired.server.ts';
import { revokeSessions } from '#app/auth/revokeSessions.server.ts';
import { devicesOf } from '#app/auth/sessions.server.ts';
import { signInToDemo } from '#app/auth/signInToDemo.server.ts';
import { signOut } from '#app/auth/signOut.server.ts';
import { db } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { useDatabase } from '#tests/integration/database.ts';

import { after, APP_URL, DAY, HOUR, NOW, someAnimator, someBrowser, someone, someProfessional } from './world.ts';

useDatabase();

async function signIn(email: string, now = NOW): Promise<string> {
  const [account] = await accountsOf(email, now);
  if (account === undefined) throw new Error(`no account: ${email}`);
  return inTransaction(undefined, async (tx) => (await openSession(tx, account, someBrowser(), now)).token);
}

const asking = (token: string, minutes = 1) => actorOf(`ribambelle=${token}`, after(minutes), APP_URL);
const ANONYMOUS = { actor: { kind: 'anonymous' }, authSessionId: null };

test('an AM is known by her file', async () => {
  const { email, personId, collectiviteId } = await someProfessional();
  const { actor, authSessionId } = await asking(await signIn(email));
  const professionalId = (await db().professional.findUniqueOrThrow({ where: { personId } })).id;
  const known = { kind: 'person', personId, collectiviteId, name: 'Nadia Morel', professionalId };
  expect(actor).toEqual({ ...known, intervenantId: null, roles: [], covers: [] });
  expect(authSessionId).not.toBeNull();
});

test('staff are known by the roles of the day', async () => {
  const { email, personId, collectiviteId } = await someAnimator();
  const relais = await db().relais.create({ data: { collectiviteId, slug: 'relais-actors', name: 'Relais' } });
  const role = { personId, collectiviteId, relaisId: relais.id, role: 'COORDINATOR' as const };
  await db().staffRole.create({ data: { ...role, from: new Date('2026-11-22') } });
  await db().staffRole.create({ data: { ...role, role: 'SECRETARY', from: new Date('2026-11-23') } });
  const { actor } = await asking(await signIn(email));
  expect(actor).toMatchObject({
    professionalId: null,
    roles: [
      { role: 'ANIMATOR', relaisId: null },
      { role: 'COORDINATOR', relaisId: relais.id },
    ],
  });
});

test('the day of a role is the one on the wall: it begins at midnight in Paris', async () => {
  const { email } = await someAnimator({ from: '2026-11-23' });
  expect(await accountsOf(email, new Date('2026-11-22T22:59:59Z'))).toEqual([]);
  expect(await accountsOf(email, new Date('2026-11-22T23:00:00Z'))).toHaveLength(1);
});

test('a role that ended yesterday leaves an anonymous visitor', async () => {
  const { email, personId } = await someAnimator();
  const token = await signIn(email);
  await db().staffRole.updateMany({ where: { personId }, data: { until: new Date('2026-11-21') } });
  expect(await asking(token)).toEqual(ANONYMOUS);
});

test('a role that ended yesterday leaves an AM her own space', async () => {
  const { email, personId, collectiviteId } = await someAnimator({ until: '2026-11-21' });
  await db().professional.create({ data: { personId, collectiviteId } });
  expect((await asking(await signIn(email))).actor).toMatchObject({ kind: 'person', roles: [] });
});

test('an AM stays 90 days; an animator 12 hours after her last visit', async () => {
  const nadia = await signIn((await someProfessional()).email);
  expect((await asking(nadia, 90 * DAY - 1)).actor.kind).toBe('person');
  expect(await asking(nadia, 90 * DAY)).toEqual(ANONYMOUS);
  const lea = await signIn((await someAnimator()).email);
  expect((await asking(lea, 11 * HOUR)).actor.kind).toBe('person');
  expect((await asking(lea, 22 * HOUR)).actor.kind).toBe('person');
  expect(await asking(lea, 35 * HOUR)).toEqual(ANONYMOUS);
});

test('an AM who became staff is bound by the short life at once', async () => {
  const { email, personId, collectiviteId } = await someProfessional();
  const token = await signIn(email);
  await db().staffRole.create({ data: { personId, collectiviteId, role: 'ANIMATOR', from: new Date('2026-11-22') } });
  expect(await asking(token, 13 * HOUR)).toEqual(ANONYMOUS);
});

test('the visit is noted at most once an hour', async () => {
  const { email, personId } = await someProfessional();
  const token = await signIn(email);
  const seen = async () => (await db().authSession.findFirstOrThrow({ where: { personId } })).lastSeenAt;
  await asking(token, 59);
  expect(await seen()).toEqual(NOW);
  await asking(token, 61);
  expect(await seen()).toEqual(after(61));
});

test('no cookie, an invented one, an erased person: anonymous', async () => {
  const { email, personId } = await someProfessional();
  const token = await signIn(email);
  await db().person.update({ where: { id: personId }, data: { erasedAt: NOW } });
  expect(await asking(token)).toEqual(ANONYMOUS);
  expect(await asking('invented')).toEqual(ANONYMOUS);
  expect(await actorOf(null, NOW, APP_URL)).toEqual(ANONYMOUS);
});

test('signing out ends the session, twice without harm', async () => {
  const token = await signIn((await someProfessional()).email);
  await signOut(token, after(1));
  await signOut(token, after(2));
  await signOut(null, after(2));
  expect(await asking(token, 3)).toEqual(ANONYMOUS);
});

test('she sees her devices and ends the others, which the journal tells', async () => {
  const { email, personId } = await someProfessional();
  const [phone, desk] = [await signIn(email), await signIn(email, after(60))];
  const { actor, authSessionId } = await asking(desk, 61);
  expect(await devicesOf(actor, authSessionId, after(61))).toMatchObject([
    { device: 'Firefox sur Linux', lastSeen: '22 novembre, 10 h', current: true },
    { lastSeen: '22 novembre, 9 h', current: false },
  ]);
  expect(await revokeSessions(actor, { allBut: authSessionId }, after(62))).toBe(1);
  expect(await revokeSessions(actor, { allBut: authSessionId }, after(62))).toBe(0);
  expect(await asking(phone, 63)).toEqual(ANONYMOUS);
  expect((await asking(desk, 63)).actor.kind).toBe('person');
  expect(await db().history.count({ where: { subjectId: personId, what: 'sessionsRevoked' } })).toBe(1);
});

test('she cannot end another person’s session', async () => {
  const { actor } = await asking(await signIn((await someProfessional()).email));
  const other = await signIn((await someProfessional()).email);
  const { authSessionId } = await asking(other);
  expect(await revokeSessions(actor, { only: authSessionId ?? '' }, after(1))).toBe(0);
  expect(await revokeSessions({ kind: 'anonymous' }, { allBut: null }, after(1))).toBe(0);
  expect((await asking(other)).actor.kind).toBe('person');
});

test('a demo account opens by its name, in the demo alone', async () => {
  const { personId } = await someProfessional({ email: 'nadia.morel@demo.ribambelle.example' });
  await someone({ email: 'sans.compte@demo.ribambelle.example' });
  const enter = (compte: string, demo = true) => signInToDemo({ ...someBrowser(), compte, demo }, NOW);
  expect(await enter('nadia.morel')).toMatchObject({ kind: 'signedIn', personId });
  expect(await enter('nadia.morel', false)).toBeNull();
  expect(await enter('sans.compte')).toBeNull();
  expect(await enter('personne')).toBeNull();
  expect(await enter('nadia.morel@demo.ribambelle.example')).toBeNull();
});

test('what has expired is forgotten', async () => {
  const { email, personId } = await someProfessional();
  await signIn(email);
  await forgetExpired(after(119 * DAY));
  expect(await db().authSession.count({ where: { personId } })).toBe(1);
  await forgetExpired(after(121 * DAY));
  expect(await db().authSession.count({ where: { personId } })).toBe(0);
});
