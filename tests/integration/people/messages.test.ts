import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { addBrowser } from '#app/people/addBrowser.server.ts';
import { addFollow } from '#app/people/addFollow.server.ts';
import { ANONYMOUS, type PersonActor } from '#app/people/actor.ts';
import { changeIntroduction } from '#app/people/changeIntroduction.server.ts';
import { changeMessages, type MessagesInput } from '#app/people/changeMessages.server.ts';
import { changeProfessional } from '#app/people/changeProfessional.server.ts';
import { deadAddresses } from '#app/people/dead-addresses.server.ts';
import { deadNumbers } from '#app/people/dead-numbers.server.ts';
import { introductionPage, introductionPreview, introductions } from '#app/people/introductions.server.ts';
import { myMessages } from '#app/people/my-messages.server.ts';
import { removeBrowser } from '#app/people/removeBrowser.server.ts';
import { removeFollow } from '#app/people/removeFollow.server.ts';
import { mySentMessages, sentMessagesOf } from '#app/people/sent-messages.server.ts';
import { stopMessages } from '#app/people/stopMessages.server.ts';
import { stopPage } from '#app/people/stopped-messages.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { session } from '#tests/unit/mail/contents.ts';
import { addStaff, at, now, world, type World } from '../enrollment/world.ts';

useDatabase();
let place: World;
let far: World;
let nadia: PersonActor;
let awa: PersonActor;
const formerUrl = process.env.APP_URL;
beforeAll(async () => {
  process.env.APP_URL = 'http://localhost:3000';
  place = await world({ ams: 2 });
  far = await world({ ams: 1 });
  [nadia, awa] = [at(0, place.ams), at(1, place.ams)];
});
afterAll(() => {
  if (formerUrl === undefined) delete process.env.APP_URL;
  else process.env.APP_URL = formerUrl;
});

const input = (more: Partial<MessagesInput> = {}): MessagesInput => ({
  wanted: ['CHANGE.MAIL', 'OFFER.MAIL', 'REMINDER.MAIL'],
  remindDays: [1],
  quiet: { from: 21, until: 8 },
  ...more,
});

describe('changeMessages', () => {
  it('keeps what she ticked, and what she did not', async () => {
    expect(await changeMessages(nadia, input(), now)).toEqual({ ok: true });
    expect(await changeMessages(nadia, input(), now)).toEqual({ ok: true });
    const mine = await myMessages(nadia);
    const ticked = mine?.kinds.flatMap(({ boxes }) => boxes.filter((box) => box.wanted).map((box) => box.name));
    expect(ticked).toEqual(['CHANGE.MAIL', 'OFFER.MAIL', 'REMINDER.MAIL']);
    expect(mine).toMatchObject({ remindDays: [1], quiet: { from: 21, until: 8 }, lacksMobile: false });
  });

  it('refuses to leave her without what she must get; nothing is written', async () => {
    expect(await changeMessages(nadia, input({ wanted: ['CHANGE.MAIL'], remindDays: [7] }), now)).toEqual({
      ok: false,
      refusal: { code: 'LEFT_WITHOUT', kind: 'OFFER' },
    });
    expect(await myMessages(nadia)).toMatchObject({ remindDays: [1] });
  });

  it('leaves alone the channels that do not reach her', async () => {
    await changeMessages(nadia, input({ wanted: [...input().wanted, 'CHANGE.SMS', 'CHANGE.PUSH'] }), now);
    expect(await db().messagePreference.count({ where: { personId: nadia.personId, channel: { not: 'MAIL' } } })).toBe(
      0,
    );
  });

  it('is nobody else’s', async () => {
    expect(await changeMessages(ANONYMOUS, input(), now)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await myMessages({ ...nadia, collectiviteId: far.collectiviteId })).toBeNull();
  });
});

