import { isDate, weekday as weekdayOf, type Weekday } from '#app/time/iso-date.ts';
import { sourceOf, take, takeAll, type Reader } from '#app/catalog/programme-text.ts';

/** A day or month as written: what the words leave out is null. */
export type PartialDay = { year: number | null; month: number | null; day: number | null; weekday: Weekday | null };

export type DatesRead = {
  days: PartialDay[];
  /** "du 18 au 22 mars", or two bounds of a series; also months: "d'octobre à décembre 2018" */
  from: PartialDay | null;
  until: PartialDay | null;
  /** both bounds come from one "du … au …" between days */
  span: boolean;
  /** "2026-2027" */
  schoolYear: string | null;
  /** year alone: "annoncée pour 2024" */
  year: number | null;
  /** months without a day, that are no bounds: "décembre 2023" */
  months: PartialDay[];
  /** days that no calendar has, as written */
  impossible: string[];
};

const MONTHS = [
  'janvier|janv\\.?|jan\\.?', 'fevrier|fevr?\\.?', 'mars', 'avril|avr\\.?', 'mai', 'juin', 'juillet|juil\\.?', 'aout',
  'septembre|sept\\.?', 'octobre|oct\\.?', 'novembre|nov\\.?', 'decembre|dec\\.?',
]; // prettier-ignore
const WEEKDAYS = ['lundi|lun\\.?', 'mardi|mar\\.?', 'mercredi|mer\\.?', 'jeudi|jeu\\.?', 'vendredi|ven\\.?', 'samedi|sam\\.?', 'dimanche|dim\\.?']; // prettier-ignore

/** Regular expression source of a folded month's name. */
export const MONTH = `\\b(?:${MONTHS.join('|')})(?![a-z])`;
/** Regular expression source of a folded weekday's name, short or long, singular or plural. */
export const WEEKDAY = `\\b(?:${WEEKDAYS.map((names) => names.replace('|', 's?|')).join('|')})(?![a-z])`;
const Y4 = '(?:19|20)\\d\\d(?!\\d)';
const NUMBER = '(?<!\\d)(?:1er|premier|[12]\\d|3[01]|0?[1-9])(?![\\dh])';
const DAY =
  `(?:${WEEKDAY},? ?)?(?:le )?(?:(?<!\\d)${Y4}-\\d{1,2}-\\d{1,2}(?:t(?=[ \\u0001]|$))?|(?<!\\d)\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:${Y4}|\\d\\d(?!\\d))` +
  `|(?<![\\d/.-])\\d{1,2}/\\d{1,2}(?![\\d/h])|${NUMBER} ?${MONTH}(?: ${Y4})?)`;
const MONTH_YEAR = `(?:(?:debut|mi|fin|courant)[ -])?${MONTH}(?: ${Y4})?`;
const TERM = `(?:${DAY}|${MONTH_YEAR}|la rentree(?: de septembre)?(?: ${Y4})?|${Y4})`;
const UNTIL = `(?: ?(?:au|a la|a|jusqu'au|jusqu'a|jusqu'en|inclus|-|→|et(?= le| au)) ?)(?:le |la )?(?:fin )?(?:d'|de )?`;

const LISTS = new RegExp(
  `(?:les? )?(?:${WEEKDAY},? ?)?(${NUMBER}(?:(?:,| et| &|/| -|-)+ ?(?:le |les |${WEEKDAY} )?${NUMBER})+) ?(${MONTH})(?: (${Y4}))?`, 'u'); // prettier-ignore
