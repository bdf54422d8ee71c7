import { db } from '#app/db/client.server.ts';
import { isRefusal, MOST_ATTEMPTS, reasonOf } from '#app/mail/delivery.ts';
import { introductionOf } from '#app/mail/introductions.server.ts';
import { invitationText } from '#app/mail/invitation.ts';
import { ESSENTIAL, KIND_OF } from '#app/mail/message-kinds.ts';
import type { Letter, Post } from '#app/mail/openPost.server.ts';
import { type MailSite, renderMail } from '#app/mail/renderMail.server.ts';
import { stopLink } from '#app/mail/stop-links.server.ts';
import { isConfidential, isMailContent, type InvitationPart, type MailContent } from '#app/mail/templates.ts';

export type MailOffice = MailSite & {
  post: Post;
  /** MAIL_FROM: "Relais <relais@exemple.fr>". */
  from: string;
  /** Where it comes back when it cannot be delivered; null: to `from`. */
  returnPath?: string | null;
};

export type Delivery = 'sent' | 'failed' | 'nothing to do';

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>;

/**
 * Sends one mail of the outbox: the 'deliver-mail' job. QUEUED → SENDING → SENT, or FAILED when the server refuses the
 * message for good. At least once: a mail found SENDING was left by a worker that died or was refused for a while, and
 * is sent again under the same Message-ID. Twice only if the process died between the server's acknowledgement and the
 * next statement. No transaction is open while the server answers.
 *
 * @throws what the mail server or the database said, when trying later may help: the job is tried again, with backoff
 */
export async function deliverMail(mailId: string, office: MailOffice, now: Date): Promise<Delivery> {
  const mail = await claim(mailId);
  if (mail === null) return 'nothing to do';
  const content = { template: mail.template, props: mail.props };
  if (!isMailContent(content)) return fail(mail, 'unknown template or empty content');
  try {
    await office.post.send(mail.id, await letterOf(mail, content, office));
  } catch (error) {
    if (isRefusal(error) || mail.attempts >= MOST_ATTEMPTS) return fail(mail, reasonOf(error));
    await db().outgoingMail.update({ where: { id: mail.id }, data: { lastError: reasonOf(error) } });
    throw error;
  }
  const erased = isConfidential(content) ? { props: {} } : {};
  const done = { state: 'SENT', sentAt: now, lastError: null, ...erased } as const;
  await db().outgoingMail.update({ where: { id: mail.id }, data: done });
  return 'sent';
}

/** Takes the row's lock for one statement; null when the mail is gone or its fate is known. */
async function claim(mailId: string) {
  const { count } = await db().outgoingMail.updateMany({
    where: { id: mailId, state: { in: ['QUEUED', 'SENDING'] } },
    data: { state: 'SENDING', attempts: { increment: 1 } },
  });
  if (count === 0) return null;
  return db().outgoingMail.findUnique({
    where: { id: mailId },
    select: {
      id: true,
      collectiviteId: true,
      personId: true,
      to: true,
      template: true,
      props: true,
      messageId: true,
      attempts: true,
      queuedAt: true,
      invitationUid: true,
      invitationMethod: true,
      person: { select: { firstName: true, lastName: true } },
    },
  });
}

async function fail(mail: Claimed, lastError: string): Promise<Delivery> {
  const isSecret = mail.template === 'login-code' || Reflect.get(Object(mail.props), 'confidential') === true;
  const secret = isSecret ? { props: {} } : {};
  await db().outgoingMail.update({ where: { id: mail.id }, data: { state: 'FAILED', lastError, ...secret } });
  return 'failed';
}

async function letterOf(mail: Claimed, content: MailContent, office: MailOffice): Promise<Letter> {
  const stop = stopOf(mail, content, office);
  const invitations = partsOf(mail, content).flatMap((part) => invitationOf(part, mail, content, office));
  const introduction = await introductionOf(mail.collectiviteId, content);
  const surround = { introduction, stop, carriesEntry: invitations.length > 0 };
  const { subject, html, text } = await renderMail(content, office, mail.person?.firstName ?? null, surround);
  return {
    from: office.from,
    ...(office.returnPath ? { envelope: { from: office.returnPath, to: mail.to } } : {}),
    ...replyTo(content),
    to: { name: nameOf(mail), address: mail.to },
    subject,
    html,
    text,
    date: mail.queuedAt,
    messageId: mail.messageId,
    textEncoding: 'quoted-printable',
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr', ...stopHeaders(stop) },
    ...carrying(invitations),
  };
}

/** Who answers a mail answers the relais it speaks of. */
function replyTo({ props }: MailContent): Partial<Letter> {
  const relais = 'session' in props ? props.session.relais : 'relais' in props ? props.relais : null;
  return relais?.email ? { replyTo: { name: relais.name, address: relais.email } } : {};
}

/** Where what she may do without is stopped in one click; null: she must get it. */
function stopOf({ personId }: Claimed, { template }: MailContent, office: MailOffice): string | null {
  const kind = KIND_OF[template];
  return kind === null || ESSENTIAL[kind] || personId === null ? null : stopLink({ personId, kind }, office);
}

/** RFC 2369 and RFC 8058: mail readers show a button of their own, which posts to this address. */
const stopHeaders = (stop: string | null): Record<string, string> =>
  stop === null ? {} : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

type Invitation = { method: InvitationPart['method']; content: string };

/** One entry is the invitation itself; of a gathered mail's several (RFC 5546 allows one a body) each is a file. */
function carrying(invitations: readonly Invitation[]): Partial<Letter> {
  const [only, ...others] = invitations;
  if (only === undefined) return {};
  if (others.length === 0) return { icalEvent: { ...only, filename: 'seance.ics' } };
  return {
    attachments: invitations.map(({ method, content }, index) => ({
      filename: `seance-${index + 1}.ics`,
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  };
}

function invitationOf(
  part: InvitationPart,
  mail: Claimed,
  content: MailContent,
  { appUrl, from }: MailOffice,
): Invitation[] {
  const body = invitationText({
    content,
    part,
    appUrl,
    organizer: mailboxOf(from),
    attendee: { name: nameOf(mail), email: mail.to },
    at: mail.queuedAt,
  });
  return body === null ? [] : [{ method: part.method, content: body }];
}

/** The entries the mail carries; `enqueueMail` put their SEQUENCE beside the template's own props. */
function partsOf(mail: Claimed, { props }: MailContent): InvitationPart[] {
  const several = field(props, 'invitations');
  if (Array.isArray(several)) return several.flatMap(partOf);
  return partOf({ uid: mail.invitationUid, method: mail.invitationMethod, sequence: field(props, 'sequence') });
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function partOf(value: unknown): InvitationPart[] {
  const [uid, method, sequence]: unknown[] = ['uid', 'method', 'sequence'].map((name) => field(value, name));
  if (typeof uid !== 'string' || (method !== 'REQUEST' && method !== 'CANCEL')) return [];
  return [{ uid, method, sequence: typeof sequence === 'number' ? sequence : 0 }];
}

function nameOf({ person }: Claimed): string {
  return person === null ? '' : `${person.firstName} ${person.lastName}`.trim();
}

function mailboxOf(from: string): { name: string; email: string } {
  const [, name = '', email = from] = /^(.*)<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name: name.replaceAll('"', '').trim(), email: email.trim() };
}
