import { randomUUID } from 'node:crypto';

import type { Tx } from '#app/db/client.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { addingJobs, type Job } from '#app/journal/jobs.server.ts';
import type { InvitationMethod, MailContent } from '#app/mail/templates.ts';

/** A mail whose channel is settled. */
export type MailToWrite = MailContent & {
  collectiviteId: string | null;
  personId: string | null;
  to: string;
  now: Date;
  /** The calendar entry the mail carries; it needs a `personId`. */
  invitation?: InvitationOf;
  /** The entries of a gathered mail, instead. */
  invitations?: readonly InvitationOf[];
};

type InvitationOf = { uid: string; method: InvitationMethod };

type Named = { id: string; mail: MailToWrite };

/**
 * Writes mails in the outbox, each with its job, in the caller's transaction. The SEQUENCE of an invitation is taken
 * here, under its row's lock, so that it follows the order of the causes whatever the order of the deliveries.
 *
 * @param others jobs of the same cause, added by the same statement
 */
export async function writeMails(tx: Tx, mails: readonly MailToWrite[], others: readonly Job[] = []): Promise<void> {
  const named = mails.map((mail): Named => ({ id: randomUUID(), mail }));
  if (named.length === 0) return enqueueJob(tx, others);
  const sequences = await takeSequences(tx, named);
  const rows = JSON.stringify(named.map((one) => row(one, sequences)));
  await tx.$executeRaw`
    WITH queued AS (
      INSERT INTO "OutgoingMail" (id, "collectiviteId", "personId", "to", template, props, "invitationUid",
                                  "invitationMethod", "messageId", "queuedAt")
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "collectiviteId" uuid, "personId" uuid, "to" text,
             template text, props jsonb, "invitationUid" text, "invitationMethod" text, "messageId" text,
             "queuedAt" timestamptz(3)))
    ${addingJobs([...others, ...named.map(deliveryOf)])}`;
}

function deliveryOf({ id, mail }: Named): Job {
  const priority = mail.template === 'login-code' ? -10 : 0;
  return { task: 'deliver-mail', payload: { mailId: id }, key: `mail:${id}`, priority };
}

const carriedBy = ({ invitation, invitations = [] }: MailToWrite) =>
  invitation ? [invitation, ...invitations] : invitations;

const numberOf = (mailId: string, uid: string) => `${mailId} ${uid}`;

function row({ id, mail }: Named, sequences: ReadonlyMap<string, number>) {
  const { collectiviteId, personId, to, template, invitation, now } = mail;
  return {
    id,
    collectiviteId,
    personId,
    to,
    template,
    props: propsOf(id, mail, sequences),
    invitationUid: invitation?.uid ?? null,
    invitationMethod: invitation?.method ?? null,
    messageId: `<${id}@${mailDomain()}>`,
    queuedAt: now,
  };
}

/** The template's own, with the SEQUENCE of the entries beside. */
function propsOf(
  id: string,
  { props, invitation, invitations = [] }: MailToWrite,
  sequences: ReadonlyMap<string, number>,
) {
  const sequenceOf = ({ uid }: InvitationOf) => sequences.get(numberOf(id, uid)) ?? 0;
  if (invitation) return { ...props, sequence: sequenceOf(invitation) };
  if (invitations.length === 0) return props;
  return { ...props, invitations: invitations.map((one) => ({ ...one, sequence: sequenceOf(one) })) };
}

/**
 * One statement; rows are locked in the order of their uids, so that two bulk messages never wait for each other. An
 * entry that several of the mails carry gets as many numbers, in the order of the mails. By mail and uid (`numberOf`).
 */
async function takeSequences(tx: Tx, named: readonly Named[]): Promise<Map<string, number>> {
  const carried = new Map<string, { ids: string[]; method: InvitationMethod; personId: string; sentAt: Date }>();
  for (const { id, mail } of named) {
    for (const { uid, method } of carriedBy(mail)) {
      if (mail.personId === null) throw new Error('an invitation needs a person');
      const ids = [...(carried.get(uid)?.ids ?? []), id];
      carried.set(uid, { ids, method, personId: mail.personId, sentAt: mail.now });
    }
  }
  if (carried.size === 0) return new Map();
  const wanted = [...carried].map(([uid, { ids, ...about }]) => ({ uid, sequence: ids.length - 1, ...about }));
  const rows = await tx.$queryRaw<{ uid: string; sequence: number }[]>`
    INSERT INTO "Invitation" (uid, sequence, method, "personId", "sentAt")
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        AS r (uid text, sequence int, method text, "personId" uuid, "sentAt" timestamptz(3)) ORDER BY uid
    ON CONFLICT (uid) DO UPDATE SET sequence = "Invitation".sequence + EXCLUDED.sequence + 1,
      method = EXCLUDED.method, "sentAt" = EXCLUDED."sentAt"
    RETURNING uid, sequence`;
  const numbered = rows.flatMap(({ uid, sequence }) =>
    (carried.get(uid)?.ids ?? []).toReversed().map((id, back) => [numberOf(id, uid), sequence - back] as const),
  );
  return new Map(numbered);
}

function mailDomain(): string {
  return URL.canParse(process.env.APP_URL ?? '') ? new URL(process.env.APP_URL ?? '').hostname : 'localhost';
}
