import type { OpeningRule } from '#app/time/booking-deadline.ts';
import { isDate, type Weekday } from '#app/time/iso-date.ts';
import { fromLocal, wallOf } from '#app/time/local.ts';
import { choiceOf, numberOf, timeOf, type Fields } from './form-fields.ts';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const NTHS = [1, 2, 3, 4, 5] as const;
export const OPENINGS = ['always', 'at', 'daysBefore', 'weekBefore', 'monthBefore', 'monthWeekday'] as const;

/** The opening that the fields `prefix`, `prefix.<type>.…` say; null: none is chosen. What is missing is NaN or ''. */
export function readOpening(fields: Fields, prefix: string, zone: string): OpeningRule | null {
  const type = choiceOf(fields, prefix, OPENINGS);
  const name = (key: string) => `${prefix}.${type}.${key}`;
  const number = (key: string) => numberOf(fields, name(key));
  const time = timeOf(fields, name('time'));
  switch (type) {
    case null:
      return null;
    case 'always':
      return { type };
    case 'at':
      return { type, instant: readInstant(fields, name(''), zone) };
    case 'daysBefore':
      return { type, days: number('days'), time };
    case 'weekBefore':
      return { type, weeks: number('weeks'), day: readDay(fields, name('day')), time };
    case 'monthBefore': {
      const months = number('months');
      return { type, day: number('day'), time, ...(months === 1 ? {} : { months }) };
    }
    case 'monthWeekday': {
      const nth = choiceOf(fields, name('nth'), NTHS) ?? 1;
      return { type, nth, day: readDay(fields, name('day')), months: number('months'), time };
    }
  }
}

/** The same fields, filled with a rule. */
export function writeOpening(fields: Fields, prefix: string, rule: OpeningRule, zone: string): void {
  fields.set(prefix, rule.type);
  const set = (key: string, value: string | number) => fields.set(`${prefix}.${rule.type}.${key}`, String(value));
  if (rule.type === 'at') return writeInstant(fields, `${prefix}.at.`, rule.instant, zone);
  if (rule.type === 'monthBefore') set('months', rule.months ?? 1);
  for (const [key, value] of Object.entries(rule)) if (key !== 'type' && value !== undefined) set(key, value);
}

/** A weekday chosen; Monday when the list was tampered with. */
export function readDay(fields: Fields, name: string): Weekday {
  return choiceOf(fields, name, WEEKDAYS) ?? 1;
}

/** A date and an hour on the wall as an instant; '' when they are none. */
export function readInstant(fields: Fields, prefix: string, zone: string): string {
  const wall = { date: fields.get(`${prefix}date`) ?? '', time: timeOf(fields, `${prefix}time`) };
  return isDate(wall.date) && /^([01]\d|2[0-3]):[0-5]\d$/.test(wall.time) ? fromLocal(wall, zone).toISOString() : '';
}

/** The same fields, filled with an instant as the clocks of `zone` show it. */
export function writeInstant(fields: Fields, prefix: string, instant: string, zone: string): void {
  const { date, time } = wallOf(new Date(instant), zone);
  fields.set(`${prefix}date`, date);
  fields.set(`${prefix}time`, time);
}
