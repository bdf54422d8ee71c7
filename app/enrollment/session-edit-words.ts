import type { Difference } from '#app/catalog/session-change.ts';
import { list, plural } from '#app/time/french.ts';
import type { SessionChangeRefusal } from './session-change-refusal.ts';

/** What of a session changes, by name. */
export function differencesInWords(what: readonly Difference[]): string {
  return list(what.map((one) => NAMES[one]));
}

const NAMES: Record<Difference, string> = {
  time: 'l’horaire',
  site: 'le lieu',
  theme: 'le thème',
  audience: 'le public',
  bring: 'ce qu’il faut apporter',
  ages: 'les âges',
  ceilings: 'les places',
  preparation: 'la préparation',
  animators: 'l’animatrice',
  intervenants: 'l’intervenant',
};

/** "7 séances changent, 12 personnes seront prévenues (2 à appeler)." */
export function effectInWords({
  lines,
  people,
  toCall,
}: {
  lines: readonly unknown[];
  people: number;
  toCall: number;
}): string {
  if (lines.length === 0) return 'Rien ne change.';
  const sessions = plural(lines.length, 'séance change', 'séances changent');
  if (people === 0) return `${sessions}, personne n’est à prévenir.`;
  const calls = toCall === 0 ? '' : ` (${toCall} à appeler, sans e-mail)`;
  return `${sessions}, ${plural(people, 'personne sera prévenue', 'personnes seront prévenues')}${calls}.`;
}

/** What became of it. */
export function editedInWords({ changed, told, toCall }: { changed: number; told: number; toCall: number }): string {
  if (changed === 0) return 'Rien n’a changé.';
  const sessions = plural(changed, 'séance changée', 'séances changées');
  const people = told === 0 ? '' : `, ${plural(told, 'personne est prévenue', 'personnes sont prévenues')}`;
  const calls = toCall === 0 ? '' : ` ${plural(toCall, 'personne est à appeler', 'personnes sont à appeler')}.`;
  return `${sessions}${people}.${calls}`;
}

/** The control that a refusal concerns. */
export function editField({ code }: SessionChangeRefusal): string {
  switch (code) {
    case 'HOURS_WRONG':
      return 'a';
    case 'SITE_UNKNOWN':
    case 'SITE_FULL':
      return 'lieu';
    case 'TOO_SMALL':
      return 'adultes';
    case 'AGES_WRONG':
      return 'ageMax';
    case 'NOT_AN_ANIMATOR':
      return 'animatrices';
    case 'NOT_AN_INTERVENANT':
      return 'intervenants';
    case 'CLASH':
    case 'SITE_CLOSED':
      return 'motif';
    case 'NOT_FOUND':
    case 'PAST':
      return 'date';
  }
}
