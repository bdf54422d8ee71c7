import { explainOpening } from '#app/time/booking-rule-words.ts';
import type { OpeningRule } from '#app/time/booking-deadline.ts';
import type { Fields } from './form-fields.ts';
import { readOpening, writeOpening } from './opening-fields.ts';
import { isComplete } from './rule-sentences.ts';

type Guest = { relaisId: string; opening: OpeningRule | null };

/** The prefix of a guest's own opening. */
export const guestPrefix = (relaisId: string): string => `guest.${relaisId}`;

/** The relais ticked, each with its own opening; null: when the host's own may. */
export function readGuests(fields: Fields, zone: string): Guest[] {
  return fields.getAll('guests').map((relaisId) => ({
    relaisId,
    opening: readOpening(fields, guestPrefix(relaisId), zone),
  }));
}

/** The same fields, filled. */
export function writeGuests(fields: Fields, guests: readonly Guest[], zone: string): void {
  for (const { relaisId, opening } of guests) {
    fields.append('guests', relaisId);
    if (opening) writeOpening(fields, guestPrefix(relaisId), opening, zone);
  }
}

/** "Relais de Boves (14 jours avant, à 9 h)"; nobody: "aucun autre relais". */
export function guestsInWords(
  guests: readonly Guest[],
  others: readonly { id: string; name: string }[],
  zone: string,
): string {
  if (guests.length === 0) return 'aucun autre relais';
  return guests
    .map(({ relaisId, opening }) => {
      const name = others.find(({ id }) => id === relaisId)?.name ?? '';
      if (opening === null) return `${name} (en même temps)`;
      return isComplete(opening) ? `${name} (${explainOpening(opening, zone)})` : `${name} (à compléter)`;
    })
    .join(', ');
}
