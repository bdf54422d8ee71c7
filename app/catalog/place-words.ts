import type { PlacesLeft } from './places.ts';
import type { SessionCard } from './session-card.ts';

/** A big figure and the words that agree with it. */
export type Figure = { value: number; label: string };

type Shown = Pick<SessionCard, 'places' | 'counted' | 'children'>;

/** "2 places adultes", "5 places enfants"; simply "18 places" where nobody brings a child; none where nothing is counted. */
export function placeFigures({ places, counted, children }: Shown): Figure[] {
  if (!counted) return [];
  if (children === 'NONE') return figure(places.adults ?? places.persons, 'place', 'places');
  if (places.adults === places.persons && places.children === places.persons) {
    return figure(places.persons, 'place, adultes et enfants ensemble', 'places, adultes et enfants ensemble');
  }
  return [
    ...figure(places.adults, 'place adulte', 'places adultes'),
    ...figure(places.children, 'place enfant', 'places enfants'),
  ];
}

/** "3 en attente"; null: nobody waits. */
export function waitingWords(waiting: number): string | null {
  return waiting === 0 ? null : `${waiting} en attente`;
}

/** How a session stands for the one who reads, when it is hers; null: it is not. */
export function mineWords(mine: SessionCard['mine']): string | null {
  switch (mine) {
    case 'CONFIRMED':
      return 'Vous êtes inscrite';
    case 'REQUESTED':
      return 'Votre demande est envoyée';
    case 'OFFERED':
      return 'Une place vous est proposée';
    case 'WAITING':
      return 'Vous êtes sur la liste d’attente';
    case null:
      return null;
  }
}

function figure(value: PlacesLeft['adults'], one: string, many: string): Figure[] {
  return value === null ? [] : [{ value, label: value < 2 ? one : many }];
}
