import { deliverMail, type MailOffice } from '#app/mail/deliverMail.server.ts';
import { openPost } from '#app/mail/openPost.server.ts';
import type { Settings } from './environment.ts';
import type { Task } from './task.ts';

/** Opened by the first mail, kept as long as the process: its connections serve the next ones. */
let office: MailOffice | undefined;

/** One mail of the outbox; throws when trying later may help. */
export const deliverMailTask: Task = async (payload, { now, settings }) => {
  office ??= openOffice(settings);
  await deliverMail(mailIdOf(payload), office, now());
};

function openOffice({ appUrl, sessionSecret, mailFrom, mailReturns, smtpUrl, dataDir }: Settings): MailOffice {
  if (sessionSecret === null) throw new Error('SESSION_SECRET is settled before any job runs');
  const post = openPost({ smtpUrl, dataDir });
  return { appUrl, secret: sessionSecret, from: mailFrom, returnPath: mailReturns.path, post };
}

function mailIdOf(payload: unknown): string {
  const id: unknown = Reflect.get(Object(payload), 'mailId');
  if (typeof id !== 'string') throw new TypeError('a deliver-mail job has a mailId');
  return id;
}
