import { readFile } from 'node:fs/promises';

import PostalMime, { type Email } from 'postal-mime';

import { db } from '#app/db/client.server.ts';
import { emlPath } from '#app/mail/delivery.ts';
import { type TextPart, textParts } from '#app/mail/plain-text.ts';
import { deadline } from '#app/time/french.ts';

export type DemoMailLine = {
  id: string;
  to: string;
  /** null: not a file, because it has not left yet or went to a mail server. */
  subject: string | null;
  /** "lundi 23 novembre, 18 h 05". */
  at: string;
  state: 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED';
};

export type DemoMail = {
  subject: string;
  to: string;
  at: string;
  text: TextPart[];
  /** null when there is none. Its links open in the whole window. */
  html: string | null;
  hasInvitation: boolean;
};

/** The demo is Amiens's. */
const ZONE = 'Europe/Paris';
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The mails of the demo, newest first; `to`: those whose recipient's address holds these letters. */
export async function demoMailbox({ limit, to }: { limit: number; to: string }): Promise<DemoMailLine[]> {
  const rows = await db().outgoingMail.findMany({
    where: to === '' ? {} : { to: { contains: to, mode: 'insensitive' } },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { id: true, to: true, state: true, queuedAt: true },
  });
  return Promise.all(
    rows.map(async ({ id, to, state, queuedAt }) => ({
      id,
      to,
      state,
      subject: (await parsed(id))?.subject ?? null,
      at: deadline(queuedAt, ZONE),
    })),
  );
}

/** One mail of the demo as its file holds it; null when there is no such file. */
export async function demoMail(id: string): Promise<DemoMail | null> {
  const mail = await parsed(id);
  if (mail === null) return null;
  return {
    subject: mail.subject ?? '',
    to: (mail.to ?? []).map(({ name, address }) => (name ? `${name} <${address ?? ''}>` : (address ?? ''))).join(', '),
    at: mail.date === undefined ? '' : deadline(new Date(mail.date), ZONE),
    text: textParts(mail.text ?? ''),
    html: mail.html?.replace('<head>', '<head><base target="_top"/>') ?? null,
    hasInvitation: invitationIn(mail) !== null,
  };
}

/** The calendar entry a mail of the demo carries, or null. */
export async function demoInvitation(id: string): Promise<string | null> {
  const mail = await parsed(id);
  return mail && invitationIn(mail);
}

function invitationIn({ attachments }: Email): string | null {
  const part = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (!part) return null;
  return typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content);
}

async function parsed(id: string): Promise<Email | null> {
  if (!UUID.test(id)) return null;
  try {
    return await PostalMime.parse(await readFile(emlPath(process.env.DATA_DIR ?? './data', id.toLowerCase())));
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return null;
    throw error;
  }
}
