import { offReasonInWords, type DaysOff, type Skipping } from '#app/time/days-off.ts';
import { dayLong } from '#app/time/french.ts';
import { addDays, type DateRange } from '#app/time/iso-date.ts';
import { fromLocal } from '#app/time/local.ts';
import { datesOf, type Recurrence } from '#app/time/recurrence.ts';

export type Series = {
  recurrence: Recurrence;
  /** First and last day, both included. */
  term: DateRange;
  /** Wall times `HH:MM`; an end before the start is on the next day. */
  from: string;
  until: string;
  zone: string;
};

/** What is kept of a series: its rule for one slot of the day, and what it skips. */
export type SeriesRule = Omit<Series, 'zone'> & { skipping: Skipping };

export type SeriesDate = { date: string; startsAt: Date; endsAt: Date };

/** `why` in words: "férié (Toussaint)". */
export type SeriesGap = { date: string; day: string; why: string };

/**
 * The dates of a series in wall time (9:30 stays 9:30 across DST), and those it skips with the reason. `daysOff` holds
 * what this series has chosen to skip (rule 7; see `chosen`).
 *
 * @throws {RangeError} for a malformed date or time
 */
export function planSeries(series: Series, daysOff: DaysOff): { dates: SeriesDate[]; skipped: SeriesGap[] } {
  const { recurrence, term, from, until, zone } = series;
  const { kept, skipped } = datesOf(recurrence, term, daysOff, { from, until });
  return {
    dates: kept.map((date) => ({
      date,
      startsAt: fromLocal({ date, time: from }, zone),
      endsAt: fromLocal({ date: until > from ? date : addDays(date, 1), time: until }, zone),
    })),
    skipped: skipped.map(({ date, reason }) => ({
      date,
      day: dayLong(date, { reference: term.first }),
      why: reason.kind === 'outsideTerm' ? 'hors de la période' : offReasonInWords(reason),
    })),
  };
}
