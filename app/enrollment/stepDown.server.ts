import type { Actor } from '#app/people/actor.ts';
import { STARTED, withdrawn, type Answer } from './answers.ts';
import { withdraw } from './withdraw.server.ts';

/** Withdraws an enrolment and gives what to tell; null: it does not exist for this actor. */
export async function stepDown(actor: Actor, enrollmentId: string, now: Date): Promise<Answer | null> {
  const outcome = await withdraw(actor, { enrollmentId }, now);
  switch (outcome.outcome) {
    case 'notFound':
      return null;
    case 'started':
      return STARTED;
    case 'withdrawn':
      return withdrawn(outcome);
  }
}
