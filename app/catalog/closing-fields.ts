import type { ClosingRule, SimpleClosingRule } from '#app/time/booking-deadline.ts';
import { choiceOf, numberOf, timeOf, type Fields } from './form-fields.ts';
import { readDay, readInstant, WEEKDAYS, writeInstant } from './opening-fields.ts';

export const SIMPLE_CLOSINGS = [
  'none',
  'hoursBefore',
  'eveningBefore',
  'daysBefore',
  'lastWorkingDay',
  'weekBefore',
  'at',
] as const;

/** The closing that the fields `prefix`, `prefix.<type>.…` say; null: none is chosen. What is missing is NaN or ''. */
export function readClosing(fields: Fields, prefix: string, zone: string): ClosingRule | null {
  if (fields.get(prefix) !== 'weekdayTable') return readSimple(fields, prefix, zone);
  const lines = WEEKDAYS.flatMap((weekday) => {
    const line = `${prefix}.weekdayTable.${weekday}`;
    if ((fields.get(`${line}.day`) ?? '') === '') return [];
    return [[weekday, { day: readDay(fields, `${line}.day`), time: timeOf(fields, `${line}.time`) }] as const];
  });
  const otherwise = readSimple(fields, `${prefix}.weekdayTable.otherwise`, zone);
  return { type: 'weekdayTable', table: Object.fromEntries(lines), ...(otherwise && { otherwise }) };
}

function readSimple(fields: Fields, prefix: string, zone: string): SimpleClosingRule | null {
  const type = choiceOf(fields, prefix, SIMPLE_CLOSINGS);
  const name = (key: string) => `${prefix}.${type}.${key}`;
  const number = (key: string) => numberOf(fields, name(key));
  const time = timeOf(fields, name('time'));
  switch (type) {
    case null:
      return null;
    case 'none':
      return { type };
    case 'hoursBefore':
      return { type, hours: number('hours') };
    case 'eveningBefore':
      return { type, time };
    case 'daysBefore':
      return { type, days: number('days'), time };
    case 'lastWorkingDay': {
      const days = number('days');
      return { type, time, ...(days === 1 ? {} : { days }) };
    }
    case 'weekBefore':
      return { type, weeks: number('weeks'), day: readDay(fields, name('day')), time };
    case 'at':
      return { type, instant: readInstant(fields, name(''), zone) };
  }
}

/** The same fields, filled with a rule. */
export function writeClosing(fields: Fields, prefix: string, rule: ClosingRule, zone: string): void {
  fields.set(prefix, rule.type);
  const set = (key: string, value: string | number) => fields.set(`${prefix}.${rule.type}.${key}`, String(value));
  if (rule.type === 'at') return writeInstant(fields, `${prefix}.at.`, rule.instant, zone);
  if (rule.type !== 'weekdayTable') {
    if (rule.type === 'lastWorkingDay') set('days', rule.days ?? 1);
    for (const [key, value] of Object.entries(rule)) if (key !== 'type' && value !== undefined) set(key, value);
    return;
  }
  for (const weekday of WEEKDAYS) {
    const line = rule.table[weekday];
    if (!line) continue;
    set(`${weekday}.day`, line.day);
    set(`${weekday}.time`, line.time);
  }
  if (rule.otherwise) writeClosing(fields, `${prefix}.weekdayTable.otherwise`, rule.otherwise, zone);
}
