/** A training followed: `minutes` counted on its last day. */
export type Followed = { on: string; minutes: number; initial: boolean };

/** `left`: null when no right is known for that year. */
export type HoursOfYear = { year: number; done: number; right: number | null; left: number | null };

/**
 * Minutes of continuing training of a calendar year against the right of that year, in hours with one decimal. Initial
 * training is the département's and does not count.
 *
 * @param right hours of that year; null: unknown
 */
export function hoursOfYear(followed: readonly Followed[], year: number, right: number | null): HoursOfYear {
  const minutes = followed
    .filter(({ on, initial }) => !initial && on.startsWith(`${year}-`))
    .reduce((sum, one) => sum + one.minutes, 0);
  const done = inHours(minutes);
  return { year, done, right, left: right === null ? null : Math.max(0, Math.round((right - done) * 10) / 10) };
}

/** Minutes in hours, with one decimal. */
export const inHours = (minutes: number): number => Math.round(minutes / 6) / 10;
