/** Dates, hours and counts in French words, from own tables: Node's and Chromium's Intl do not write the same spaces. */

import { addDays, daysBetween, weekday } from '#app/time/iso-date.ts';
import { wallOf } from '#app/time/wall-clock.ts';

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const SHORT_MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];

/** `year: true` always writes the year; `reference` (an ISO date) writes it when the year is another than the reference's. */
export type YearOption = { readonly year?: boolean; readonly reference?: string };

/** "mardi 24 novembre", "mardi 1er décembre", "vendredi 1er janvier 2027". */
export function dayLong(date: string, option: YearOption = {}): string {
  return `${dayName(weekday(date))} ${dayOfMonth(date)} ${monthName(date)}${yearOf(date, option)}`;
}

/** "24 novembre", "1er décembre 2027". */
export function dayPlain(date: string, option: YearOption = {}): string {
  return `${dayOfMonth(date)} ${monthName(date)}${yearOf(date, option)}`;
}

/** "mar. 24 nov.". */
export function dayShort(date: string, option: YearOption = {}): string {
  const month = SHORT_MONTHS[Number(date.slice(5, 7)) - 1];
  return `${dayName(weekday(date)).slice(0, 3)}. ${dayOfMonth(date)} ${month}${yearOf(date, option)}`;
}

/** "novembre 2026" for a date or a `YYYY-MM`. */
export function monthLong(date: string): string {
  return `${monthName(date)} ${date.slice(0, 4)}`;
}

/** "lundi" for 1 … "dimanche" for 7. Throws RangeError for any other number. */
export function dayName(day: number): string {
  const name = DAYS[day - 1];
  if (!name) throw new RangeError(`not a weekday: ${day}`);
  return name;
}

/** "9 h 30", "9 h", "minuit" for a wall time `HH:MM`. */
export function hour(time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  if (time === '00:00') return 'minuit';
  return minutes === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minutes}`;
}

/** The text with each of its hours ("9 h 30") kept on one line; "9 h 30 – 11 h" breaks before its dash at most. */
export function keepHours(text: string): string {
  return text.replace(HOURS, (hours) => hours.replaceAll(' ', '\u00a0'));
}

const HOURS = /(?:– )?\b\d{1,2} h\b(?: \d\d\b)?/g;

/** "9 h 30 – 11 h" for two wall times. */
export function hourRange(from: string, to: string): string {
  return `${hour(from)} – ${hour(to)}`;
}

/**
 * "mardi 24 novembre, 9 h 30 – 11 h"; over several days "du vendredi 27 novembre, 9 h, au samedi 28 novembre, 17 h".
 * An end at midnight belongs to the evening before.
 */
export function when(startsAt: Date, endsAt: Date, zone: string, option: YearOption = {}): string {
  const start = wallOf(startsAt, zone);
  const end = wallOf(endsAt, zone);
  const sameDay = end.date === start.date || (end.time === '00:00' && end.date === addDays(start.date, 1));
  if (sameDay) return `${dayLong(start.date, option)}, ${hourRange(start.time, end.time)}`;
  const first = dayLong(start.date, option);
  return `du ${first}, ${hour(start.time)}, au ${dayLong(end.date, option)}, ${hour(end.time)}`;
}

/** "lundi 23 novembre, 18 h"; midnight is told as the day it ends: "lundi 23 novembre, minuit". */
export function deadline(instant: Date, zone: string, option: YearOption = {}): string {
  const { date, time } = wallOf(instant, zone);
  return `${dayLong(time === '00:00' ? addDays(date, -1) : date, option)}, ${hour(time)}`;
}

/** "aujourd'hui", "demain", "hier", "dans 3 jours", "il y a 3 jours", seen from the ISO date `today`. */
export function fromToday(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return "aujourd'hui";
  if (Math.abs(days) === 1) return days > 0 ? 'demain' : 'hier';
  return days > 0 ? `dans ${days} jours` : `il y a ${-days} jours`;
}

/** Age in words: months below two years ("14 mois"), then "2 ans", "2 ans et 6 mois". */
export function months(age: number): string {
  const years = Math.floor(age / 12);
  if (years < 2) return `${age} mois`;
  return age % 12 === 0 ? `${years} ans` : `${years} ans et ${age % 12} mois`;
}

/** "3 mois à 4 ans", "à partir de 3 mois", "jusqu'à 4 ans", "tous les âges"; ages in months, null where there is no limit. */
export function ageRange(min: number | null, max: number | null): string {
  if (max === null) return min ? `à partir de ${months(min)}` : 'tous les âges';
  const whole = max >= 23 && (max + 1) % 12 === 0; // "jusqu'à 47 mois" is said "moins de 4 ans"
  const end = whole ? `moins de ${months(max + 1)}` : months(max);
  if (min) return `${months(min)} à ${end}`;
  return whole ? end : `jusqu'à ${end}`;
}

/** "1 place adulte", "2 places adultes"; the singular below two, as in French. */
export function plural(n: number, one: string, many: string): string {
  return `${number(n)} ${Math.abs(n) < 2 ? one : many}`;
}

/** "1 234,5": groups of three, at most two decimals. */
export function number(n: number): string {
  const [whole = '', decimals] = String(Math.round(Math.abs(n) * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${n < 0 ? '-' : ''}${grouped}${decimals ? `,${decimals}` : ''}`;
}

/** "1er", "1re", "2e". */
export function ordinal(n: number, gender: 'm' | 'f' = 'm'): string {
  if (n !== 1) return `${n}e`;
  return gender === 'f' ? '1re' : '1er';
}

/** "a", "a et b", "a, b et c". */
export function list(items: readonly string[], conjunction = 'et'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

/** The text with its first letter in capital. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

function dayOfMonth(date: string): string {
  const day = Number(date.slice(8, 10));
  return day === 1 ? '1er' : String(day);
}

function monthName(date: string): string {
  const name = MONTHS[Number(date.slice(5, 7)) - 1];
  if (!name) throw new RangeError(`not a month: ${date}`);
  return name;
}

function yearOf(date: string, { year, reference }: YearOption): string {
  const wanted = year ?? (reference !== undefined && reference.slice(0, 4) !== date.slice(0, 4));
  return wanted ? ` ${date.slice(0, 4)}` : '';
}
