import { isAway, type ClosedDays, type Hours } from '#app/time/closure-days.ts';
import { addDays, dayNumber, weekday } from '#app/time/iso-date.ts';
import { publicHoliday, type Territory } from '#app/time/public-holidays.ts';

/** A named stretch of days, both ends included; it may hold half-days only, or come back each year. */
export type Period = ClosedDays & {
  readonly name: string;
  /** Somebody is away, whose name it is; else a place is closed. */
  readonly absence?: boolean;
};

/** What may make a day "off". `territory: null` leaves public holidays out; empty lists leave the others out. */
export type DaysOff = {
  readonly territory: Territory | null;
  readonly schoolHolidays: readonly Period[];
  readonly closures: readonly Period[];
};

/** Why a day is off. */
export type OffReason = {
  readonly kind: 'publicHoliday' | 'schoolHoliday' | 'closure' | 'absence';
  readonly name: string;
};

/** Which of them a series skips (rule 7: as each series chooses). */
export type Skipping = {
  readonly publicHolidays: boolean;
  readonly schoolHolidays: boolean;
  readonly closures: boolean;
};

/** Metropolitan public holidays alone. */
export const PUBLIC_HOLIDAYS_ONLY: DaysOff = { territory: 'metropole', schoolHolidays: [], closures: [] };

/** The days off that a series has chosen to skip. */
export function chosen(days: DaysOff, skipping: Skipping): DaysOff {
  return {
    territory: skipping.publicHolidays ? days.territory : null,
    schoolHolidays: skipping.schoolHolidays ? days.schoolHolidays : [],
    closures: skipping.closures ? days.closures : [],
  };
}

/**
 * Why the date is off, or null: a public holiday is told first, then a closure, then school holidays. Closures by
 * half-day count for the hours of a session that they touch; without hours, they do not make a day off.
 */
export function whyOff(date: string, days: DaysOff, hours?: Hours): OffReason | null {
  const holiday = days.territory === null ? null : publicHoliday(date, days.territory);
  if (holiday) return { kind: 'publicHoliday', name: holiday };
  const closure = days.closures.find((period) => isAway(period, date, hours));
  if (closure) return { kind: closure.absence ? 'absence' : 'closure', name: closure.name };
  const school = days.schoolHolidays.find((period) => isAway(period, date, hours));
  return school ? { kind: 'schoolHoliday', name: school.name } : null;
}

/** "férié (Toussaint)", "vacances scolaires (Noël)", "fermeture (congés d'été)". */
export function offReasonInWords(reason: OffReason): string {
  switch (reason.kind) {
    case 'publicHoliday':
      return `férié (${reason.name})`;
    case 'schoolHoliday':
      return `vacances scolaires (${reason.name})`;
    case 'closure':
      return reason.name ? `fermeture (${reason.name})` : 'fermeture';
    case 'absence':
      return `absence (${reason.name})`;
  }
}

/** Monday to Friday, neither public holiday nor closure; school holidays are worked. */
export function isWorkingDay(date: string, days: DaysOff): boolean {
  return weekday(date) <= 5 && whyOff(date, { ...days, schoolHolidays: [] }) === null;
}

/** The last working day strictly before the date, or null when none is found within a year. */
export function lastWorkingDayBefore(date: string, days: DaysOff): string | null {
  dayNumber(date);
  for (let back = 1; back <= 366; back += 1) {
    const day = addDays(date, -back);
    if (isWorkingDay(day, days)) return day;
  }
  return null;
}
