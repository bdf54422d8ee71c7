import type { Scope } from '#app/catalog/session-change.ts';
import { db } from '#app/db/client.server.ts';
import type { Actor, PersonActor } from '#app/people/actor.ts';
import { answerOffer } from './answerOffer.server.ts';
import { answerRequest } from './answerRequest.server.ts';
import type { Answer } from './answers.ts';
import type { BroughtInput } from './brought.server.ts';
import { cancelSessions } from './cancelSessions.server.ts';
import { changeChildren } from './changeChildren.server.ts';
import { deskFor } from './desk-access.server.ts';
import { maintainSession } from './maintainSession.server.ts';
import { messageEnrolled, type MessageEnrolledInput } from './messageEnrolled.server.ts';
import { skipForStaff } from './desk-words.ts';
import {
  cancelled,
  ceilingsChanged,
  childrenChanged,
  maintained,
  messageSent,
  requestAnswered,
  servedByPhone,
} from './desk-answers.ts';
import { raiseCeilings } from './raiseCeilings.server.ts';
import { serveByPhone } from './serveByPhone.server.ts';
import { withdraw } from './withdraw.server.ts';

/** What a deed of the desk gave, in words, and the session whose desk follows; null: not hers. */
export type Deed = { sessionId: string; answer: Answer } | null;

async function aboutWhom(enrollmentId: string): Promise<{ sessionId: string; name: string } | null> {
  const row = await db().enrollment.findUnique({
    where: { id: enrollmentId },
    select: { sessionId: true, person: { select: { firstName: true, lastName: true } } },
  });
  return row && { sessionId: row.sessionId, name: `${row.person.firstName} ${row.person.lastName}` };
}

/** Changes the children someone brings. */
export async function changePartyAtDesk(
  actor: Actor,
  input: BroughtInput & { enrollmentId: string },
  now: Date,
): Promise<Deed> {
  const outcome = await changeChildren(actor, input, now);
  if (outcome.outcome === 'notFound') return null;
  return { sessionId: outcome.sessionId, answer: childrenChanged(outcome) };
}

/** Withdraws someone; `byPhone`: she told, or was told, by telephone. */
export async function withdrawAtDesk(
  actor: Actor,
  input: { enrollmentId: string; byPhone: boolean },
  now: Date,
): Promise<Deed> {
  const outcome = await withdraw(actor, input, now);
  const whom = outcome.outcome === 'notFound' ? null : await aboutWhom(input.enrollmentId);
  if (!whom || outcome.outcome === 'notFound') return null;
  const { sessionId, name } = whom;
  if (outcome.outcome === 'started') {
    const message = 'La séance a commencé : notez son absence sur la feuille d’émargement.';
    return { sessionId, answer: { kind: 'refused', field: null, message } };
  }
  const text = outcome.again ? `${name} n’avait plus d’inscription : rien n’a changé.` : `${name} est désistée.`;
  return { sessionId, answer: { kind: 'done', severity: outcome.again ? 'info' : 'success', text } };
}

/** Accepts or refuses a demande. */
export async function answerAtDesk(
  actor: Actor,
  { enrollmentId, reponse, motif }: { enrollmentId: string; reponse: 'accept' | 'refuse'; motif: string },
  now: Date,
): Promise<Deed> {
  const outcome = await answerRequest(actor, { enrollmentId, answer: reponse, reason: motif }, now);
  const whom = outcome.outcome === 'notFound' ? null : await aboutWhom(enrollmentId);
  if (!whom || outcome.outcome === 'notFound') return null;
  return { sessionId: whom.sessionId, answer: requestAnswered(outcome, whom.name) };
}

/** Someone who waits after closing, or to whom a place is offered, says yes on the telephone. */
export async function offerAtDesk(
  actor: Actor,
  { enrollmentId, motif }: { enrollmentId: string; motif: string },
  now: Date,
): Promise<Deed> {
  const offered = await answerOffer(actor, { enrollmentId, answer: 'accept' }, now);
  const whom = offered.outcome === 'notFound' ? null : await aboutWhom(enrollmentId);
  if (!whom) return null;
  const { sessionId, name } = whom;
  const text = `${name} est inscrite.`;
  if (offered.outcome === 'accepted') return { sessionId, answer: { kind: 'done', severity: 'success', text } };
  if (offered.outcome === 'blocked') {
    const message = skipForStaff(offered.reason) ?? 'Elle ne peut plus venir.';
    return { sessionId, answer: { kind: 'refused', field: null, message } };
  }
  const outcome = await serveByPhone(actor, { enrollmentId, reason: motif }, now);
  return outcome.outcome === 'notFound' ? null : { sessionId, answer: servedByPhone(outcome, name) };
}

/** Changes the ceilings of a session. */
export async function ceilingsAtDesk(
  actor: Actor,
  { sessionId, adultes, enfants }: { sessionId: string; adultes: number | null; enfants: number | null },
  now: Date,
): Promise<Deed> {
  const { changed, served } = await raiseCeilings(actor, { sessionId, maxAdults: adultes, maxChildren: enfants }, now);
  return changed.outcome === 'notFound' ? null : { sessionId, answer: ceilingsChanged(changed, served) };
}

/** Decides that a session is held in spite of its minimum. */
export async function maintainAtDesk(actor: Actor, sessionId: string, now: Date): Promise<Deed> {
  if (!(await deskFor(actor, sessionId, 'cancel', now))) return null;
  const outcome = await maintainSession(actor, { sessionId }, now);
  return outcome.outcome === 'notFound' ? null : { sessionId, answer: maintained(outcome) };
}

/** Cancels a session, and others of its series as `scope` says. */
export async function cancelAtDesk(
  actor: Actor,
  { sessionId, motif, scope }: { sessionId: string; motif: string; scope: Scope },
  now: Date,
): Promise<Deed> {
  if (!(await deskFor(actor, sessionId, 'cancel', now))) return null;
  const outcome = await cancelSessions(actor, { sessionId, scope, reason: motif }, now);
  const missing = !outcome.ok && outcome.refusal.code === 'NOT_FOUND';
  return missing ? null : { sessionId, answer: cancelled(outcome) };
}

/** Writes to those enrolled. */
export async function messageAtDesk(actor: PersonActor, input: MessageEnrolledInput, now: Date): Promise<Deed> {
  const outcome = await messageEnrolled(actor, input, now);
  return outcome.outcome === 'notFound' ? null : { sessionId: input.sessionId, answer: messageSent(outcome) };
}
