import { randomUUID } from 'node:crypto';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { deskFor } from './desk-access.server.ts';
import { deskHead, type DeskHead } from './desk-head.ts';
import { discreetTotal, totalInWords } from './discretion.ts';

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

/** For each audience: how many a mail reaches, and whom only the telephone does. */
export type MessagePage = Readonly<Record<Audience, { mailed: number; toCall: Omit<Recipient, 'email'>[] }>>;

/** The page that writes to those enrolled, with a key of its own; null: not for this actor. */
export async function messagePage(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: Tx = db(),
): Promise<{ head: DeskHead; people: MessagePage; key: string } | null> {
  const access = await deskFor(actor, sessionId, 'message', now, tx);
  if (!access) return null;
  const enrolled = await recipientsOf(tx, sessionId, 'ENROLLED');
  const waiting = await recipientsOf(tx, sessionId, 'WAITING');
  const people = { ENROLLED: reached(enrolled), WAITING: reached(waiting), ALL: reached([...enrolled, ...waiting]) };
  return { head: deskHead(access, now), people, key: randomUUID() };
}

/** Whom cancelling a session tells; null: not for this actor. Names only before whom they may be told (rule 8). */
export async function whomCancellingTells(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: Tx = db(),
): Promise<{ head: DeskHead; total: string; toCall: Omit<Recipient, 'email'>[]; series: boolean } | null> {
  const access = await deskFor(actor, sessionId, 'cancel', now, tx);
  if (!access) return null;
  const all = await recipientsOf(tx, sessionId, 'ALL');
  const { named } = access;
  const count = named ? all.length : discreetTotal(all.length);
  const total = all.length === 0 && named ? 'Personne n’est inscrit.' : `Seront prévenues : ${totalInWords(count)}.`;
  const session = await tx.session.findUnique({ where: { id: sessionId }, select: { seriesId: true } });
  const series = (session?.seriesId ?? null) !== null;
  return { head: deskHead(access, now), total, toCall: named ? reached(all).toCall : [], series };
}

function reached(people: readonly Recipient[]) {
  const toCall = people.flatMap(({ email, ...person }) => (email === null ? [person] : []));
  return { mailed: people.length - toCall.length, toCall };
}
