import { addDays, fromLocal, localDate, localTime } from '#app/time/local.ts';

/** Local hours between which no SMS nor notification leaves; equal: none. */
export type QuietHours = { from: number; until: number };

export const DEFAULT_QUIET: QuietHours = { from: 20, until: 7 };

/** The first instant, from `at` on, outside the quiet hours: `at` itself, or the local hour at which they end. */
export function afterQuiet(at: Date, zone: string, { from, until }: QuietHours): Date {
  if (from === until) return at;
  const hour = Number(localTime(at, zone).slice(0, 2));
  const overnight = from > until;
  const quiet = overnight ? hour >= from || hour < until : hour >= from && hour < until;
  if (!quiet) return at;
  const today = localDate(at, zone);
  const date = overnight && hour >= from ? addDays(today, 1) : today;
  return fromLocal({ date, time: `${String(until).padStart(2, '0')}:00` }, zone);
}
