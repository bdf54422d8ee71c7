import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import type { Answer } from './answers.ts';
import { enrolledFor } from './desk-answers.ts';
import type { EnrollForForm } from './desk.schema.server.ts';
import { enrollFor } from './enrollFor.server.ts';

/** Enrols someone on her behalf and gives what to tell; null: no such session or person for this actor. */
export async function enrollSomeone(
  actor: Actor,
  { sessionId, personne, motif, booking }: EnrollForForm & { sessionId: string },
  now: Date,
): Promise<Answer | null> {
  const { childIds, others, wish } = booking;
  const reason = motif === '' ? null : motif;
  const outcome = await enrollFor(actor, { sessionId, personId: personne, childIds, others, wish, reason }, now);
  if (outcome.outcome === 'notFound') return null;
  const person = await db().person.findUnique({ where: { id: personne }, select: { firstName: true, lastName: true } });
  return enrolledFor(outcome, person ? `${person.firstName} ${person.lastName}` : 'Elle');
}
