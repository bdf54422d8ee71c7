import { dayName, dayPlain, list, ordinal } from '#app/time/french.ts';
import {
  dayNumber,
  fromDayNumber,
  weekdayOfDayNumber,
  weekOf,
  within,
  type DateRange,
  type Weekday,
} from '#app/time/iso-date.ts';
import type { Hours } from '#app/time/closure-days.ts';
import { whyOff, type DaysOff, type OffReason } from '#app/time/days-off.ts';

/** Which one of the month: 1 to 5, or the last. */
export type Nth = 1 | 2 | 3 | 4 | 5 | 'last';

/**
 * When a series meets. `weekly`: on these weekdays every n weeks; weeks are counted Monday to Sunday from the one that
 * holds `anchor` (default: the term's first day), and a skipped date does not shift the following ones.
 * `monthly`: the nth weekday of each month (a fifth that does not exist is left out). `dates`: picked by hand.
 */
export type Recurrence =
  | { readonly type: 'weekly'; readonly weekdays: readonly Weekday[]; readonly every: number; readonly anchor?: string }
  | { readonly type: 'monthly'; readonly weekday: Weekday; readonly nths: readonly Nth[] }
  | { readonly type: 'dates'; readonly dates: readonly string[] };

/** A date the rule gives but the series does not keep. `outsideTerm` concerns dates picked by hand. */
export type SkippedDate = { readonly date: string; readonly reason: OffReason | { readonly kind: 'outsideTerm' } };

export type TermDates = { readonly kept: readonly string[]; readonly skipped: readonly SkippedDate[] };

const LONGEST_TERM = 3660;

/**
 * The wall dates of a rule within a term (ends included), in order and without doubles: those kept, and those skipped
 * with the reason; `hours` are those of the sessions, which a closure of half a day may touch. Throws RangeError for a malformed date, a term above ten years or `every` below 1.
 */
export function datesOf(rule: Recurrence, term: DateRange, daysOff: DaysOff, hours?: Hours): TermDates {
  const kept: string[] = [];
  const skipped: SkippedDate[] = [];
  for (const date of candidates(rule, term)) {
    const reason = within(date, term) ? whyOff(date, daysOff, hours) : ({ kind: 'outsideTerm' } as const);
    if (reason) skipped.push({ date, reason });
    else kept.push(date);
  }
  return { kept, skipped };
}

/** "tous les mardis et jeudis", "un vendredi sur deux", "le 2e mercredi du mois", "le 24 novembre et le 1er décembre". */
export function recurrenceInWords(rule: Recurrence): string {
  switch (rule.type) {
    case 'weekly': {
      const days = [...rule.weekdays].sort().map(dayName);
      if (rule.every === 1) return `tous les ${list(days.map((day) => `${day}s`))}`;
      if (rule.every === 2 && days.length === 1) return `un ${days[0]} sur deux`;
      const on = days.length === 1 ? `le ${days[0]}` : `les ${list(days.map((day) => `${day}s`))}`;
      return `${on}, toutes les ${rule.every} semaines`;
    }
    case 'monthly': {
      const nths = rule.nths.map((nth) => (nth === 'last' ? 'dernier' : ordinal(nth)));
      return `${list(nths.map((nth) => `le ${nth}`))} ${dayName(rule.weekday)} du mois`;
    }
    case 'dates':
      return list(ordered(rule.dates).map((date) => `le ${dayPlain(date)}`));
  }
}

function candidates(rule: Recurrence, term: DateRange): readonly string[] {
  const first = dayNumber(term.first);
  const last = dayNumber(term.last);
  if (last - first > LONGEST_TERM) throw new RangeError(`term above ten years: ${term.first} to ${term.last}`);
  if (rule.type === 'dates') return ordered(rule.dates);
  const fits = rule.type === 'weekly' ? weekly(rule, term) : monthly(rule);
  const dates: string[] = [];
  for (let day = first; day <= last; day += 1) if (fits(day)) dates.push(fromDayNumber(day));
  return dates;
}

function weekly(rule: Extract<Recurrence, { type: 'weekly' }>, term: DateRange): (day: number) => boolean {
  if (!Number.isInteger(rule.every) || rule.every < 1) throw new RangeError(`every ${rule.every} weeks`);
  const monday = dayNumber(weekOf(rule.anchor ?? term.first).first);
  return (day) => rule.weekdays.includes(weekdayOfDayNumber(day)) && Math.floor((day - monday) / 7) % rule.every === 0;
}

function monthly(rule: Extract<Recurrence, { type: 'monthly' }>): (day: number) => boolean {
  return (day) => {
    if (weekdayOfDayNumber(day) !== rule.weekday) return false;
    const month = (of: number) => fromDayNumber(of).slice(5, 7);
    const nth = Math.ceil(Number(fromDayNumber(day).slice(8, 10)) / 7);
    return rule.nths.some((wanted) => (wanted === 'last' ? month(day) !== month(day + 7) : wanted === nth));
  };
}

function ordered(dates: readonly string[]): readonly string[] {
  for (const date of dates) dayNumber(date);
  return [...new Set(dates)].sort();
}
