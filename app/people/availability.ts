import { touchesPart, type DayPart, type Hours } from '#app/time/closure-days.ts';
import { dayName, dayPlain } from '#app/time/french.ts';
import { weekday } from '#app/time/iso-date.ts';

/** When an intervenant says he can come, or cannot: a weekday of every week, or days, both included. */
export type AvailabilityRow = {
  personId: string;
  free: boolean;
  /** 1 Monday … 7 Sunday; null: the days below. */
  weekday: number | null;
  from: string | null;
  until: string | null;
  part: DayPart;
  note: string;
};

/**
 * Why he said that he is not free on that date at those hours: "ne pas être libre le jeudi après-midi"; null: nothing he
 * said is against it. Days prevail over weekdays; one who only said when he is free is not on other weekdays.
 */
export function unavailableWhy(rows: readonly AvailabilityRow[], date: string, hours: Hours): string | null {
  const dated = rows.filter((row) => row.weekday === null && covers(row, date) && touchesPart(row.part, hours));
  const off = dated.find(({ free }) => !free);
  if (off) return `ne pas être libre ${whenWords(off)}`;
  if (dated.length > 0) return null;
  const weekly = rows.filter((row) => row.weekday !== null && covers(row, date));
  const same = weekly.filter((row) => row.weekday === weekday(date) && touchesPart(row.part, hours));
  const never = same.find(({ free }) => !free);
  if (never) return `ne pas être libre ${whenWords(never)}`;
  const free = weekly.filter(({ free }) => free);
  if (free.length === 0 || same.length > 0) return null;
  return `être libre seulement ${free.map(whenWords).join(', ')}`;
}

/** What he said, a sentence each, what is past left out. */
export function availabilityWords(rows: readonly AvailabilityRow[], today: string): string[] {
  return rows
    .filter(({ until }) => until === null || until >= today)
    .map((row) => `${row.free ? 'Libre' : 'Pas libre'} ${whenWords(row)}${row.note === '' ? '' : ` (${row.note})`}`);
}

/** "le jeudi après-midi", "du 3 au 9 décembre", "le 24 décembre, le matin" */
export function whenWords({
  weekday: day,
  from,
  until,
  part,
}: Omit<AvailabilityRow, 'personId' | 'free' | 'note'>): string {
  if (day !== null) return `le ${dayName(day)}${HALVES[part]}`;
  const half = part === 'WHOLE' ? '' : `,${part === 'MORNING' ? ' le matin' : ' l’après-midi'}`;
  if (from === null || until === null || from === until)
    return `le ${dayPlain(from ?? until ?? '', { year: true })}${half}`;
  return `du ${dayPlain(from, { reference: until })} au ${dayPlain(until, { year: true })}${half}`;
}

const HALVES: Record<DayPart, string> = { WHOLE: '', MORNING: ' matin', AFTERNOON: ' après-midi' };

const covers = ({ from, until }: AvailabilityRow, date: string) =>
  (from === null || from <= date) && (until === null || date <= until);
