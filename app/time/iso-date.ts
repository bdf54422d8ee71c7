/** Arithmetic on calendar dates written `YYYY-MM-DD`: no zone, no clock, light enough for the browser. */

const DAY_MS = 86_400_000;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = (typeof WEEKDAYS)[number];

/** Both days included. */
export type DateRange = { readonly first: string; readonly last: string };

/** Days since 1970-01-01. Throws RangeError for anything but an existing `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  const millis = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a date: ${date}`);
  }
  return millis / DAY_MS;
}

/** The inverse of `dayNumber`. */
export function fromDayNumber(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the text is an existing `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The date n days later (earlier when n is negative). */
export function addDays(date: string, n: number): string {
  return fromDayNumber(dayNumber(date) + n);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday is 1, Sunday 7. */
export function weekday(date: string): Weekday {
  return weekdayOfDayNumber(dayNumber(date));
}

/** Monday is 1, Sunday 7; the day given as `dayNumber` gives it. */
export function weekdayOfDayNumber(day: number): Weekday {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 1;
}

/** The Monday–Sunday week that holds the date. */
export function weekOf(date: string): DateRange {
  const first = addDays(date, 1 - weekday(date));
  return { first, last: addDays(first, 6) };
}

/** The calendar month that holds the date. */
export function monthOf(date: string): DateRange {
  dayNumber(date);
  const first = `${date.slice(0, 7)}-01`;
  return { first, last: addDays(addMonths(first, 1), -1) };
}

/** The date n months later; the day is lowered to the month's last one (31 January + 1 = 28 February). */
export function addMonths(date: string, n: number): string {
  dayNumber(date);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + n, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The school year that holds the date, 1 September to 31 August, named `2026-2027`. */
export function schoolYearOf(date: string): DateRange & { readonly name: string } {
  dayNumber(date);
  const start = Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);
  return { name: `${start}-${start + 1}`, first: `${start}-09-01`, last: `${start + 1}-08-31` };
}

/**
 * Age in months on a date, of a child of whom only the month of birth (`YYYY-MM`) is known: she turns n months on the
 * first day of the month. Negative before the month of birth.
 */
export function ageInMonths(birthMonth: string, on: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  dayNumber(`${birthMonth}-01`);
  dayNumber(on);
  return count(on) - count(birthMonth);
}

/** Whether the date lies in the range, ends included. */
export function within(date: string, range: DateRange): boolean {
  return range.first <= date && date <= range.last;
}
