import { dayPlain, ordinal } from '#app/time/french.ts';
import { addDays, addMonths, daysBetween, isDate } from '#app/time/iso-date.ts';

/** The days of a statement, both included; `relais`: a slug. */
export type StatementPeriod = { du: string; au: string; relais?: string };

/** The quarter of a day: "3e trimestre 2026". */
export function quarterOf(date: string): StatementPeriod & { name: string } {
  const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3);
  const du = `${date.slice(0, 4)}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
  const au = addDays(addMonths(du, 3), -1);
  return { du, au, name: `${ordinal(quarter + 1)} trimestre ${date.slice(0, 4)}` };
}

/** The five last quarters, this one first. */
export function recentQuarters(today: string): (StatementPeriod & { name: string })[] {
  return [0, -3, -6, -9, -12].map((months) => quarterOf(addMonths(quarterOf(today).du, months)));
}

const LONGEST_DAYS = 1100;

/** What an address asks; this quarter for what is missing or makes no sense: addresses are shared. */
export function readPeriod(query: URLSearchParams, today: string): StatementPeriod {
  const [du = '', au = ''] = [query.get('du') ?? '', query.get('au') ?? ''];
  const relais = query.get('relais') ?? '';
  const isRight = isDate(du) && isDate(au) && du <= au && daysBetween(du, au) <= LONGEST_DAYS;
  const days = isRight ? { du, au } : quarterOf(today);
  return { du: days.du, au: days.au, ...(relais === '' ? {} : { relais }) };
}

/** The same as an address holds it, without the question mark. */
export function periodQuery({ du, au, relais }: StatementPeriod): string {
  return new URLSearchParams({ du, au, ...(relais === undefined ? {} : { relais }) }).toString();
}

/** "du 1er octobre au 31 décembre 2026" */
export function periodWords({ du, au }: StatementPeriod): string {
  return `du ${dayPlain(du, { reference: au })} au ${dayPlain(au, { year: true })}`;
}
