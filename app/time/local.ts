import { Temporal } from 'temporal-polyfill';
import type { Wall } from '#app/time/wall-clock.ts';

export {
  addDays,
  addMonths,
  ageInMonths,
  daysBetween,
  monthOf,
  schoolYearOf,
  weekday,
  weekOf,
  within,
} from '#app/time/iso-date.ts';
export type { DateRange, Weekday } from '#app/time/iso-date.ts';
export { localDate, localTime, wallOf } from '#app/time/wall-clock.ts';
export type { Wall } from '#app/time/wall-clock.ts';

/** An instant as people in the zone read it. Throws RangeError for an unknown zone. */
export function toLocal(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

/** An instant with the zone's offset, as RFC 3339 writes it: "2026-11-24T09:30:00+01:00". */
export function offsetInstant(instant: Date, zone: string): string {
  return toLocal(instant, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/**
 * The instant of a wall time, so that 9:30 stays 9:30 across DST ("compatible", as RFC 5545 reads it): a time that the
 * spring change jumps over is read with the offset before it (2:30 gives 3:30); one that autumn shows twice is the first.
 * Throws RangeError for a date or time that does not exist in the calendar.
 */
export function fromLocal(wall: Wall, zone: string): Date {
  const zoned = Temporal.PlainDateTime.from(`${wall.date}T${wall.time}`, { overflow: 'reject' }).toZonedDateTime(zone, {
    disambiguation: 'compatible',
  });
  return new Date(zoned.epochMilliseconds);
}

/** The first instant of a local date (not always midnight: some zones change at 0:00). */
export function startOfDay(date: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}
