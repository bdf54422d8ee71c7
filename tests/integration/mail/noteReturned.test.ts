import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { noteReturned } from '#app/mail/noteReturned.server.ts';

import { useDatabase } from '../database.ts';
import { fill, mailOf, nadia, now, queue } from './world.ts';

useDatabase({ fresh: true });

let mailId: string;
let messageId: string;
beforeEach(async () => {
  await fill();
  mailId = await queue();
  ({ messageId } = await mailOf(mailId));
  await db().outgoingMail.update({ where: { id: mailId }, data: { state: 'SENT', sentAt: now } });
});

/** A message that came back, as such a server writes it, of the mail with that Message-ID. */
async function returned(shape: string, id = messageId): Promise<string> {
  const raw = await readFile(join(import.meta.dirname, 'returned', `${shape}.eml`), 'utf8');
  return raw.replaceAll('{TO}', nadia.to).replaceAll('{ID}', id).replaceAll('\n', '\r\n');
}

const note = (raw: string) => noteReturned(new TextEncoder().encode(raw));

describe('a mail that comes back', () => {
  it.each([
    ['postfix', 'returned: 5.1.1 550 5.1.1 <nadia.morel@demo.ribambelle.example>: Recipient address'],
    ['exchange', 'returned: 5.1.10 550 5.1.10 RESOLVER.ADR.RecipientNotFound'],
  ])('has failed, once: %s', async (shape, reason) => {
    const raw = await returned(shape);
    expect(await note(raw)).toBe('noted');
    const mail = await mailOf(mailId);
    expect(mail).toMatchObject({ state: 'FAILED', sentAt: now });
    expect(mail.lastError).toContain(reason);
    expect(mail.lastError).not.toContain('réservée');
    expect(await note(raw)).toBe('noted before');
  });

  it('is found by the headers alone, in base64, folded, or by what the report answers to', async () => {
    const headers = (await returned('postfix')).replace('message/rfc822', 'text/rfc822-headers');
    const folded = headers.replace(`Message-ID: ${messageId}`, `Message-Id:\r\n ${messageId}`);
    expect(await note(folded)).toBe('noted');
    await db().outgoingMail.update({ where: { id: mailId }, data: { state: 'SENT' } });
    const bare = (await returned('exchange')).replace(/Content-Type: message\/rfc822[^]*?(?=\r\n--b2ad)/, '');
    expect(bare.match(new RegExp(messageId, 'g'))).toHaveLength(2);
    expect(await note(bare)).toBe('noted');
    await db().outgoingMail.update({ where: { id: mailId }, data: { state: 'SENT' } });
    const status = /(message\/delivery-status\r\n)(\r\n[^]*?)(\r\n--4XkQ)/;
    const encoded = (await returned('postfix')).replace(status, (_, head: string, body: string, end: string) => {
      return `${head}Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body.trim()).toString('base64')}${end}`;
    });
    expect(await note(encoded)).toBe('noted');
  });

  it('changes nothing while it is only late', async () => {
    const raw = (await returned('postfix')).replace('Action: failed', 'Action: delayed').replace('5.1.1', '4.4.1');
    expect(await note(raw)).toBe('not given up');
    expect(await mailOf(mailId)).toMatchObject({ state: 'SENT' });
  });

  it('is asked for again while our own record of it is not written', async () => {
    await db().outgoingMail.update({ where: { id: mailId }, data: { state: 'SENDING', sentAt: null } });
    expect(await note(await returned('postfix'))).toBe('later');
  });

  it('is nothing of ours, or no report at all', async () => {
    expect(await note(await returned('postfix', '<autre@ailleurs.example>'))).toBe('unknown mail');
    const absence = `From: ${nadia.to}\r\nSubject: Absence\r\nIn-Reply-To: ${messageId}\r\n\r\nJe rentre lundi.\r\n`;
    expect(await note(absence)).toBe('no report');
    for (const raw of ['', '\0\u0001', 'Content-Type: multipart/report; boundary=""\r\n\r\n--\r\n']) {
      expect(await note(raw)).toBe('no report');
    }
    expect(await mailOf(mailId)).toMatchObject({ state: 'SENT', lastError: null });
  });
});
