import { weekday } from '#app/time/iso-date.ts';

/** When a relais may use a site; dates `YYYY-MM-DD`, null: no limit; weekdays 1 Monday … 7 Sunday, empty: every day. */
export type UsePeriod = { from: string | null; until: string | null; weekdays: readonly number[] };

/** May the relais meet there on that day? A site without any stated period is always available. */
export function isAvailable(uses: readonly UsePeriod[], date: string): boolean {
  if (uses.length === 0) return true;
  return uses.some(
    ({ from, until, weekdays }) =>
      (from === null || from <= date) &&
      (until === null || date <= until) &&
      (weekdays.length === 0 || weekdays.includes(weekday(date))),
  );
}