const SPANS = [
  new RegExp(`(?:du|de|entre|le) (?:le )?(${DAY})${UNTIL}(${DAY})`, 'u'),
  new RegExp(`(${DAY}) ?(?:au|-|→|jusqu'au) ?(?:le )?(${DAY})`, 'u'),
  new RegExp(`(?:du|entre le) ((?:${WEEKDAY} )?${NUMBER})${UNTIL}(${DAY})`, 'u'),
];
const MONTH_SPANS = [
  new RegExp(`(?:\\b(?:de|d'|entre|du mois de|trimestre) ?)(${MONTH_YEAR})${UNTIL}(${MONTH_YEAR}|${DAY})`, 'u'),
  new RegExp(`(${MONTH_YEAR}) ?(?:-|a|/|→|au|jusqu'a|jusqu'en) ?(?:fin )?(${MONTH_YEAR})`, 'u'),
];
const FROM = new RegExp(
  `\\b(?:a partir|a compter|depuis|des|reprise|debut[ea]?n?t?)(?: du| de| d'| des| le| la| en| :)* ?(?:le |mois de |mois d')?(${TERM})`, 'u'); // prettier-ignore
const LAST = new RegExp(`\\bjusqu(?:e |')(?:a |au |en |a la |aux )?(?:le |mois de |mois d')?(${TERM}|fin ${MONTH}(?: ${Y4})?)`, 'u'); // prettier-ignore
const SCHOOL_YEAR = /(?:(?:annees?|saisons?)(?: scolaires?)? )?(?<!\d)(20\d\d) ?[-/] ?(20\d\d|\d\d)(?![\d/-])/u;

/** Every date, span and bound of a text, most precise first. Takes what it reads; clock times must be taken before. */
export function takeDates(reader: Reader): DatesRead {
  const read: DatesRead = {
    days: [], from: null, until: null, span: false, schoolYear: null, year: null, months: [], impossible: [],
  }; // prettier-ignore
  take(reader, /\b(?:periode|semestre)(?= ?:| du| de)/u);
  takeSchoolYear(reader, read);
  takeSpans(reader, read);
  const from = take(reader, FROM)?.[1];
  if (from) read.from = readTerm(from);
  const last = take(reader, LAST)?.[1];
  if (last) read.until = readTerm(last);
  for (const match of takeAll(reader, LISTS)) read.days.push(...readList(match));
  for (const match of takeAll(reader, new RegExp(DAY, 'u'))) addDay(read, match[0], sourceOf(reader, match));
  const spelled = takeAll(reader, new RegExp(`\\b(?:(?:en|au mois d[e']|pour|courant|des) ?)?(${MONTH_YEAR})`, 'u'));
  for (const match of spelled) read.months.push(readTerm(match[1] ?? ''));
  const year = take(reader, new RegExp(`(?:(?:en|pour|annee|pour l'annee) )?(?<!\\d)(${Y4})(?![-/\\d])`, 'u'))?.[1];
  if (year) read.year = Number(year);
  read.days = completeYears(read.days);
  return read;
}

/** 1 for "lundi", "lun." or "lundis" … 7; null for other words. */
export function readWeekday(word: string): Weekday | null {
  const index = WEEKDAYS.findIndex((names) => new RegExp(`^(?:${names.replace('|', 's?|')})$`).test(word.trim()));
  const days = [1, 2, 3, 4, 5, 6, 7] as const;
  return days[index] ?? null;
}

