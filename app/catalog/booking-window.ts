import { closingInstant, openingInstant } from '#app/time/booking-deadline.ts';
import type { DaysOff } from '#app/time/days-off.ts';
import { addDays, startOfDay } from '#app/time/local.ts';
import type { BookingRules, Priority } from './booking-rules.ts';

/** The instants between which a session may be booked. */
export type BookingWindow = {
  /** null: from publication. */
  opensAt: Date | null;
  /** From this instant nobody enrols any more; never after the start. */
  closesAt: Date;
  /** When those whom `who.from` leaves out may book too; null: never, or as soon as it opens (see `rules.who`). */
  othersFrom: Date | null;
  /** When the kinds of professionals that `who.kinds` leaves out may book too; null: the same. */
  otherKindsFrom: Date | null;
  /** When the relais decides whether it is held in spite of its minimum; null: no minimum. */
  decidesAt: Date | null;
};

/**
 * The booking window of a session under its rules in force. `daysOff` holds the host relais's closures; school holidays
 * are working days and may be left out.
 *
 * @throws {RangeError} for a rule with an impossible date or instant
 */
export function bookingWindow(
  rules: BookingRules,
  session: { startsAt: Date; zone: string },
  daysOff: DaysOff,
): BookingWindow {
  const { othersFrom, otherKindsFrom } = rules.who;
  return {
    opensAt: openingInstant(rules.opening, session),
    closesAt: closingInstant(rules.closing, session, daysOff),
    othersFrom: othersFrom && openingInstant(othersFrom, session),
    otherKindsFrom: otherKindsFrom ? openingInstant(otherKindsFrom, session) : null,
    decidesAt: rules.minimum && closingInstant(rules.minimum.decision, session, daysOff),
  };
}

/** Until when the priority of those of here or of the named communes holds for a session of that date (excluded). */
export function homeFirstUntil(
  { daysBefore, through }: Extract<Priority, { by: 'HOME_FIRST' }>,
  { date, zone }: { date: string; zone: string },
): Date {
  return startOfDay(addDays(through ?? date, through === undefined ? -daysBefore : 1), zone);
}
