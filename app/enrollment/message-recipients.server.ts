import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { deskFor } from './desk-access.server.ts';

/** To whom a message goes. */
export type Audience = 'ENROLLED' | 'WAITING' | 'ALL';

export type Recipient = { personId: string; name: string; phone: string | null; email: string | null };

const STATES = {
  ENROLLED: ['CONFIRMED', 'REQUESTED', 'OFFERED'],
  WAITING: ['WAITING'],
  ALL: ['CONFIRMED', 'REQUESTED', 'OFFERED', 'WAITING'],
} as const;

/** Those who hold a place in a session, wait for it, or both. */
export async function recipientsOf(tx: Tx, sessionId: string, audience: Audience): Promise<Recipient[]> {
  const rows = await tx.enrollment.findMany({
    where: { sessionId, state: { in: [...STATES[audience]] }, person: { erasedAt: null } },
    orderBy: [{ person: { lastName: 'asc' } }, { arrival: 'asc' }],
    select: { personId: true, person: { select: { firstName: true, lastName: true, phone: true, email: true } } },
  });
  return rows.map(({ personId, person: { firstName, lastName, ...reach } }) => ({
    personId,
    name: `${firstName} ${lastName}`,
    ...reach,
  }));
}

export type MessagePage = Readonly<Record<Audience, { mailed: number; toCall: Omit<Recipient, 'email'>[] }>>;

/** For each audience: how many a mail reaches, and whom only the telephone does; null: not for this actor. */
export async function messageRecipients(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: Tx = db(),
): Promise<MessagePage | null> {
  if (!(await deskFor(actor, sessionId, 'message', now, tx))) return null;
  const enrolled = await recipientsOf(tx, sessionId, 'ENROLLED');
  const waiting = await recipientsOf(tx, sessionId, 'WAITING');
  return { ENROLLED: reached(enrolled), WAITING: reached(waiting), ALL: reached([...enrolled, ...waiting]) };
}

function reached(people: readonly Recipient[]) {
  const toCall = people.flatMap(({ email, ...person }) => (email === null ? [person] : []));
  return { mailed: people.length - toCall.length, toCall };
}
