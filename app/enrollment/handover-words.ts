import { plural } from '#app/time/french.ts';

export const NO_RELAIS_CHOSEN = 'Choisissez un relais.';
export const PAST_HANDOVER = 'Cette séance a déjà commencé.';

/** What was done, for the page that follows. */
export function handedOverInWords({ told, again }: { told: number; again: boolean }): string {
  if (again) return 'Ce relais reçoit déjà la séance.';
  return told === 0
    ? 'La séance a changé de relais.'
    : `La séance a changé de relais. ${plural(told, 'personne prévenue', 'personnes prévenues')}.`;
}
