import { db } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { MOST_ATTEMPTS, reasonOf } from '#app/mail/delivery.ts';
import { textMessage } from '#app/mail/gsm.ts';
import { mailLink } from '#app/mail/links.server.ts';
import { mobileNumber } from '#app/mail/mobile.ts';
import type { Gateway } from '#app/mail/openGateway.server.ts';
import type { Push, PushTarget } from '#app/mail/openPush.server.ts';
import { isPast } from '#app/mail/past-content.ts';
import { isMailContent, type MailContent } from '#app/mail/templates.ts';
import { TextRefused } from '#app/mail/text-delivery.ts';
import { writeMails } from '#app/mail/writeMails.server.ts';

export type TextOffice = {
  appUrl: string;
  /** Signs the link of an offer. */
  secret: string;
  /** null: this installation sends no text message. */
  gateway: Gateway | null;
  push: Push;
};

export type TextDelivery = 'sent' | 'failed' | 'nothing to do';

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>;

/**
 * Sends one text message or notification: the 'deliver-text' job. At least once, under its own id, which the gateway
 * and the browser know it by. Nothing before its hour. What is confidential leaves the row once its fate is known. What
 * is refused for good goes by mail instead, if it did not already.
 *
 * @throws what may pass: the job is tried again, later each time
 */
export async function deliverText(textId: string, office: TextOffice, now: Date): Promise<TextDelivery> {
  const text = await claim(textId, now);
  if (text === null) return 'nothing to do';
  try {
    await (text.channel === 'SMS' ? sendSms(text, office) : sendNotices(text, office));
  } catch (error) {
    if (error instanceof TextRefused || text.attempts >= MOST_ATTEMPTS) return giveUp(text, now, reasonOf(error));
    await db().outgoingText.update({ where: { id: text.id }, data: { lastError: reasonOf(error) } });
    throw error;
  }
  const sent = { state: 'SENT', sentAt: now, lastError: null } as const;
  await db().outgoingText.update({ where: { id: text.id }, data: { ...sent, ...erasedOf(text) } });
  return 'sent';
}

async function claim(id: string, now: Date) {
  const { count } = await db().outgoingText.updateMany({
    where: { id, state: { in: ['QUEUED', 'SENDING'] }, notBefore: { lte: now } },
    data: { state: 'SENDING', attempts: { increment: 1 } },
  });
  if (count === 0) return null;
  return db().outgoingText.findUnique({
    where: { id },
    select: {
      ...{ id: true, channel: true, text: true, path: true, confidential: true, attempts: true, personId: true },
      ...{ collectiviteId: true, mailInstead: true, queuedAt: true },
      person: { select: { phone: true, email: true } },
    },
  });
}

/** What the row forgets once its fate is known. */
const erasedOf = ({ confidential }: Claimed) => ({
  mailInstead: Prisma.DbNull,
  ...(confidential ? { text: '', path: '' } : {}),
});

/** Refused for good: the mail goes in its stead, as of the day of its cause, unless what it tells is over. */
async function giveUp(text: Claimed, now: Date, lastError: string): Promise<TextDelivery> {
  const { id, collectiviteId, personId, mailInstead, queuedAt, person } = text;
  const content = contentIn(mailInstead);
  await inTransaction(undefined, async (tx) => {
    await tx.outgoingText.update({ where: { id }, data: { state: 'FAILED', lastError, ...erasedOf(text) } });
    if (person.email === null || content === null || isPast(content, queuedAt, now)) return;
    await writeMails(tx, [{ ...content, collectiviteId, personId, to: person.email, now: queuedAt }]);
  });
  return 'failed';
}

function contentIn(kept: unknown): MailContent | null {
  const template: unknown = Reflect.get(Object(kept), 'template');
  const props: unknown = Reflect.get(Object(kept), 'props');
  const content = { template: String(template), props };
  return isMailContent(content) ? content : null;
}

async function sendSms({ id, text, path, person }: Claimed, office: TextOffice): Promise<void> {
  const to = mobileNumber(person.phone);
  if (office.gateway === null) throw new TextRefused('no gateway for text messages');
  if (to === null) throw new TextRefused('no mobile number');
  await db().outgoingText.update({ where: { id }, data: { sentTo: to } });
  await office.gateway.send(id, to, textMessage(text, linkOf(path, office)));
}

/** To each of her browsers; those that hear no more are forgotten. */
async function sendNotices({ id, text, path, personId }: Claimed, office: TextOffice): Promise<void> {
  const targets = await db().pushSubscription.findMany({
    where: { personId },
    select: { endpoint: true, p256dh: true, auth: true },
  });
  const notice = { id, title: 'Ribambelle', body: text, url: linkOf(path, office) };
  let sent = 0;
  for (const target of targets) {
    if ((await office.push.send(target, notice)) === 'sent') sent += 1;
    else await forget(target);
  }
  if (sent === 0) throw new TextRefused('no browser left');
}

async function forget({ endpoint }: PushTarget): Promise<void> {
  await db().pushSubscription.deleteMany({ where: { endpoint } });
}

function linkOf(path: string, { appUrl, secret }: TextOffice): string {
  const [, id, round] = /^offer:([\da-f-]{36}):(\d+)$/.exec(path) ?? [];
  if (id === undefined) return path === '' ? '' : new URL(path, appUrl).href;
  return mailLink({ appUrl, secret, purpose: 'offer', id, round: Number(round) });
}
