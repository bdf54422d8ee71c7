import { addDays, addMonths, dayNumber, type DateRange } from '#app/time/iso-date.ts';

/** Before, or from, 13:00 on the wall. */
export const DAY_PARTS = ['WHOLE', 'MORNING', 'AFTERNOON'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** When mornings end and afternoons begin. */
export const MIDDAY = '13:00';

/** Wall times `HH:MM`; an end that is not after the start is on the next day. */
export type Hours = { readonly from: string; readonly until: string };

/** Days away: `part` of each of them (default the whole day), every year from `first` on when `yearly`. */
export type ClosedDays = DateRange & { readonly part?: DayPart; readonly yearly?: boolean };

/**
 * The stretches of days away that touch a window. A yearly one comes back on the same days; 29 February is 28 February
 * in other years.
 */
export function occurrences(closed: ClosedDays, window: DateRange): DateRange[] {
  const { first, last, yearly = false } = closed;
  const touches = (range: DateRange) => range.first <= window.last && window.first <= range.last;
  if (!yearly) return [{ first, last }].filter(touches);
  const since = Number(first.slice(0, 4));
  // The one that began the year before may still run.
  const from = Math.max(since, Number(window.first.slice(0, 4)) - 1);
  const years = Math.max(0, Number(window.last.slice(0, 4)) - from + 1);
  return Array.from({ length: years }, (_, index) => {
    const months = (from + index - since) * 12;
    return { first: addMonths(first, months), last: addMonths(last, months) };
  }).filter(touches);
}

/** Do the hours of a session touch that part of the day? Without hours the whole day is asked: a half is not enough. */
export function touchesPart(part: DayPart, hours?: Hours): boolean {
  if (part === 'WHOLE') return true;
  if (!hours) return false;
  if (part === 'MORNING') return hours.from < MIDDAY;
  return hours.until > MIDDAY || hours.until <= hours.from;
}

/** Is one away on that date, at those hours? */
export function isAway(closed: ClosedDays, date: string, hours?: Hours): boolean {
  return touchesPart(closed.part ?? 'WHOLE', hours) && occurrences(closed, { first: date, last: date }).length > 0;
}

/** The stretches of wall time away that touch a window, each from its start to its end, excluded. */
export function awayWalls(closed: ClosedDays, window: DateRange): { from: string; until: string }[] {
  const part = closed.part ?? 'WHOLE';
  return occurrences(closed, window).flatMap(({ first, last }) => {
    if (part === 'WHOLE') return [{ from: `${first}T00:00`, until: `${addDays(last, 1)}T00:00` }];
    const days = Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, n) => addDays(first, n));
    return days.map((day) =>
      part === 'MORNING'
        ? { from: `${day}T00:00`, until: `${day}T${MIDDAY}` }
        : { from: `${day}T${MIDDAY}`, until: `${addDays(day, 1)}T00:00` },
    );
  });
}