/** 1 to 12 for a folded month's name, long or short. */
export function readMonth(word: string): number | null {
  const index = MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`).test(word.trim()));
  return index < 0 ? null : index + 1;
}

/** `YYYY-MM-DD` of a complete day, or null. */
export function isoOf({ year, month, day }: PartialDay): string | null {
  if (year === null || month === null || day === null) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A folded day ("mardi 3 decembre 2024", "03/12/24", "2024-12-03") as parts, existing or not; null when none is there. */
export function readDay(text: string): PartialDay | null {
  const weekday = readWeekday(new RegExp(WEEKDAY).exec(text)?.[0] ?? '');
  const iso = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), weekday };
  const short = /(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{2,4}))?/.exec(text);
  if (short) {
    const year = short[3] === undefined ? null : Number(short[3].length === 2 ? `20${short[3]}` : short[3]);
    return { year, month: Number(short[2]), day: Number(short[1]), weekday };
  }
  const words = new RegExp(`(${NUMBER}) ?(${MONTH})(?: (${Y4}))?`).exec(text);
  if (!words) return null;
  return {
    year: words[3] ? Number(words[3]) : null,
    month: readMonth(words[2] ?? ''),
    day: dayNumberOf(words[1]),
    weekday,
  };
}

/** Does this day exist (in a leap year when the year is unknown)? */
export function exists(day: PartialDay): boolean {
  const iso = isoOf({ ...day, year: day.year ?? 2024 });
  return iso !== null && isDate(iso);
}

/** The weekday written disagrees with the date. */
export function contradicts(day: PartialDay): boolean {
  const iso = isoOf(day);
  return iso !== null && isDate(iso) && day.weekday !== null && weekdayOf(iso) !== day.weekday;
}

function dayNumberOf(word: string | undefined): number {
  return word === '1er' || word === 'premier' ? 1 : Number(word);
}

function readTerm(text: string): PartialDay {
  const day = readDay(text);
  if (day) return day;
  const year = new RegExp(Y4).exec(text);
  const month = text.includes('rentree') ? 9 : readMonth(new RegExp(MONTH).exec(text)?.[0] ?? '');
  return { year: year ? Number(year[0]) : null, month, day: null, weekday: null };
}

function takeSchoolYear(reader: Reader, read: DatesRead): void {
  const match = SCHOOL_YEAR.exec(reader.text);
  if (!match) return;
  const first = Number(match[1]);
  const second = match[2]?.length === 2 ? Number(`20${match[2]}`) : Number(match[2]);
  if (second === first + 1 && take(reader, SCHOOL_YEAR)) read.schoolYear = `${first}-${second}`;
}

function takeSpans(reader: Reader, read: DatesRead): void {
  for (const pattern of SPANS) {
    const match = take(reader, pattern);
    const until = match ? readDay(match[2] ?? '') : null;
    if (match && until) {
      const from = readDay(match[1] ?? '') ?? { ...until, day: Number(/\d+/.exec(match[1] ?? '')?.[0]), weekday: readWeekday(new RegExp(WEEKDAY).exec(match[1] ?? '')?.[0] ?? '') }; // prettier-ignore
      Object.assign(read, { from: before(from, until), until, span: true });
      return;
    }
  }
  for (const pattern of MONTH_SPANS) {
    const match = take(reader, pattern);
    if (match) {
      const until = readTerm(match[2] ?? '');
      Object.assign(read, { from: before(readTerm(match[1] ?? ''), until), until });
      take(reader, /\btrimestre\b/u);
      return;
    }
  }
}

/** The first of two bounds takes the second's year when it has none: "octobre à mars 2025" begins in 2024. */
function before(from: PartialDay, until: PartialDay): PartialDay {
  if (from.year !== null || until.year === null) return from;
  const order = (day: PartialDay) => (day.month ?? 0) * 31 + (day.day ?? 0);
  const earlier = until.day === null || from.day === null ? (from.month ?? 0) > (until.month ?? 0) : order(from) > order(until); // prettier-ignore
  return { ...from, year: until.year - (earlier ? 1 : 0) };
}

function readList(match: RegExpExecArray): PartialDay[] {
  const numbers = [...(match[1] ?? '').matchAll(new RegExp(NUMBER, 'gu'))];
  const month = readMonth(match[2] ?? '');
  const year = match[3] ? Number(match[3]) : null;
  return numbers.map((number) => ({ year, month, day: dayNumberOf(number[0]), weekday: null }));
}

function addDay(read: DatesRead, text: string, source: string): void {
  const day = readDay(text);
  if (!day) return;
  if (exists(day)) read.days.push(day);
  else read.impossible.push(source);
}

/** Days without a year take the one of the next day that has one: "3 décembre, 7 janvier 2025" begins in 2024. */
function completeYears(days: PartialDay[]): PartialDay[] {
  const completed: PartialDay[] = [];
  let next: PartialDay | null = null;
  for (const day of [...days].reverse()) {
    next = next ? before(day, next) : day;
    completed.unshift(next);
  }
  return completed;
}
