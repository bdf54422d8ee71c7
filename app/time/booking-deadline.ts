import { lastWorkingDayBefore, type DaysOff } from '#app/time/days-off.ts';
import { addDays, addMonths, monthOf, weekday, weekOf, type Weekday } from '#app/time/iso-date.ts';
import { fromLocal } from '#app/time/local.ts';
import { wallOf } from '#app/time/wall-clock.ts';

/** On which weekday, at which wall time (`HH:MM`), enrolment closes. */
export type WeekdayDeadline = { readonly day: Weekday; readonly time: string };

/**
 * When enrolment closes; times are wall times `HH:MM`. `hoursBefore` counts elapsed hours; `lastWorkingDay` may go back
 * several working days; `weekBefore` names a day of the week before the session's (0 weeks: of its own week);
 * `at` is the same instant for every date. `weekdayTable` gives, for each
 * weekday of the session, the last such day at that time before the session starts (the session's own day included);
 * weekdays without a line follow `otherwise`, by default the start. A table is taken literally, holidays or not.
 */
export type ClosingRule =
  | { readonly type: 'none' }
  | { readonly type: 'hoursBefore'; readonly hours: number }
  | { readonly type: 'eveningBefore'; readonly time: string }
  | { readonly type: 'daysBefore'; readonly days: number; readonly time: string }
  | { readonly type: 'lastWorkingDay'; readonly time: string; readonly days?: number | undefined }
  | { readonly type: 'weekBefore'; readonly weeks: number; readonly day: Weekday; readonly time: string }
  | { readonly type: 'at'; readonly instant: string }
  | {
      readonly type: 'weekdayTable';
      readonly table: { readonly [day in Weekday]?: WeekdayDeadline };
      readonly otherwise?: SimpleClosingRule;
    };

export type SimpleClosingRule = Exclude<ClosingRule, { type: 'weekdayTable' }>;

/** Which one of the month; 5 is the last, be it the fourth or the fifth. */
export type NthWeekday = 1 | 2 | 3 | 4 | 5;

/**
 * When enrolment opens: from publication; at an instant (ISO 8601 with offset); n days before the session at a wall time;
 * on a day of the week, n weeks before the session's week; on the nth day of a month before, by default the previous one
 * (its last day when the month is shorter); on the nth such weekday of a month before.
 */
export type OpeningRule =
  | { readonly type: 'always' }
  | { readonly type: 'at'; readonly instant: string }
  | { readonly type: 'daysBefore'; readonly days: number; readonly time: string }
  | { readonly type: 'weekBefore'; readonly weeks: number; readonly day: Weekday; readonly time: string }
  | { readonly type: 'monthBefore'; readonly day: number; readonly time: string; readonly months?: number | undefined }
  | {
      readonly type: 'monthWeekday';
      readonly nth: NthWeekday;
      readonly day: Weekday;
      readonly months: number;
      readonly time: string;
    };

type Start = { readonly startsAt: Date; readonly zone: string };

/** The instant from which nobody enrols any more; the session's start when the rule names none. Never after the start. */
export function closingInstant(rule: ClosingRule, session: Start, daysOff: DaysOff): Date {
  const closing = ruledClosing(rule, session, daysOff);
  return closing && closing < session.startsAt ? closing : session.startsAt;
}

/** The instant from which one may enrol, or null when it is open from publication. Throws RangeError for a bad instant. */
export function openingInstant(rule: OpeningRule, session: Start): Date | null {
  const { date } = wallOf(session.startsAt, session.zone);
  switch (rule.type) {
    case 'always':
      return null;
    case 'at':
      return instantOf(rule.instant);
    case 'daysBefore':
      return fromLocal({ date: addDays(date, -rule.days), time: rule.time }, session.zone);
    case 'monthBefore': {
      const { first, last } = monthOf(addMonths(date, -(rule.months ?? 1)));
      const day = addDays(first, rule.day - 1);
      return fromLocal({ date: day < last ? day : last, time: rule.time }, session.zone);
    }
    case 'weekBefore':
      return fromLocal({ date: dayOfWeekBefore(date, rule), time: rule.time }, session.zone);
    case 'monthWeekday':
      return fromLocal({ date: nthWeekday(addMonths(date, -rule.months), rule), time: rule.time }, session.zone);
  }
}

