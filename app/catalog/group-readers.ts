import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';

/** Who may read the names of a group of analysis. */
export type Readers = {
  relaisId: string;
  collectiviteId: string;
  composerId: string | null;
  facilitatorId: string | null;
};

/** Does this actor compose the group: accept, refuse, enrol and withdraw in others' name? */
export function composesIt(actor: Actor, group: Readers): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'person' && actor.personId === group.composerId && may(actor, 'cohort.compose', group);
}

/** Does this actor read its names? Its facilitator, and the animator who composes it (rule 8). */
export function readsNames(actor: Actor, group: Readers): boolean {
  return composesIt(actor, group) || (actor.kind === 'person' && actor.personId === group.facilitatorId);
}
