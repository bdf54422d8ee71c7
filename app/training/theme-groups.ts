import { plural } from '#app/time/french.ts';
import { labelOf, SUITS, type Suits } from './need-words.ts';

/** Persons who wish a theme, and how many of them each slot suits; who said nothing fits everywhere. */
export type ThemeCount = {
  themeId: string | null;
  title: string;
  people: number;
  slots: Readonly<Record<Suits, number>>;
};

/** The slots one chooses a date by, the best first. */
const DATED: readonly Suits[] = ['SATURDAY', 'WEEKDAY', 'EVENING', 'REMOTE'];

/** The slot that suits the most people of a theme; null: nobody. */
export function bestSlot({ slots }: ThemeCount): { suits: Suits; people: number } | null {
  const [best] = DATED.map((suits) => ({ suits, people: slots[suits] })).toSorted((a, b) => b.people - a.people);
  return best && best.people > 0 ? best : null;
}

/** "8 personnes · 6 libres le samedi" */
export function themeInWords(count: ThemeCount): string {
  const people = plural(count.people, 'personne', 'personnes');
  const best = bestSlot(count);
  if (!best) return people;
  const label = best.suits === 'WEEKDAY' ? 'en semaine' : labelOf(SUITS, best.suits);
  return `${people} · ${best.people} ${best.people > 1 ? 'libres' : 'libre'} ${label}`;
}

/** Is there a slot that suits enough of them to form a group? */
export function isEnough(count: ThemeCount, least: number): boolean {
  return (bestSlot(count)?.people ?? 0) >= least;
}
