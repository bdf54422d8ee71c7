import type { Actor } from '#app/people/actor.ts';
import { isStaff } from '#app/people/permissions.ts';

/** The page of one's own: the team's day, a professional's space, an intervenant's dates; the programme for the others. */
export function homeOf(actor: Actor): string {
  if (isStaff(actor)) return '/animation';
  if (actor.kind !== 'person') return '/';
  if (actor.professionalId !== null) return '/mon-espace';
  return actor.intervenantId === null ? '/' : '/intervenant';
}

/** What the page's frame offers the one who is signed in. */
export function sectionsOf(actor: Actor): { href: string; label: string }[] {
  if (actor.kind !== 'person') return [];
  return [
    ...(isStaff(actor) ? [{ href: '/animation', label: 'Animation' }] : []),
    ...(actor.intervenantId === null ? [] : [{ href: '/intervenant', label: 'Interventions' }]),
    ...(actor.professionalId === null ? [] : [{ href: '/mon-espace', label: 'Mon espace' }]),
  ];
}
