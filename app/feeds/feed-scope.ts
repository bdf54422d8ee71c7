import type { Actor } from '#app/people/actor.ts';
import { maySomewhere } from '#app/people/permissions.ts';

/** What a private feed lists: her own dates, or besides all sessions of the relais where she works. */
export type FeedScope = 'OWN' | 'RELAIS';

/** Has she relais whose sessions her feed may list? */
export function choosesScope(actor: Actor): boolean {
  return maySomewhere(actor, 'enrollment.list');
}

/** What a form asked for, as far as she may; without a word, what she had before. */
export function scopeWanted(actor: Actor, asked: string | null, before: FeedScope | null): FeedScope {
  if (!choosesScope(actor)) return 'OWN';
  if (asked === 'relais') return 'RELAIS';
  if (asked === 'moi') return 'OWN';
  return before ?? defaultScope(actor);
}

/** A coordinator or a secretary leads few sessions: theirs are the relais's. */
function defaultScope(actor: Actor): FeedScope {
  const leads = actor.kind === 'person' && actor.roles.some(({ role }) => role === 'ANIMATOR');
  return leads ? 'OWN' : 'RELAIS';
}
