import { fold } from '#app/documents/fold.ts';
import { type DaysOff, type Period } from '#app/time/days-off.ts';
import { schoolYearOf } from '#app/time/iso-date.ts';
import { localDate } from '#app/time/local.ts';
import { type SchoolHolidayChoice, type When } from '#app/catalog/programme-when.ts';
import { planSeries, type SeriesDate, type SeriesGap } from '#app/catalog/series.ts';

export type PlannedDates = {
  /** To come, in order. */
  dates: SeriesDate[];
  /** Of those to come, left out with the reason in words. */
  skipped: SeriesGap[];
  /** How many have begun already: they are not made. */
  past: number;
  /** School years whose holidays the series skips and nobody has told us. */
  unknownYears: string[];
};

export type PlanningContext = {
  zone: string;
  now: Date;
  /** Days off of the relais and of the site; the school holidays of the manager's zone. */
  daysOff: DaysOff;
  /** School years whose holidays are known. */
  knownYears: ReadonlySet<string>;
};

const NOTHING: PlannedDates = { dates: [], skipped: [], past: 0, unknownYears: [] };

/** The sessions that a row's words mean; none without a rule, a period and both hours. */
export function planDates(when: When, { zone, now, daysOff, knownYears }: PlanningContext): PlannedDates {
  const { recurrence, term, start, end } = when;
  if (!recurrence || !term || start === null || end === null) return NOTHING;
  const series = { recurrence, term, from: start, until: end, zone };
  const schoolHolidays = skippedHolidays(daysOff.schoolHolidays, when.schoolHolidays);
  const territory = when.skipPublicHolidays ? daysOff.territory : null;
  const closures = [...daysOff.closures, ...when.exceptions];
  const { dates, skipped } = planSeries(series, { territory, schoolHolidays, closures });
  const today = localDate(now, zone);
  const ahead = dates.filter(({ startsAt }) => startsAt > now);
  const skips = when.schoolHolidays.skip || when.schoolHolidays.skippedByName.length > 0;
  const years = new Set(ahead.map(({ date }) => schoolYearOf(date).name));
  return {
    dates: ahead,
    skipped: skipped.filter(({ date }) => date >= today),
    past: dates.length - ahead.length,
    unknownYears: skips ? [...years].filter((year) => !knownYears.has(year)) : [],
  };
}

/** All but those kept by name, or only those skipped by name. */
export function skippedHolidays(all: readonly Period[], choice: SchoolHolidayChoice): Period[] {
  const named = (names: readonly string[], { name }: Period) => names.some((one) => fold(name).includes(fold(one)));
  if (choice.skip) return all.filter((holiday) => !named(choice.keptByName, holiday));
  return all.filter((holiday) => named(choice.skippedByName, holiday));
}
