import { addDays, fromLocal, localDate } from '#app/time/local.ts';

/** Days before, at 18 h: two days, and the evening before. */
export const DEFAULT_REMINDERS: readonly number[] = [2, 1];
/** What one may choose from. */
export const REMINDER_CHOICES: readonly number[] = [7, 3, 2, 1];

const HOUR = '18:00';

/** When one is reminded of what begins on this local date, so many days before: at 18 h local, DST or not. */
export function reminderMoment(date: string, daysBefore: number, zone: string): Date {
  return fromLocal({ date: addDays(date, -daysBefore), time: HOUR }, zone);
}

/**
 * The reminder to send now of a session that begins at this instant: the latest wanted moment that has passed; null
 * when none has, or when the session has begun. One missed while nothing ran is sent late, unless the next has come.
 */
export function reminderDue(
  startsAt: Date,
  zone: string,
  wanted: readonly number[],
  now: Date,
): { daysBefore: number; moment: Date; date: string } | null {
  if (now >= startsAt) return null;
  const date = localDate(startsAt, zone);
  const passed = [...new Set(wanted)]
    .map((daysBefore) => ({ daysBefore, moment: reminderMoment(date, daysBefore, zone), date }))
    .filter(({ moment }) => moment <= now);
  return passed.sort((a, b) => a.daysBefore - b.daysBefore)[0] ?? null;
}
