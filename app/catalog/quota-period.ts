import { addDays, addMonths, monthOf, schoolYearOf, weekOf, type DateRange } from '#app/time/iso-date.ts';
import type { QuotaPeriod } from './booking-rules.ts';

/** The days that a quota counts together with the session's own; null: whatever is not over yet. */
export function quotaRange(per: QuotaPeriod, date: string): DateRange | null {
  switch (per) {
    case 'DAY':
      return { first: date, last: date };
    case 'WEEK':
      return weekOf(date);
    case 'MONTH':
      return monthOf(date);
    case 'QUARTER': {
      const first = addMonths(monthOf(date).first, -((Number(date.slice(5, 7)) - 1) % 3));
      return { first, last: addDays(addMonths(first, 3), -1) };
    }
    case 'SCHOOL_YEAR':
      return schoolYearOf(date);
    case 'YEAR':
      return { first: `${date.slice(0, 4)}-01-01`, last: `${date.slice(0, 4)}-12-31` };
    case 'COMING':
      return null;
  }
}

/** "par semaine", "par trimestre", "à venir". */
export const PER_PERIOD: Readonly<Record<QuotaPeriod, string>> = {
  DAY: 'par jour',
  WEEK: 'par semaine',
  MONTH: 'par mois',
  QUARTER: 'par trimestre',
  SCHOOL_YEAR: 'par année scolaire',
  YEAR: 'par année civile',
  COMING: 'à venir, à la fois',
};

/** "cette semaine-là", "ce mois-là": the period of a session, for whoever is told that she reached a quota. */
export const IN_PERIOD: Readonly<Record<QuotaPeriod, string>> = {
  DAY: 'ce jour-là',
  WEEK: 'cette semaine-là',
  MONTH: 'ce mois-là',
  QUARTER: 'ce trimestre-là',
  SCHOOL_YEAR: 'cette année scolaire',
  YEAR: 'cette année-là',
  COMING: 'à venir',
};
