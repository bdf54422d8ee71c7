import {
  addDays,
  isDate,
  schoolYearOf,
  weekday,
  weekOf,
  within,
  daysBetween,
  type DateRange,
} from '#app/time/iso-date.ts';

/** 1 September to 31 August, named `2026-2027`. */
export type SchoolYear = DateRange & { readonly name: string };

/** The school year of an option such as "2026-2027" or "2026/27"; null when the two years do not follow each other. */
export function readSchoolYear(text: string): SchoolYear | null {
  const match = /^\s*(20\d\d)\s*[-/–]\s*(20\d\d|\d\d)\s*$/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const second = match[2]?.length === 2 ? 2000 + Number(match[2]) : Number(match[2]);
  return second === first + 1 ? schoolYearOf(`${first}-09-01`) : null;
}

/** ISO 8601 week number, 1 to 53. */
export function weekNumber(date: string): number {
  const thursday = addDays(weekOf(date).first, 3);
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}

/**
 * The same weekday of the same ISO week in the given school year, a week aside where that would fall out of it
 * (last week of August or first of September). A date already there does not move.
 */
export function moveDate(date: string, year: SchoolYear): string {
  if (within(date, year)) return date;
  const thursday = addDays(weekOf(date).first, 3);
  const isoYear =
    Number(thursday.slice(0, 4)) + Number(year.first.slice(0, 4)) - Number(schoolYearOf(date).first.slice(0, 4));
  const firstMonday = weekOf(`${isoYear}-01-04`).first;
  const moved = addDays(firstMonday, (weekNumber(date) - 1) * 7 + weekday(date) - 1);
  if (moved < year.first) return addDays(moved, 7);
  return moved > year.last ? addDays(moved, -7) : moved;
}

/** The day and month in the given school year: from September its first calendar year, then its second. */
export function placeInYear(month: number, day: number, year: SchoolYear): string | null {
  const calendarYear = month >= 9 ? year.first.slice(0, 4) : year.last.slice(0, 4);
  const date = `${calendarYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
