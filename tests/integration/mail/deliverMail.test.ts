import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import ICAL from 'ical.js';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { runOnce } from 'graphile-worker';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { deliverMail, type MailOffice } from '#app/mail/deliverMail.server.ts';
import { mailLink } from '#app/mail/links.server.ts';
import { openPost } from '#app/mail/openPost.server.ts';
import { readStopToken } from '#app/mail/stop-links.server.ts';
import type { MailContent } from '#app/mail/templates.ts';

import { enrollmentId, session } from '../../unit/mail/contents.ts';
import { useDatabase } from '../database.ts';
import { type SmtpServer, startSmtp } from './smtp.ts';
import { confirmed, fill, mailOf, nadia, now, queue, uid } from './world.ts';

const database = useDatabase({ fresh: true });
const site = { appUrl: 'https://rpe.exemple.fr', secret: 'a-secret-of-the-tests' };
const loginCode: MailContent = { template: 'login-code', props: { code: '12345678', link: '/connexion/abc' } };
const about = { session, party: 'vous', enrollmentId, round: 0 };
let smtp: SmtpServer;
let office: MailOffice;
let dataDir: string;
let files: MailOffice;

beforeAll(async () => {
  smtp = await startSmtp();
  dataDir = await mkdtemp(join(tmpdir(), 'ribambelle-mail-'));
  const from = '"Relais d’Amiens" <relais@rpe.exemple.fr>';
  office = { ...site, from, post: openPost({ smtpUrl: smtp.url, dataDir }) };
  files = { ...site, from, post: openPost({ smtpUrl: null, dataDir }) };
});
beforeEach(async () => {
  await fill();
  smtp.received.length = 0;
  smtp.answers.length = 0;
  smtp.recipients.length = 0;
});
afterAll(async () => {
  office.post.close();
  await smtp.close();
  await rm(dataDir, { recursive: true });
});

function only(): Email {
  expect(smtp.received).toHaveLength(1);
  const [mail] = smtp.received;
  if (!mail) throw new Error('no mail');
  return mail;
}

