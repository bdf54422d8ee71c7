import type { Actor } from '#app/people/actor.ts';
import { withdraw } from './withdraw.server.ts';

/**
 * Withdraws several enrolments, each in its own transaction: stopped halfway, it is begun again. Those the actor may not
 * touch stay. Gives how many were withdrawn.
 */
export async function withdrawPlaces(actor: Actor, enrollmentIds: readonly string[], now: Date): Promise<number> {
  let withdrawn = 0;
  for (const enrollmentId of enrollmentIds) {
    const done = await withdraw(actor, { enrollmentId }, now);
    if (done.outcome === 'withdrawn' && !done.again) withdrawn += 1;
  }
  return withdrawn;
}
