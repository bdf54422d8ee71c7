import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { smsParts } from '#app/mail/gsm.ts';
import { deliverText, type TextOffice } from '#app/mail/deliverText.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import { readMailToken } from '#app/mail/links.server.ts';
import { openGateway, type GatewaySettings } from '#app/mail/openGateway.server.ts';
import { openPush } from '#app/mail/openPush.server.ts';
import { requeueTexts } from '#app/mail/requeueTexts.server.ts';
import type { MailContent } from '#app/mail/templates.ts';

import { enrollmentId, session } from '../../unit/mail/contents.ts';
import { useDatabase } from '../database.ts';
import { startHttp, type HttpServer } from './http.ts';
import { confirmed, fill, nadia, now } from './world.ts';

useDatabase({ fresh: true });
const former = process.env.SMS_URL;
const secret = 'a-secret-of-the-tests';
let gateway: HttpServer;
let service: HttpServer;
let office: TextOffice;
let sms: GatewaySettings;

beforeAll(async () => {
  gateway = await startHttp();
  service = await startHttp();
  process.env.SMS_URL = gateway.url;
  sms = { url: gateway.url, body: '{"to":"{to}","text":"{text}"}', header: 'Authorization: Bearer clef' };
  const push = { secret, appUrl: 'http://localhost:3000', contact: 'mailto:relais@exemple.fr' };
  office = {
    ...{ appUrl: 'https://rpe.exemple.fr', secret },
    gateway: openGateway(sms),
    push: openPush(push),
  };
});
beforeEach(async () => {
  await fill();
  await db().person.update({ where: { id: nadia.personId }, data: { phone: '06 39 98 01 02' } });
  for (const server of [gateway, service]) {
    server.received.length = 0;
    server.answers.length = 0;
  }
});
afterAll(async () => {
  if (former === undefined) delete process.env.SMS_URL;
  else process.env.SMS_URL = former;
  await gateway.close();
  await service.close();
});

/** She wants text messages for what happens to her enrolments and for offers, and no mail. */
async function preferTexts() {
  const { personId, collectiviteId } = nadia;
  const wanted = (['CHANGE', 'OFFER'] as const).flatMap((kind) => [
    { personId, collectiviteId, kind, channel: 'MAIL' as const, wanted: false, at: now },
    { personId, collectiviteId, kind, channel: 'SMS' as const, wanted: true, at: now },
  ]);
  await db().messagePreference.createMany({ data: wanted });
}

async function queue(content: MailContent = confirmed, at = now, to: string | null = nadia.to) {
  await inTransaction(undefined, (tx) => enqueueMail(tx, { ...content, ...nadia, to, now: at }));
  return db().outgoingText.findMany({ orderBy: { queuedAt: 'desc' } });
}

async function queuedSms(content?: MailContent, at?: Date): Promise<string> {
  await preferTexts();
  const [text] = await queue(content, at);
  if (!text) throw new Error('nothing was queued');
  return text.id;
}

