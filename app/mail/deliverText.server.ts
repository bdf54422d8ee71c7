import { db } from '#app/db/client.server.ts';
import { MOST_ATTEMPTS, reasonOf } from '#app/mail/delivery.ts';
import { textMessage } from '#app/mail/gsm.ts';
import { mailLink } from '#app/mail/links.server.ts';
import { mobileNumber } from '#app/mail/mobile.ts';
import type { Gateway } from '#app/mail/openGateway.server.ts';
import type { Push, PushTarget } from '#app/mail/openPush.server.ts';
import { TextRefused } from '#app/mail/text-delivery.ts';

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
 * and the browser know it by. Nothing before its hour. What is confidential leaves the row once its fate is known.
 *
 * @throws what may pass: the job is tried again, later each time
 */
export async function deliverText(textId: string, office: TextOffice, now: Date): Promise<TextDelivery> {
  const text = await claim(textId, now);
  if (text === null) return 'nothing to do';
  try {
    await (text.channel === 'SMS' ? sendSms(text, office) : sendNotices(text, office));
  } catch (error) {
    if (error instanceof TextRefused || text.attempts >= MOST_ATTEMPTS) return end(text, now, reasonOf(error));
    await db().outgoingText.update({ where: { id: text.id }, data: { lastError: reasonOf(error) } });
    throw error;
  }
  return end(text, now, null);
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
      person: { select: { phone: true } },
    },
  });
}

async function end({ id, confidential }: Claimed, now: Date, lastError: string | null): Promise<TextDelivery> {
  const erased = confidential ? { text: '', path: '' } : {};
  const fate = lastError === null ? ({ state: 'SENT', sentAt: now } as const) : ({ state: 'FAILED' } as const);
  await db().outgoingText.update({ where: { id }, data: { ...fate, lastError, ...erased } });
  return lastError === null ? 'sent' : 'failed';
}

async function sendSms({ id, text, path, person }: Claimed, office: TextOffice): Promise<void> {
  const to = mobileNumber(person.phone);
  if (office.gateway === null) throw new TextRefused('no gateway for text messages');
  if (to === null) throw new TextRefused('no mobile number');
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
