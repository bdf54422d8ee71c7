import { addDays, daysBetween, weekday } from '#app/time/iso-date.ts';

/** Which weeks of the year a half-group takes. */
export type CohortWeeks = 'ALL' | 'ODD' | 'EVEN';

/** The ISO number of the week a date falls in (1 … 53). */
export function weekNumber(date: string): number {
  const thursday = addDays(date, 4 - weekday(date));
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}

/** Does a half-group of those weeks come on that date? */
export function takesWeek(weeks: CohortWeeks, date: string): boolean {
  return weeks === 'ALL' || (weekNumber(date) % 2 === 1) === (weeks === 'ODD');
}

const WORDS: Readonly<Record<CohortWeeks, string>> = {
  ALL: 'toutes les semaines',
  ODD: 'les semaines impaires',
  EVEN: 'les semaines paires',
};

/** "les semaines impaires" */
export const weeksInWords = (weeks: CohortWeeks): string => WORDS[weeks];
