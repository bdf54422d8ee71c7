import { addDays } from '#app/time/iso-date.ts';

const LATEST_NIGHT = '06:00';

/**
 * The date on which wall hours end: the same day, or the next one for an end at night (up to 6 h). Null: the end comes
 * before the start.
 */
export function endDateOf({ date, from, until }: { date: string; from: string; until: string }): string | null {
  if (until > from) return date;
  return until <= LATEST_NIGHT && until !== from ? addDays(date, 1) : null;
}
