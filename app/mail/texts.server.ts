import { randomUUID } from 'node:crypto';

import type { Tx } from '#app/db/client.server.ts';
import { addingJobs, type Job } from '#app/journal/jobs.server.ts';
import { channelsFor } from '#app/mail/channels.ts';
import { KIND_OF, type Channel, type MessageKindName } from '#app/mail/message-kinds.ts';
import { afterQuiet } from '#app/mail/quiet-hours.ts';
import { receiversOf, type Receiver } from '#app/mail/receivers.server.ts';
import { shortText } from '#app/mail/short-text.ts';
import { isConfidential, isMailContent, type MailContent } from '#app/mail/templates.ts';

/** A message as its cause knows it: to whom, what, whatever the channel. */
export type Message = MailContent & {
  collectiviteId: string | null;
  personId: string | null;
  to: string | null;
  now: Date;
};

export type Sorted<M extends Message> = { mails: (M & { to: string })[]; texts: TextRow[] };

export type TextRow = {
  id: string;
  collectiviteId: string;
  personId: string;
  channel: Channel;
  text: string;
  path: string;
  kind: MessageKindName;
  confidential: boolean;
  queuedAt: Date;
  notBefore: Date;
  /** What goes by mail once it is refused; null: it went by mail too, or she has no address. */
  mailInstead: MailContent | null;
};

/** By which channels each message leaves, as its receiver chose. What nobody may choose leaves by mail. */
export async function sortMessages<M extends Message>(tx: Tx, messages: readonly M[]): Promise<Sorted<M>> {
  const chosen = messages.flatMap(({ template, personId }) => (KIND_OF[template] && personId ? [personId] : []));
  const receivers = await receiversOf(tx, chosen);
  const mails: (M & { to: string })[] = [];
  const texts: TextRow[] = [];
  for (const message of messages) {
    const kind = KIND_OF[message.template];
    const receiver = message.personId === null ? undefined : receivers.get(message.personId);
    const channels = kind && receiver ? channelsFor(kind, receiver.chosen, receiver.reach) : (['MAIL'] as const);
    if (message.to !== null && channels.includes('MAIL')) mails.push({ ...message, to: message.to });
    if (!kind || !receiver || message.collectiviteId === null) continue;
    const short = channels.filter((channel) => channel !== 'MAIL');
    const instead = message.to !== null && !channels.includes('MAIL') ? short[0] : undefined;
    for (const channel of short) {
      const row = textRow(message, message.collectiviteId, kind, channel, receiver);
      texts.push({ ...row, mailInstead: channel === instead ? contentOf(message) : null });
    }
  }
  return { mails, texts };
}

function textRow(
  message: Message,
  collectiviteId: string,
  kind: MessageKindName,
  channel: Channel,
  { personId, zone, quiet }: Receiver,
): Omit<TextRow, 'mailInstead'> {
  const { words, path } = shortText(message);
  const who = { id: randomUUID(), collectiviteId, personId, channel, kind };
  const when = { queuedAt: message.now, notBefore: afterQuiet(message.now, zone, quiet) };
  return { ...who, ...when, text: words, path, confidential: isConfidential(message) };
}

/** The message without whom it is for. */
function contentOf({ template, props }: Message): MailContent | null {
  const content = { template, props };
  return isMailContent(content) ? content : null;
}

/** Writes them, each with its job unless it must wait: those are left to the sweep of the minute. */
export async function queueTexts(tx: Tx, texts: readonly TextRow[]): Promise<void> {
  if (texts.length === 0) return;
  const jobs = texts.filter(({ notBefore, queuedAt }) => notBefore <= queuedAt).map(({ id }) => textJob(id));
  await tx.$executeRaw`
    WITH queued AS (
      INSERT INTO "OutgoingText" (id, "collectiviteId", "personId", channel, text, path, kind, confidential,
                                  "queuedAt", "notBefore", "mailInstead")
      SELECT id, "collectiviteId", "personId", channel::"MessageChannel", text, path, kind::"MessageKind", confidential,
             "queuedAt", "notBefore", "mailInstead"
        FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) AS r (id uuid, "collectiviteId" uuid, "personId" uuid,
             channel text, text text, path text, kind text, confidential boolean, "queuedAt" timestamptz(3),
             "notBefore" timestamptz(3), "mailInstead" jsonb))
    ${addingJobs(jobs)}`;
}

/** The job that sends one. */
export const textJob = (textId: string): Job => ({
  ...{ task: 'deliver-text', payload: { textId }, key: `text:${textId}` },
});
