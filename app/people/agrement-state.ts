import { dayPlain, plural } from '#app/time/french.ts';
import { addMonths, daysBetween } from '#app/time/iso-date.ts';

/** Months before its end from which an agrément is told to be renewed. */
export const SOON_MONTHS = 6;

export type AgrementFacts = { children: number; underThree: number | null; validUntil: string | null };

/** How an agrément stands on a day: `soon` within six months of its end, `over` after it. */
export type AgrementState = 'none' | 'valid' | 'soon' | 'over';

/** Dates are `YYYY-MM-DD`. */
export function agrementState(agrement: Pick<AgrementFacts, 'validUntil'> | null, today: string): AgrementState {
  if (!agrement) return 'none';
  if (agrement.validUntil === null) return 'valid';
  if (agrement.validUntil < today) return 'over';
  return agrement.validUntil <= addMonths(today, SOON_MONTHS) ? 'soon' : 'valid';
}

/** "4 enfants, dont 2 de moins de 3 ans" */
export function agrementWords({ children, underThree }: Pick<AgrementFacts, 'children' | 'underThree'>): string {
  const all = plural(children, 'enfant', 'enfants');
  return underThree === null ? all : `${all}, dont ${underThree} de moins de 3 ans`;
}

/** "échu depuis le 3 mai 2026", "à renouveler avant le 3 mai 2027", "jusqu’au 3 mai 2030", "sans date de fin". */
export function validityWords(agrement: Pick<AgrementFacts, 'validUntil'>, today: string): string {
  const { validUntil } = agrement;
  if (validUntil === null) return 'sans date de fin';
  const day = dayPlain(validUntil, { year: true });
  const state = agrementState(agrement, today);
  if (state === 'over') return daysBetween(validUntil, today) === 1 ? 'échu hier' : `échu depuis le ${day}`;
  return state === 'soon' ? `à renouveler avant le ${day}` : `jusqu’au ${day}`;
}