const textOf = (id: string) => db().outgoingText.findUniqueOrThrow({ where: { id } });
const jobs = () => db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs ORDER BY id`;

describe('what is queued', () => {
  it('leaves by the channel she chose, instead of a mail', async () => {
    const id = await queuedSms();
    expect(await db().outgoingMail.count()).toBe(0);
    expect(await textOf(id)).toMatchObject({ channel: 'SMS', kind: 'CHANGE', state: 'QUEUED', notBefore: now });
    expect(await jobs()).toEqual([{ key: `text:${id}` }]);
  });

  it('leaves by text message to who has no e-mail, if it can', async () => {
    await db().person.update({ where: { id: nadia.personId }, data: { email: null } });
    expect(await queue(confirmed, now, null)).toHaveLength(1);
    delete process.env.SMS_URL;
    await queue(confirmed, now, null);
    process.env.SMS_URL = gateway.url;
    expect(await db().outgoingText.count()).toBe(1);
    expect(await db().outgoingMail.count()).toBe(0);
  });

  it('waits for the end of quiet hours, then gets its job', async () => {
    const night = new Date('2026-11-22T21:00:00Z');
    const id = await queuedSms(confirmed, night);
    expect((await textOf(id)).notBefore).toEqual(new Date('2026-11-23T06:00:00Z'));
    expect(await jobs()).toEqual([]);
    expect(await deliverText(id, office, night)).toBe('nothing to do');
    expect(await requeueTexts(night)).toBe(0);
    const morning = new Date('2026-11-23T06:00:00Z');
    expect(await requeueTexts(morning)).toBe(1);
    expect(await requeueTexts(morning)).toBe(0);
    expect(await deliverText(id, office, morning)).toBe('sent');
  });

  it('never delays a mail, nor diverts a code', async () => {
    await preferTexts();
    const night = new Date('2026-11-22T21:00:00Z');
    await queue({ template: 'login-code', props: { code: '12345678', link: '/connexion/abc' } }, night);
    expect(await db().outgoingMail.count()).toBe(1);
    expect(await db().outgoingText.count()).toBe(0);
  });
});

describe('a text message', () => {
  it('arrives in one part, to the number as gateways want it, under its own key', async () => {
    const id = await queuedSms();
    expect(await deliverText(id, office, now)).toBe('sent');
    expect(await deliverText(id, office, now)).toBe('nothing to do');
    expect(gateway.received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: Buffer.from('{}') }] = gateway.received;
    expect(headers).toMatchObject({ authorization: 'Bearer clef', 'idempotency-key': id });
    const sent: unknown = JSON.parse(body.toString());
    const text = /^Inscription confirmée : Musique & comptines.* https:\/\/rpe\.exemple\.fr\/mon-espace$/;
    expect(sent).toEqual({ to: '+33639980102', text: expect.stringMatching(text) as unknown });
    expect(smsParts(String(Reflect.get(Object(sent), 'text')))).toBe(1);
  });

  it.each([500, 503, 429, 'hang', 'drop'] as const)('is tried again after %s, under the same key', async (fault) => {
    const id = await queuedSms();
    gateway.answers.push(fault);
    const hasty = fault === 'hang' ? { ...office, gateway: openGateway({ ...sms, timeoutMs: 1000 }) } : office;
    await expect(deliverText(id, hasty, now)).rejects.toThrow();
    expect(await textOf(id)).toMatchObject({ state: 'SENDING', attempts: 1 });
    expect((await textOf(id)).lastError).not.toMatch(/39980102|Nadia/);
    expect(await deliverText(id, office, now)).toBe('sent');
    expect(gateway.received.map(({ headers }) => headers['idempotency-key'])).toEqual([id, id]);
    expect(await textOf(id)).toMatchObject({ state: 'SENT', attempts: 2, lastError: null, sentAt: now });
  });

  it('is given up after a 4xx, without a number, or without a gateway, with the reason', async () => {
    const id = await queuedSms();
    gateway.answers.push(400);
    expect(await deliverText(id, office, now)).toBe('failed');
    expect(await textOf(id)).toMatchObject({ state: 'FAILED', lastError: 'gateway answered 400' });
    const second = (await queue()).find(({ state }) => state === 'QUEUED');
    await db().person.update({ where: { id: nadia.personId }, data: { phone: null } });
    expect(await deliverText(second?.id ?? '', office, now)).toBe('failed');
    expect(await textOf(second?.id ?? '')).toMatchObject({ lastError: 'no mobile number' });
    await db().outgoingText.update({ where: { id }, data: { state: 'QUEUED' } });
    expect(await deliverText(id, { ...office, gateway: null }, now)).toBe('failed');
  });

  it('goes by mail once it is refused for good, as of its cause', async () => {
    const id = await queuedSms();
    expect((await textOf(id)).mailInstead).toMatchObject({ template: 'enrollment-confirmed' });
    gateway.answers.push(503, 400);
    await expect(deliverText(id, office, now)).rejects.toThrow();
    expect(await db().outgoingMail.count()).toBe(0);
    const later = new Date(now.getTime() + 3_600_000);
    expect(await deliverText(id, office, later)).toBe('failed');
    expect(await deliverText(id, office, later)).toBe('nothing to do');
    const mails = await db().outgoingMail.findMany();
    expect(mails).toMatchObject([{ to: nadia.to, template: 'enrollment-confirmed', queuedAt: now, state: 'QUEUED' }]);
    expect(await jobs()).toContainEqual({ key: `mail:${mails[0]?.id}` });
    expect(await textOf(id)).toMatchObject({ state: 'FAILED', mailInstead: null, sentTo: '+33639980102' });
  });

  it('leaves no mail behind when it arrives, nor to who has no address, nor of what is over', async () => {
    const id = await queuedSms();
    await deliverText(id, office, now);
    expect(await textOf(id)).toMatchObject({ mailInstead: null, sentTo: '+33639980102' });
    const [late] = await queue(confirmed, new Date(now.getTime() + 1000));
    const [none] = await queue(confirmed, new Date(now.getTime() + 2000));
    gateway.answers.push(400, 400);
    expect(await deliverText(late?.id ?? '', office, new Date('2026-11-25T09:00:00Z'))).toBe('failed');
    await db().person.update({ where: { id: nadia.personId }, data: { email: null } });
    expect(await deliverText(none?.id ?? '', office, new Date(now.getTime() + 3000))).toBe('failed');
    expect(await db().outgoingText.count({ where: { state: 'FAILED' } })).toBe(2);
    expect(await db().outgoingMail.count()).toBe(0);
  });

  it('answers an offer by its signed link', async () => {
    const props = { session, party: 'vous', enrollmentId, round: 3, deadline: 'lundi 23 novembre, 18 h' };
    await deliverText(await queuedSms({ template: 'offer-made', props }), office, now);
    const sent = gateway.received[0]?.body.toString() ?? '';
    const [, token = ''] = /\/offres\/([\w-]+)\/acceptation/.exec(sent) ?? [];
    expect(readMailToken(secret, 'offer', token)).toEqual({ id: enrollmentId, round: 3 });
    expect(sent).toContain('Répondez avant lundi 23 novembre, 18 h.');
  });

  it('says and keeps nothing of what is confidential', async () => {
    const props = { session, party: 'vous', enrollmentId, round: 0, confidential: true };
    const id = await queuedSms({ template: 'enrollment-confirmed', props });
    await deliverText(id, office, now);
    const sent = gateway.received[0]?.body.toString() ?? '';
    expect(sent).toContain('votre rendez-vous du mardi 24 novembre');
    expect(sent).not.toMatch(/Musique|Lutins/);
    expect(await textOf(id)).toMatchObject({ state: 'SENT', text: '', path: '' });
  });
});

/** A browser as the Push API makes one, and what it reads of a message sealed for it. */
function browser() {
  const ecdh = createECDH('prime256v1');
  const own = ecdh.generateKeys();
  const auth = randomBytes(16);
  const open = (sealed: Buffer): unknown => {
    const [salt, theirs] = [sealed.subarray(0, 16), sealed.subarray(21, 86)];
    const derive = (from: Buffer, by: Buffer, info: Buffer, length: number) =>
      Buffer.from(hkdfSync('sha256', from, by, info, length));
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, theirs]);
    const material = derive(ecdh.computeSecret(theirs), auth, info, 32);
    const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const cipher = createDecipheriv('aes-128-gcm', key, nonce);
    cipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([cipher.update(sealed.subarray(86, -16)), cipher.final()]);
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString());
  };
  return { p256dh: own.toString('base64url'), auth: auth.toString('base64url'), open };
}

async function subscribe(path: string) {
  const { open, ...keys } = browser();
  const { personId, collectiviteId } = nadia;
  const endpoint = `${service.url}${path}`;
  await db().pushSubscription.create({ data: { personId, collectiviteId, endpoint, ...keys, createdAt: now } });
  return open;
}

describe('a notice', () => {
  it('is read by each of her browsers, and by nobody else', async () => {
    const readers = new Map([
      ['/a', await subscribe('/a')],
      ['/b', await subscribe('/b')],
    ]);
    const [text] = await queue();
    expect(await db().outgoingMail.count()).toBe(1);
    expect(await deliverText(text?.id ?? '', office, now)).toBe('sent');
    expect(service.received.map(({ path }) => path).sort()).toEqual(['/a', '/b']);
    for (const { path, headers, body } of service.received) {
      expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
      expect(headers.authorization).toMatch(/^vapid t=[\w.-]+, k=[\w-]+$/);
      expect(body.toString('latin1')).not.toContain('Musique');
      expect(readers.get(path)?.(body)).toEqual({
        id: text?.id,
        title: 'Ribambelle',
        body: 'Inscription confirmée : Musique & comptines, mardi 24 novembre, 9 h 30 – 11 h, Salle des Lutins.',
        url: 'https://rpe.exemple.fr/mon-espace',
      });
    }
  });

  it.each([404, 410])('forgets the browser that is gone (%i)', async (status) => {
    await subscribe('/a');
    const [text] = await queue();
    service.answers.push(status);
    expect(await deliverText(text?.id ?? '', office, now)).toBe('failed');
    expect(await db().pushSubscription.count()).toBe(0);
    expect(await queue()).toHaveLength(1);
  });

  it('is tried again after a 500, and replaces itself', async () => {
    await subscribe('/a');
    const [text] = await queue();
    service.answers.push(500);
    await expect(deliverText(text?.id ?? '', office, now)).rejects.toThrow('500');
    expect(await deliverText(text?.id ?? '', office, now)).toBe('sent');
    expect(new Set(service.received.map(({ headers }) => headers.topic)).size).toBe(1);
  });

  it('asks nothing of an address that is no push service', async () => {
    await subscribe('/a');
    const [text] = await queue();
    const elsewhere = openPush({ secret, appUrl: 'https://rpe.exemple.fr', contact: 'mailto:relais@exemple.fr' });
    expect(await deliverText(text?.id ?? '', { ...office, push: elsewhere }, now)).toBe('failed');
    expect(service.received).toEqual([]);
  });
});
