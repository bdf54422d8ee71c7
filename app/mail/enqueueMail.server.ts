import type { Tx } from '#app/db/client.server.ts';
import type { Job } from '#app/journal/jobs.server.ts';
import { queueTexts, sortMessages } from '#app/mail/texts.server.ts';
import { type MailToWrite, writeMails } from '#app/mail/writeMails.server.ts';

export type OutgoingMailInput = WithoutMail<MailToWrite>;

/** `to` null: no e-mail; a text message or a notification may still reach her. */
type WithoutMail<Mail> = Mail extends unknown ? Omit<Mail, 'to'> & { to: string | null } : never;

/**
 * Puts messages in the outbox, each with its job, in the caller's transaction: they exist only if their cause does.
 * What may be chosen leaves by the channels its receiver chose: mail, text message, notification (`channelsFor`).
 *
 * @param others jobs of the same cause, added by the same statement
 */
export async function enqueueMail(
  tx: Tx,
  mails: OutgoingMailInput | readonly OutgoingMailInput[],
  others: readonly Job[] = [],
): Promise<void> {
  const sorted = await sortMessages(tx, [mails].flat());
  await queueTexts(tx, sorted.texts);
  await writeMails(tx, sorted.mails, others);
}
