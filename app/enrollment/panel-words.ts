import { capital, list, months, ordinal, plural } from '#app/time/french.ts';
import type { Room } from './capacity.ts';
import type { Band } from './party.ts';
import type { LiveState } from './state.ts';

const GROWN_UP_MONTHS = 18 * 12;

/** "moins de 18 mois", "18 mois à 3 ans", "3 à 6 ans", "6 ans et plus", "tous les âges". */
export function bandInWords({ fromMonths, untilMonths }: Band): string {
  const open = untilMonths >= GROWN_UP_MONTHS;
  if (fromMonths === 0) return open ? 'tous les âges' : `moins de ${age(untilMonths)}`;
  if (open) return `${age(fromMonths)} et plus`;
  const [from, until] = [age(fromMonths), age(untilMonths)];
  return from.endsWith(' ans') && until.endsWith(' ans') ? `${from.slice(0, -4)} à ${until}` : `${from} à ${until}`;
}

const age = (inMonths: number) => (inMonths >= 24 && inMonths % 12 === 0 ? `${inMonths / 12} ans` : months(inMonths));

/** "avec 1 enfant", "sans enfant". */
export function withChildrenInWords(children: number): string {
  return children === 0 ? 'sans enfant' : `avec ${plural(children, 'enfant', 'enfants')}`;
}

/** "il restera 1 place adulte et 3 places enfants"; '' where nothing is counted. */
export function roomInWords(room: Room): string {
  const persons = room.persons ?? Infinity;
  const adults = room.adults === null ? null : Math.min(room.adults, persons);
  const children = room.children === null ? null : Math.min(room.children, persons);
  const parts = [
    adults === null ? null : plural(adults, 'place adulte', 'places adultes'),
    children === null ? null : plural(children, 'place enfant', 'places enfants'),
  ].filter((part) => part !== null);
  if (parts.length > 0) return `il restera ${list(parts)}`;
  return room.persons === null ? '' : `il restera ${plural(room.persons, 'place', 'places')}`;
}

/** "Vous êtes 2e sur la liste d’attente : il manque 1 place enfant." */
export function rankInWords(rank: number, lacking: string): string {
  return `Vous êtes ${ordinal(rank, 'f')} sur la liste d’attente : ${lacking}.`;
}

/** What a live enrolment is, for its owner: "Vous êtes inscrite avec 2 enfants." */
export function stateInWords(state: LiveState, children: number): string {
  const party = withChildrenInWords(children);
  switch (state) {
    case 'CONFIRMED':
      return children === 0 ? 'Vous êtes inscrite' : `Vous êtes inscrite ${party}`;
    case 'REQUESTED':
      return children === 0 ? 'Votre demande est envoyée' : `Votre demande est envoyée, ${party}`;
    case 'OFFERED':
      return 'Une place vous est proposée';
    case 'WAITING':
      return children === 0 ? 'Vous attendez une place' : `Vous attendez une place, ${party}`;
  }
}

/** A sentence from words that begin in lower case. */
export const sentence = (words: string): string => (words === '' ? '' : `${capital(words)}.`);
