import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { lockSessions } from '#app/db/locks.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { deskFor } from './desk-access.server.ts';
import { recipientsOf, type Audience } from './message-recipients.server.ts';
import { sessionWords } from './notices.server.ts';

export type MessageEnrolledInput = {
  sessionId: string;
  audience: Audience;
  subject: string;
  text: string;
  /** Drawn by the form: the same message sent twice is one. */
  key: string;
};

export type MessageEnrolledOutcome =
  | { outcome: 'notFound' }
  | { outcome: 'nobody' }
  /** `toCall`: those without e-mail. `again`: that very form was sent before. */
  | { outcome: 'sent'; told: number; toCall: number; again: boolean };

/** Writes to those enrolled in a session, waiting for it, or both; its text is kept nowhere but in the mails. */
export async function messageEnrolled(
  actor: PersonActor,
  input: MessageEnrolledInput,
  now: Date,
  tx?: Tx,
): Promise<MessageEnrolledOutcome> {
  return inTransaction(tx, async (tx) => {
    await lockSessions(tx, [input.sessionId]);
    const access = await deskFor(actor, input.sessionId, 'message', now, tx);
    if (!access) return { outcome: 'notFound' };
    const before = await sentBefore(tx, input);
    if (before) return before;
    const { meeting } = access;
    const people = await recipientsOf(tx, meeting.id, input.audience);
    if (people.length === 0) return { outcome: 'nobody' };
    const mailed = people.flatMap(({ personId, email }) => (email === null ? [] : [{ personId, email }]));
    const { subject, text } = input;
    const props = { session: sessionWords(meeting), confidential: meeting.kind === 'ANALYSE', subject, text };
    const { collectiviteId } = meeting;
    const content = { template: 'message-to-enrolled', props: { ...props, sender: actor.name } } as const;
    const mails = mailed.map(({ personId, email }): OutgoingMailInput => ({
      ...content,
      collectiviteId,
      personId,
      to: email,
      now,
    }));
    await enqueueMail(tx, mails);
    const told = mailed.length;
    const toCall = people.length - told;
    const entry = { collectiviteId, actorId: actor.personId, subject: 'session', subjectId: meeting.id } as const;
    await record(tx, now, { ...entry, what: 'message', detail: { key: input.key, count: told, toCall } });
    return { outcome: 'sent', told, toCall, again: false };
  });
}

async function sentBefore(tx: Tx, { sessionId, key }: MessageEnrolledInput): Promise<MessageEnrolledOutcome | null> {
  const [row] = await tx.$queryRaw<{ count: number; toCall: number }[]>`
    SELECT (detail ->> 'count')::int AS count, (detail ->> 'toCall')::int AS "toCall" FROM "History"
     WHERE subject = 'session' AND "subjectId" = ${sessionId}::uuid AND what = 'message' AND detail ->> 'key' = ${key}`;
  return row ? { outcome: 'sent', told: row.count, toCall: row.toCall, again: true } : null;
}
