import type { ClosedDays, DayPart } from '#app/time/closure-days.ts';
import { dayLong, dayPlain, type YearOption } from '#app/time/french.ts';

/** "le matin"; '' for the whole day. */
export const PART_WORDS: Readonly<Record<DayPart, string>> = {
  WHOLE: '',
  MORNING: 'le matin',
  AFTERNOON: 'l’après-midi',
};

/** "mardi 24 novembre, le matin", "du 19 décembre au 3 janvier", "du 24 au 31 décembre, chaque année". */
export function closedDaysInWords({ first, last, part = 'WHOLE', yearly = false }: ClosedDays, year: YearOption = {}) {
  const option = yearly ? {} : year;
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const start = sameMonth ? dayPlain(first).replace(/ .*/, '') : dayPlain(first, option);
  const single = yearly ? `le ${dayPlain(first)}` : dayLong(first, option);
  const days = first === last ? single : `du ${start} au ${dayPlain(last, option)}`;
  return [days, PART_WORDS[part], yearly ? 'chaque année' : ''].filter((words) => words !== '').join(', ');
}