const DAY_BEGINS = '07:00';
const DAY_ENDS = '20:00';

/**
 * Until when an offer made at `from` holds (rule 4): its hours run only between 7 h and 20 h on the wall, and it never
 * passes `closesAt` (which is the answer even when it is before `from`). Throws RangeError when hours are not positive.
 */
export function offerDeadline(from: Date, hours: number, zone: string, closesAt: Date | null): Date {
  if (!(hours > 0)) throw new RangeError(`an offer of ${hours} hours`);
  let left = hours * 3_600_000;
  let at = from;
  while (closesAt === null || at < closesAt) {
    const { date } = wallOf(at, zone);
    const begin = Math.max(at.getTime(), fromLocal({ date, time: DAY_BEGINS }, zone).getTime());
    const end = fromLocal({ date, time: DAY_ENDS }, zone).getTime();
    if (begin + left <= end) return earliest(new Date(begin + left), closesAt);
    left -= Math.max(0, end - begin);
    at = fromLocal({ date: addDays(date, 1), time: DAY_BEGINS }, zone);
  }
  return closesAt;
}

function ruledClosing(rule: ClosingRule, session: Start, daysOff: DaysOff): Date | null {
  const { date } = wallOf(session.startsAt, session.zone);
  switch (rule.type) {
    case 'none':
      return null;
    case 'hoursBefore':
      return new Date(session.startsAt.getTime() - rule.hours * 3_600_000);
    case 'eveningBefore':
      return fromLocal({ date: addDays(date, -1), time: rule.time }, session.zone);
    case 'daysBefore':
      return fromLocal({ date: addDays(date, -rule.days), time: rule.time }, session.zone);
    case 'lastWorkingDay':
      return fromLocal({ date: workingDaysBefore(date, rule.days ?? 1, daysOff), time: rule.time }, session.zone);
    case 'weekBefore':
      return fromLocal({ date: dayOfWeekBefore(date, rule), time: rule.time }, session.zone);
    case 'at':
      return instantOf(rule.instant);
    case 'weekdayTable': {
      const line = rule.table[weekday(date)];
      if (line) return lastSuchDay(line, session);
      return rule.otherwise ? ruledClosing(rule.otherwise, session, daysOff) : null;
    }
  }
}

function workingDaysBefore(date: string, days: number, daysOff: DaysOff): string {
  let day = date;
  for (let back = 0; back < days; back += 1) day = lastWorkingDayBefore(day, daysOff) ?? addDays(day, -1);
  return day;
}

function dayOfWeekBefore(date: string, { weeks, day }: { weeks: number; day: Weekday }): string {
  return addDays(weekOf(date).first, day - 1 - 7 * weeks);
}

/** The nth such weekday of the month that holds the date. */
function nthWeekday(date: string, { nth, day }: { nth: NthWeekday; day: Weekday }): string {
  const { first, last } = monthOf(date);
  if (nth === 5) return addDays(last, -((weekday(last) - day + 7) % 7));
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (nth - 1));
}

function lastSuchDay(line: WeekdayDeadline, { startsAt, zone }: Start): Date {
  const { date } = wallOf(startsAt, zone);
  const day = addDays(date, -((weekday(date) - line.day + 7) % 7));
  const instant = fromLocal({ date: day, time: line.time }, zone);
  return instant < startsAt ? instant : fromLocal({ date: addDays(day, -7), time: line.time }, zone);
}

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`not an instant: ${text}`);
  return instant;
}

function earliest(instant: Date, limit: Date | null): Date {
  return limit && limit < instant ? limit : instant;
}
