import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';

const folder = () => join(process.env.E2E_DATA_DIR ?? '', 'mail');

/** What someone has received so far, oldest first. */
export async function mailsTo(address: string): Promise<Email[]> {
  const names = await readdir(folder()).catch(() => []);
  const files = names.filter((name) => name.endsWith('.eml')).map((name) => join(folder(), name));
  const dated = await Promise.all(files.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  dated.sort((a, b) => a.at - b.at);
  const mails: Email[] = [];
  for (const { path } of dated) {
    const source = await readFile(path);
    if (source.includes(address)) mails.push(await PostalMime.parse(source));
  }
  return mails.filter(({ to }) => to?.some((recipient) => recipient.address === address));
}

/**
 * The next mail to someone.
 *
 * @param already how many she had before its cause
 */
export async function nextMail(address: string, already: number, subject = /./): Promise<Email> {
  const wanted = async () => (await mailsTo(address)).slice(already).filter((mail) => subject.test(mail.subject ?? ''));
  await expect.poll(async () => (await wanted()).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const [mail] = await wanted();
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
}

/** The first link of a mail's text that leads to such a path. */
export function linkIn(mail: Email, path: RegExp): string {
  const links = mail.text?.match(/https?:\/\/[^\s<>)]+/g) ?? [];
  const link = links.find((address) => path.test(new URL(address).pathname));
  if (link === undefined) throw new Error(`no link to ${path} in: ${mail.text}`);
  return link;
}

/** The calendar entry that a mail carries. */
export function calendarIn(mail: Email): string {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (part === undefined) throw new Error(`no calendar entry in ${mail.subject}`);
  return typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content);
}
