import { whyOff, offReasonInWords, type DaysOff } from '#app/time/days-off.ts';
import { dayLong, monthLong } from '#app/time/french.ts';
import { addDays, addMonths, monthOf, weekday, weekOf, type DateRange } from '#app/time/iso-date.ts';
import type { SessionCard } from './session-card.ts';

/** A day of a month's grid. */
export type MonthDay = {
  date: string;
  /** "24" */
  number: string;
  /** "mardi 24 novembre" */
  name: string;
  outside: boolean;
  today: boolean;
  /** "férié (Noël)", "vacances scolaires (Noël)"; null: an ordinary day. */
  off: string | null;
  cards: SessionCard[];
};

export type Month = {
  /** `YYYY-MM` */
  month: string;
  /** "novembre 2026" */
  name: string;
  previous: string;
  next: string;
  /** The first day that holds something from today on, when days before it in this month do too; else null. */
  coming: string | null;
  /** Monday to Saturday, or to Sunday when a Sunday holds something. */
  weeks: MonthDay[][];
};

/** The days that a month's grid shows: whole weeks, Monday first. */
export function gridOf(month: string): DateRange {
  const { first, last } = monthOf(`${month}-01`);
  return { first: weekOf(first).first, last: weekOf(last).last };
}

/** The grid of a month `YYYY-MM` with its sessions. */
export function monthGrid(month: string, cards: readonly SessionCard[], daysOff: DaysOff, today: string): Month {
  const { first, last } = gridOf(month);
  const days: MonthDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const off = whyOff(date, daysOff);
    days.push({
      date,
      number: String(Number(date.slice(8))),
      name: dayLong(date),
      outside: !date.startsWith(month),
      today: date === today,
      off: off && offReasonInWords(off),
      cards: cards.filter((card) => card.date === date),
    });
  }
  const withSunday = days.some(({ date, cards: held }) => weekday(date) === 7 && held.length > 0);
  const kept = days.filter(({ date }) => withSunday || weekday(date) !== 7);
  const width = withSunday ? 7 : 6;
  const weeks = Array.from({ length: kept.length / width }, (_, week) => kept.slice(week * width, (week + 1) * width));
  const held = days.filter(({ outside, cards }) => !outside && cards.length > 0).map(({ date }) => date);
  const coming = (held.some((date) => date < today) && held.find((date) => date >= today)) || null;
  const neighbour = (n: number) => addMonths(`${month}-01`, n).slice(0, 7);
  return { month, name: monthLong(month), previous: neighbour(-1), next: neighbour(1), coming, weeks };
}