function header(mail: Email, name: string): string | undefined {
  return mail.headers.find(({ key }) => key === name)?.value;
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** The one VEVENT of the mail's calendar part. */
function eventOf(mail: Email) {
  const [part] = mail.attachments.filter(({ mimeType }) => mimeType === 'text/calendar');
  if (!part) throw new Error('no calendar part');
  const calendar = ICAL.Component.fromString(textOf(part));
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return { part, method: calendar.getFirstPropertyValue('method'), event };
}

describe('through a mail server', () => {
  it('arrives whole: words, addresses, headers, links', async () => {
    const id = await queue();
    expect(await deliverMail(id, office, now)).toBe('sent');
    const mail = only();
    expect(mail.subject).toBe('Inscription confirmée\u00a0: Musique & comptines, mardi 24 novembre');
    expect(mail.from).toMatchObject({ address: 'relais@rpe.exemple.fr', name: 'Relais d’Amiens' });
    expect(mail.to).toEqual([{ address: nadia.to, name: 'Nadia Morel' }]);
    expect(mail.messageId).toBe((await mailOf(id)).messageId);
    expect(header(mail, 'auto-submitted')).toBe('auto-generated');
    expect(mail.replyTo).toEqual([{ name: session.relais.name, address: session.relais.email }]);
    expect(mail.text).toContain('Bonjour Nadia,');
    expect(mail.text).not.toContain('La pièce jointe');
    const link = mailLink({ ...site, purpose: 'withdraw', id: enrollmentId, round: 0 });
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(link);
    expect(mail.attachments).toEqual([]);
    expect(await mailOf(id)).toMatchObject({ state: 'SENT', sentAt: now, attempts: 1, lastError: null });
  });

  it('comes back where the installation wants it', async () => {
    smtp.returnPaths.length = 0;
    await deliverMail(await queue(), office, now);
    await deliverMail(await queue(), { ...office, returnPath: 'retours@rpe.exemple.fr' }, now);
    expect(smtp.returnPaths).toEqual(['relais@rpe.exemple.fr', 'retours@rpe.exemple.fr']);
    expect(smtp.received[1]?.from).toMatchObject({ address: 'relais@rpe.exemple.fr' });
  });

  it('is not sent twice', async () => {
    const id = await queue();
    await deliverMail(id, office, now);
    expect(await deliverMail(id, office, now)).toBe('nothing to do');
    only();
  });

  it.each([
    ['REQUEST', 'CONFIRMED'],
    ['CANCEL', 'CANCELLED'],
  ] as const)('carries an invitation: %s', async (method, status) => {
    await queue(confirmed, { uid, method: 'REQUEST' });
    await deliverMail(await queue(confirmed, { uid, method }), office, now);
    const { part, method: inside, event } = eventOf(only());
    expect(only().text).toContain('La pièce jointe ajoute la séance à votre agenda.');
    expect(part.method).toBe(method);
    expect(inside).toBe(method);
    expect(event.getFirstPropertyValue('uid')).toBe(uid);
    expect(event.getFirstPropertyValue('sequence')).toBe(1);
    expect(event.getFirstPropertyValue('status')).toBe(status);
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2026-11-24T09:30:00');
    expect(String(event.getFirstPropertyValue('organizer')).toLowerCase()).toBe('mailto:relais@rpe.exemple.fr');
    const attendee = event.getFirstProperty('attendee');
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe(`mailto:${nadia.to}`);
    expect(attendee?.getParameter('partstat')).toBe('ACCEPTED');
  });

  it('waits after a 4xx, then is sent once', async () => {
    const id = await queue();
    smtp.answers.push({ code: 451, text: 'try again later' });
    await expect(deliverMail(id, office, now)).rejects.toThrow('try again later');
    expect(await mailOf(id)).toMatchObject({ state: 'SENDING', attempts: 1 });
    expect((await mailOf(id)).lastError).toContain('451');
    expect(await deliverMail(id, office, now)).toBe('sent');
    only();
    expect(await mailOf(id)).toMatchObject({ state: 'SENT', attempts: 2, lastError: null });
  });

  it('is given up after a 5xx, with the reason', async () => {
    const id = await queue();
    smtp.answers.push({ code: 550, text: 'no such mailbox' });
    expect(await deliverMail(id, office, now)).toBe('failed');
    const { state, lastError } = await mailOf(id);
    expect(state).toBe('FAILED');
    expect(lastError).toContain('no such mailbox');
    expect(await deliverMail(id, office, now)).toBe('nothing to do');
    expect(smtp.received).toEqual([]);
  });

  it('is given up after twenty deliveries', async () => {
    const id = await queue();
    await db().outgoingMail.update({ where: { id }, data: { attempts: 19 } });
    smtp.answers.push({ code: 451, text: 'try again later' });
    expect(await deliverMail(id, office, now)).toBe('failed');
  });

  it('is not lost when cut in the middle: the same Message-ID and SEQUENCE come again', async () => {
    const id = await queue(confirmed, { uid, method: 'REQUEST' });
    const { messageId } = await mailOf(id);
    smtp.answers.push('drop');
    await expect(deliverMail(id, office, now)).rejects.toThrow();
    expect(await mailOf(id)).toMatchObject({ state: 'SENDING' });
    expect(await deliverMail(id, office, now)).toBe('sent');
    expect(only().messageId).toBe(messageId);
    expect(eventOf(only()).event.getFirstPropertyValue('sequence')).toBe(0);
  });

  it('waits when no server answers', async () => {
    const id = await queue();
    const nobody = { ...office, post: openPost({ smtpUrl: 'smtp://127.0.0.1:1', dataDir }) };
    await expect(deliverMail(id, nobody, now)).rejects.toThrow();
    expect(await mailOf(id)).toMatchObject({ state: 'SENDING' });
    nobody.post.close();
  });

  it('is sent once the server that refused every connection is there again', async () => {
    const id = await queue();
    const gone = await startSmtp();
    await gone.close();
    const patient = { ...office, post: openPost({ smtpUrl: gone.url, dataDir }) };
    await expect(deliverMail(id, patient, now)).rejects.toThrow('ECONNREFUSED');
    expect(await mailOf(id)).toMatchObject({ state: 'SENDING', attempts: 1 });
    expect((await mailOf(id)).lastError).toContain('ECONNREFUSED');
    const back = await startSmtp(gone.port);
    expect(await deliverMail(id, patient, now)).toBe('sent');
    expect(back.received.map(({ messageId }) => messageId)).toEqual([(await mailOf(id)).messageId]);
    patient.post.close();
    await back.close();
  });

  it.each(['hang', 'cut', 'drop'] as const)('is neither lost nor doubled by a server that does %s', async (fault) => {
    const id = await queue(confirmed, { uid, method: 'REQUEST' });
    const { messageId } = await mailOf(id);
    const faulty = await startSmtp();
    const patient = { ...office, post: openPost({ smtpUrl: faulty.url, dataDir }) };
    const hasty = { ...office, post: openPost({ smtpUrl: faulty.url, dataDir, silenceMs: 1500 }) };
    faulty.answers.push(fault);
    await expect(deliverMail(id, fault === 'hang' ? hasty : patient, now)).rejects.toThrow();
    const mail = await mailOf(id);
    expect(mail).toMatchObject({ state: 'SENDING', attempts: 1 });
    expect(mail.lastError).toMatch(/timeout|closed|ECONN/i);
    expect(await deliverMail(id, patient, now)).toBe('sent');
    expect(await deliverMail(id, patient, now)).toBe('nothing to do');
    expect(faulty.received.map((one) => one.messageId)).toEqual([messageId]);
    expect(await mailOf(id)).toMatchObject({ state: 'SENT', attempts: 2, lastError: null });
    for (const { post } of [patient, hasty]) post.close();
    await faulty.close();
  });

  it('is given up at once when the server refuses the recipient, not the installation', async () => {
    const id = await queue();
    smtp.recipients.push({ code: 450, text: 'greylisted' }, { code: 550, text: 'unknown user' });
    await expect(deliverMail(id, office, now)).rejects.toThrow('greylisted');
    expect(await deliverMail(id, office, now)).toBe('failed');
    expect((await mailOf(id)).lastError).toContain('unknown user');
    expect(smtp.received).toEqual([]);
  });

  it('says where it is stopped in one click, if she may do without', async () => {
    const reminder: MailContent = {
      template: 'session-reminder',
      props: { relais: session.relais, day: session.day, soon: 'demain', sessions: [about] },
    };
    await deliverMail(await queue(reminder), office, now);
    const mail = only();
    const [, link = ''] =
      /^<(https:\/\/rpe\.exemple\.fr\/messages\/[\w-]+\/arret)>$/.exec(header(mail, 'list-unsubscribe') ?? '') ?? [];
    expect(header(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.text).toContain(link);
    expect(readStopToken(site.secret, link.split('/')[4] ?? '')).toEqual({
      personId: nadia.personId,
      kind: 'REMINDER',
    });
    smtp.received.length = 0;
    await deliverMail(await queue(), office, now);
    expect(header(only(), 'list-unsubscribe')).toBeUndefined();
  });

  it('begins with the coordinator’s words, escaped, unless it is confidential', async () => {
    const written = { collectiviteId: nadia.collectiviteId, template: 'enrollment-confirmed', at: now };
    await db().mailIntroduction.create({ data: { ...written, text: 'Portes à 9 h.\n\n<b>Code</b> 1234 & merci' } });
    await deliverMail(await queue(), office, now);
    expect(only().text).toContain('Portes à 9\u00a0h.\n\n<b>Code</b> 1234 & merci');
    expect(only().html).toContain('&lt;b&gt;Code&lt;/b&gt; 1234 &amp; merci');
    smtp.received.length = 0;
    await deliverMail(
      await queue({ template: 'enrollment-confirmed', props: { ...about, confidential: true } }),
      office,
      now,
    );
    expect(only().text).not.toContain('Portes');
  });

  it('runs as a job, taking over what a killed worker left', async () => {
    const id = await queue();
    await db().outgoingMail.update({ where: { id }, data: { state: 'SENDING', attempts: 1 } });
    await runOnce({
      connectionString: database.url(),
      noPreparedStatements: true,
      maxPoolSize: 2,
      taskList: {
        'deliver-mail': async (payload) => {
          await deliverMail(String(Reflect.get(Object(payload), 'mailId')), office, now);
        },
      },
    });
    expect(only().messageId).toBe((await mailOf(id)).messageId);
    expect(await mailOf(id)).toMatchObject({ state: 'SENT' });
  });
});

describe('what stays in the database', () => {
  it('forgets a sign-in code once sent, or refused', async () => {
    const sent = await queue(loginCode);
    await deliverMail(sent, office, now);
    expect(only().text).toContain('1234 5678');
    expect((await mailOf(sent)).props).toEqual({});
    const refused = await queue(loginCode);
    smtp.answers.push({ code: 550, text: 'no such mailbox' });
    await deliverMail(refused, office, now);
    expect(await mailOf(refused)).toMatchObject({ state: 'FAILED', props: {} });
  });

  it('forgets what is confidential', async () => {
    const props = { session, party: 'vous', enrollmentId, round: 0, confidential: true };
    const id = await queue({ template: 'enrollment-confirmed', props });
    await deliverMail(id, office, now);
    expect((await mailOf(id)).props).toEqual({});
  });
});

describe('without a mail server', () => {
  it('becomes a file named by its outbox id, readable, whole', async () => {
    const id = await queue(confirmed, { uid, method: 'REQUEST' });
    expect(await deliverMail(id, files, now)).toBe('sent');
    const mail = await PostalMime.parse(await readFile(join(dataDir, 'mail', `${id}.eml`)));
    expect(mail.messageId).toBe((await mailOf(id)).messageId);
    expect(mail.text).toContain('Salle des Lutins');
    expect(eventOf(mail).part.method).toBe('REQUEST');
    expect((await readdir(join(dataDir, 'mail'))).every((name) => name.endsWith('.eml'))).toBe(true);
  });

  it('is not written again when its worker died just after', async () => {
    const id = await queue();
    await deliverMail(id, files, now);
    const { mtimeMs } = await stat(join(dataDir, 'mail', `${id}.eml`));
    await db().outgoingMail.update({ where: { id }, data: { state: 'SENDING' } });
    expect(await deliverMail(id, files, now)).toBe('sent');
    expect((await stat(join(dataDir, 'mail', `${id}.eml`))).mtimeMs).toBe(mtimeMs);
  });
});
