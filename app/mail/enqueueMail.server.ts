import { randomUUID } from 'node:crypto';

import type { Tx } from '#app/db/client.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import type { InvitationMethod, MailContent } from '#app/mail/templates.ts';

export type OutgoingMailInput = MailContent & {
  collectiviteId: string | null;
  personId: string | null;
  to: string;
  now: Date;
  /** The calendar entry the mail carries; it needs a `personId`. */
  invitation?: { uid: string; method: InvitationMethod };
};

type Named = { id: string; mail: OutgoingMailInput };

/**
 * Puts mails in the outbox, each with its job, in the caller's transaction: they exist only if their cause does.
 * The SEQUENCE of an invitation is taken here, under its row's lock, so that it follows the order of the causes
 * whatever the order of the deliveries. A recipient without e-mail is the caller's to skip.
 */
export async function enqueueMail(tx: Tx, mails: OutgoingMailInput | readonly OutgoingMailInput[]): Promise<void> {
  const named = [mails].flat().map((mail): Named => ({ id: randomUUID(), mail }));
  if (named.length === 0) return;
  const sequences = await takeSequences(tx, named);
  await tx.outgoingMail.createMany({ data: named.map(({ id, mail }) => row(id, mail, sequences.get(id))) });
  await enqueueJob(
    tx,
    named.map(({ id, mail }) => ({
      task: 'deliver-mail',
      payload: { mailId: id },
      key: `mail:${id}`,
      priority: mail.template === 'login-code' ? -10 : 0,
    })),
  );
}

function row(id: string, mail: OutgoingMailInput, sequence: number | undefined) {
  const { collectiviteId, personId, to, template, props, invitation, now } = mail;
  return {
    id,
    collectiviteId,
    personId,
    to,
    template,
    props: sequence === undefined ? props : { ...props, sequence },
    invitationUid: invitation?.uid ?? null,
    invitationMethod: invitation?.method ?? null,
    messageId: `<${id}@${mailDomain()}>`,
    queuedAt: now,
  };
}

/** Rows are locked in the order of their uids, so that two bulk messages never wait for each other. */
async function takeSequences(tx: Tx, named: readonly Named[]): Promise<Map<string, number>> {
  const taken = new Map<string, number>();
  const inviting = named.flatMap(({ id, mail }) => (mail.invitation ? [{ id, ...mail, ...mail.invitation }] : []));
  for (const { id, uid, method, personId, now } of inviting.sort((a, b) => (a.uid < b.uid ? -1 : 1))) {
    if (personId === null) throw new Error('an invitation needs a person');
    const rows = await tx.$queryRaw<{ sequence: number }[]>`
      INSERT INTO "Invitation" (uid, sequence, method, "personId", "sentAt")
      VALUES (${uid}, 0, ${method}, ${personId}::uuid, ${now}::timestamptz)
      ON CONFLICT (uid) DO UPDATE SET sequence = "Invitation".sequence + 1, method = EXCLUDED.method,
        "sentAt" = EXCLUDED."sentAt"
      RETURNING sequence`;
    taken.set(id, rows[0]?.sequence ?? 0);
  }
  return taken;
}

function mailDomain(): string {
  return URL.canParse(process.env.APP_URL ?? '') ? new URL(process.env.APP_URL ?? '').hostname : 'localhost';
}
