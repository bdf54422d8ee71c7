import type { Actor } from '#app/people/actor.ts';

/** The page of one's own: a professional's space; the programme for the others. */
export function homeOf(actor: Actor): string {
  return actor.kind === 'person' && actor.professionalId !== null ? '/mon-espace' : '/';
}

/** What the page's frame offers the one who is signed in. */
export function sectionsOf(actor: Actor): { href: string; label: string }[] {
  const home = homeOf(actor);
  return home === '/mon-espace' ? [{ href: home, label: 'Mon espace' }] : [];
}
