import { plural } from '#app/time/french.ts';
import type { SessionChangeRefusal } from './session-change-refusal.ts';

/** What became of a change of hours. */
export function changedInWords({ changed, told, toCall }: { changed: number; told: number; toCall: number }): string {
  if (changed === 0) return 'Rien n’a changé : la séance avait déjà cet horaire.';
  if (told === 0) return 'La séance est déplacée.';
  const people = plural(told, 'personne est prévenue', 'personnes sont prévenues');
  const calls = toCall === 0 ? '' : ` ${plural(toCall, 'personne est à appeler', 'personnes sont à appeler')}.`;
  return `La séance est changée, ${people}.${calls}`;
}

/** The control of the form that a refusal concerns. */
export function fieldOfRefusal({ code }: SessionChangeRefusal): 'a' | 'date' | 'lieu' | 'equipe' | 'raison' {
  switch (code) {
    case 'HOURS_WRONG':
      return 'a';
    case 'SITE_UNKNOWN':
    case 'SITE_FULL':
    case 'TOO_SMALL':
      return 'lieu';
    case 'NOT_AN_ANIMATOR':
    case 'NOT_AN_INTERVENANT':
      return 'equipe';
    case 'CLASH':
    case 'SITE_CLOSED':
      return 'raison';
    case 'NOT_FOUND':
    case 'PAST':
    case 'AGES_WRONG':
      return 'date';
  }
}