describe('following', () => {
  it('is noted once, asks for the digest, and is taken back by her alone', async () => {
    const wish = { kind: 'ATELIER' as const, relaisId: place.relaisId, siteId: null };
    for (const time of [1, 2]) expect(await addFollow(awa, wish, now), `${time}`).toEqual({ ok: true });
    const mine = await myMessages(awa);
    expect(mine?.follows).toMatchObject([{ kind: 'ATELIER', relais: 'Relais du Chemin vert', site: null }]);
    expect(mine?.kinds.find(({ kind }) => kind === 'DIGEST')?.boxes).toMatchObject([{ wanted: true }]);
    const id = mine?.follows[0]?.id ?? '';
    expect(await removeFollow(nadia, { id })).toBe(false);
    expect(await removeFollow(awa, { id })).toBe(true);
    expect(await removeFollow(awa, { id })).toBe(false);
  });

  it('refuses a relais of another collectivité like a missing one, and a twenty-first', async () => {
    const foreign = { kind: null, relaisId: far.relaisId, siteId: null };
    expect(await addFollow(awa, foreign, now)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await addFollow(awa, { ...foreign, relaisId: randomUUID() }, now)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    const { personId, collectiviteId } = awa;
    const rows = Array.from({ length: 20 }, () => ({ personId, collectiviteId, createdAt: now }));
    await db().follow.createMany({ data: rows });
    expect(await addFollow(awa, { kind: null, relaisId: null, siteId: null }, now)).toMatchObject({
      refusal: { code: 'TOO_MANY' },
    });
  });
});

describe('a browser', () => {
  const keys = { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: Buffer.alloc(16, 1).toString('base64url') };
  it('is noted, opens the column of notices, and is taken back by her alone', async () => {
    const given = { endpoint: 'https://fcm.googleapis.com/fcm/send/x', ...keys };
    for (const time of [1, 2]) expect(await addBrowser(awa, given, now), `${time}`).toEqual({ ok: true });
    const mine = await myMessages(awa);
    expect(mine?.channels.map(({ channel }) => channel)).toEqual(['MAIL', 'PUSH']);
    const id = mine?.browsers[0]?.id ?? '';
    expect(await removeBrowser(nadia, { id })).toBe(false);
    expect(await removeBrowser(awa, { id })).toBe(true);
  });

  it('is no address of our network, nor a broken key', async () => {
    const wrong = { ok: false, refusal: { code: 'NOT_A_PUSH_SERVICE' } };
    expect(await addBrowser(awa, { endpoint: 'https://10.0.0.1/x', ...keys }, now)).toEqual(wrong);
    const short = { endpoint: 'https://fcm.googleapis.com/x', ...keys, auth: 'abc' };
    expect(await addBrowser(awa, short, now)).toEqual(wrong);
  });
});

describe('the link that stops', () => {
  it('stops one kind, says so, takes it up again; not what she must get', async () => {
    const stop = { personId: awa.personId, kind: 'OPENING' as const };
    expect(await stopPage(stop)).toMatchObject({ label: 'Ouverture des inscriptions', stopped: false });
    for (const time of [1, 2]) expect(await stopMessages(stop, false, now), `${time}`).toBe(true);
    expect(await stopPage(stop)).toMatchObject({ stopped: true });
    expect(await stopMessages(stop, true, now)).toBe(true);
    expect(await stopPage(stop)).toMatchObject({ stopped: false });
    expect(await stopMessages({ ...stop, kind: 'CHANGE' }, false, now)).toBe(false);
    expect(await stopMessages({ ...stop, personId: randomUUID() }, false, now)).toBe(false);
  });
});

/** A mail to her, as the outbox would have it. */
async function mail(to: PersonActor, more: object = {}) {
  const person = await db().person.findUniqueOrThrow({ where: { id: to.personId } });
  const props = { session, party: 'vous', enrollmentId: randomUUID(), round: 0 };
  return db().outgoingMail.create({
    data: {
      ...{ collectiviteId: place.collectiviteId, personId: to.personId, to: person.email ?? '' },
      ...{ template: 'enrollment-confirmed', props, messageId: randomUUID(), queuedAt: now, state: 'SENT' },
      ...more,
    },
  });
}

describe('an address that no longer answers', () => {
  it('is shown to the team until a mail arrives or the address changes', async () => {
    await mail(nadia, { state: 'FAILED', lastError: '550 unknown user' });
    expect(await deadAddresses(place.animator, now)).toMatchObject([
      { personId: nadia.personId, name: 'Prénom0 Nom0' },
    ]);
    expect(await deadAddresses(far.animator, now)).toEqual([]);
    expect(await deadAddresses(nadia, now)).toEqual([]);
    const later = new Date(now.getTime() + 60_000);
    const { id } = await mail(nadia, { queuedAt: later, sentAt: later });
    expect(await deadAddresses(place.animator, now)).toEqual([]);
    await db().outgoingMail.delete({ where: { id } });
    expect(await deadAddresses(place.animator, now, nadia.personId)).toHaveLength(1);
    const file = { personId: nadia.personId, firstName: 'Prénom0', lastName: 'Nom0', phone: '', communeId: null };
    const neuve = { ...file, kind: 'ASSISTANTE_MATERNELLE' as const, email: 'neuve@test.example' };
    const outcome = await changeProfessional(place.animator, neuve, now);
    expect(outcome.ok).toBe(true);
    expect(await deadAddresses(place.animator, now)).toEqual([]);
  });

  it('is one whose mail came back, until a later one has stayed out for a day', async () => {
    await mail(nadia, { state: 'FAILED', lastError: 'returned: 5.1.1', sentAt: now });
    const later = new Date(now.getTime() + 60_000);
    await mail(nadia, { queuedAt: later, sentAt: later });
    expect(await deadAddresses(place.animator, new Date(later.getTime() + 3_600_000))).toHaveLength(1);
    expect(await deadAddresses(place.animator, new Date(later.getTime() + 90_000_000))).toEqual([]);
  });
});

describe('what was sent to her', () => {
  it('is told without bodies; to the team without what is confidential', async () => {
    const secretly = { session, party: 'vous', enrollmentId: randomUUID(), round: 0, confidential: true };
    await mail(awa);
    await mail(awa, { props: secretly, state: 'QUEUED' });
    await mail(awa, { props: {} });
    await mail(awa, { template: 'login-code', props: {} });
    const text = { collectiviteId: place.collectiviteId, personId: awa.personId, kind: 'REMINDER' as const };
    const when = { queuedAt: now, notBefore: now };
    await db().outgoingText.create({ data: { ...text, ...when, channel: 'SMS', text: 'Rappel : Éveil.' } });
    await db().outgoingText.create({ data: { ...text, ...when, channel: 'SMS', text: 'Chut', confidential: true } });
    const subjects = (page: Awaited<ReturnType<typeof mySentMessages>>) =>
      page?.messages.map(({ subject }) => subject).sort();
    const confirmed = 'Inscription confirmée\u00a0: Musique & comptines, mardi 24 novembre';
    const discreet = 'Message confidentiel';
    expect(subjects(await mySentMessages(awa, now))).toEqual(
      ['Code de connexion', confirmed, discreet, discreet, discreet, 'Rappel : Éveil.'].sort(),
    );
    expect(subjects(await sentMessagesOf(place.animator, awa.personId, now))).toEqual([confirmed, 'Rappel : Éveil.']);
    const invited = {
      template: 'need-campaign',
      props: { ...{ relais: session.relais, inviteId: 'x', words: '' }, closes: '', reminder: false },
    };
    await mail(awa, invited);
    const secretary = await addStaff(place, { role: 'SECRETARY', relaisId: place.relaisId });
    expect((await sentMessagesOf(place.animator, awa.personId, now))?.messages).toHaveLength(3);
    expect((await sentMessagesOf(secretary, awa.personId, now))?.messages).toHaveLength(2);
    expect(await sentMessagesOf(far.animator, awa.personId, now)).toBeNull();
    expect(await sentMessagesOf(awa, nadia.personId, now)).toBeNull();
  });
});

describe('introductions', () => {
  it('are the coordinator’s, dated, previewed with dead links, restored', async () => {
    const coordinator = await addStaff(place, { role: 'COORDINATOR', relaisId: null });
    const put = (text: string) => changeIntroduction(coordinator, { template: 'enrollment-confirmed', text }, now);
    expect(await put('Portes à 9 h.')).toEqual({ ok: true, changed: true });
    expect(await put('Portes à 9 h.\r\n')).toEqual({ ok: true, changed: false });
    expect(await put('')).toEqual({ ok: true, changed: true });
    const page = await introductionPage(coordinator, 'enrollment-confirmed', now);
    expect(page?.history.map(({ text, by }) => [text, by])).toEqual(
      expect.arrayContaining([
        ['', 'Léa Martin'],
        ['Portes à 9 h.', 'Léa Martin'],
      ]),
    );
    await mail(awa);
    const preview = await introductionPreview(coordinator, 'enrollment-confirmed', '<script>alert(1)</script>');
    expect(preview?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(preview?.html).not.toContain('<script>');
    expect(await introductions(coordinator)).toHaveLength(15);
  });

  it('are nobody else’s, of known mails, 600 signs at most', async () => {
    const coordinator = await addStaff(place, { role: 'COORDINATOR', relaisId: null });
    const local = await addStaff(place, { role: 'COORDINATOR', relaisId: place.relaisId });
    const put = (actor: PersonActor, template: string, text = 'x') =>
      changeIntroduction(actor, { template, text }, now);
    const missing = { ok: false, refusal: { code: 'NOT_FOUND' } };
    expect(await put(place.animator, 'enrollment-confirmed')).toEqual(missing);
    expect(await put(local, 'enrollment-confirmed')).toEqual(missing);
    expect(await put(nadia, 'enrollment-confirmed')).toEqual(missing);
    expect(await put(coordinator, 'login-code')).toEqual(missing);
    expect(await put(coordinator, 'nothing')).toEqual(missing);
    expect(await put(coordinator, 'enrollment-confirmed', 'x'.repeat(601))).toMatchObject({
      refusal: { code: 'TOO_LONG' },
    });
    expect(await introductions(place.animator)).toBeNull();
    expect(await introductionPreview(place.animator, 'enrollment-confirmed', 'x')).toBeNull();
  });
});

describe('a number that takes no text message', () => {
  it('is shown to the team until one arrives or the number changes', async () => {
    const phone = '06 39 98 01 02';
    await db().person.update({ where: { id: nadia.personId }, data: { phone } });
    const { collectiviteId } = place;
    const text = { collectiviteId, personId: nadia.personId, channel: 'SMS', kind: 'CHANGE', text: 'x' } as const;
    const refused = { state: 'FAILED', sentTo: '+33639980102', queuedAt: now, notBefore: now } as const;
    await db().outgoingText.create({ data: { ...text, ...refused } });
    const [shown] = await deadNumbers(place.animator, now);
    expect(shown).toMatchObject({ personId: nadia.personId, phone, byMail: true });
    expect(await deadNumbers(far.animator, now)).toEqual([]);
    const later = new Date(now.getTime() + 60_000);
    const { id } = await db().outgoingText.create({
      data: { ...text, ...refused, state: 'SENT', queuedAt: later, sentAt: later },
    });
    expect(await deadNumbers(place.animator, now)).toEqual([]);
    await db().outgoingText.delete({ where: { id } });
    await db().person.update({ where: { id: nadia.personId }, data: { phone: '06 39 98 01 03' } });
    expect(await deadNumbers(place.animator, now)).toEqual([]);
  });
});
