import type { ClosedDays, DayPart } from '#app/time/closure-days.ts';
import { addMonths, daysBetween, isDate } from '#app/time/iso-date.ts';

/** What is closed, or who is away: one of them. */
export type ClosureOf = { relaisId: string } | { siteId: string } | { personId: string };

export type ClosureDays = {
  /** Days `YYYY-MM-DD`, both included. */
  first: string;
  last: string;
  part?: DayPart;
  yearly?: boolean;
  /** "congés d'été"; for a person, one of `AWAY_REASONS`: why she is away is hers. */
  reason: string;
};

export const AWAY_REASONS = ['absence', 'congés', 'formation', 'réunion'] as const;

const LONGEST_DAYS = 731;

/** What is wrong with the days of a closure; null: nothing. A yearly one lasts less than a year. */
export function wrongClosure(of: ClosureOf, { first, last, yearly, reason }: ClosureDays) {
  if (!isDate(first) || !isDate(last) || last < first || daysBetween(first, last) > LONGEST_DAYS) return 'DATES_WRONG';
  if (yearly && last >= addMonths(first, 12)) return 'DATES_WRONG';
  return 'personId' in of && !AWAY_REASONS.some((known) => known === reason) ? 'REASON_UNKNOWN' : null;
}

/** A row's days as the rules of time see them. */
export function closedDaysOf(row: { first: Date; last: Date; part: DayPart; yearly: boolean }): Required<ClosedDays> {
  const isoDate = (date: Date) => date.toISOString().slice(0, 10);
  return { first: isoDate(row.first), last: isoDate(row.last), part: row.part, yearly: row.yearly };
}
