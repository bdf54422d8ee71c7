import { addDays, isDate, weekday } from '#app/time/iso-date.ts';
import { publicHoliday } from '#app/time/public-holidays.ts';
import { localDate } from '#app/time/wall-clock.ts';
import type { Period } from '#app/time/days-off.ts';

export type SchoolZone = 'A' | 'B' | 'C';

/** One school holiday of a zone: first and last day without school, both included. */
export type SchoolHoliday = Period & { readonly zone: SchoolZone; readonly year: string };

const ZONES: readonly SchoolZone[] = ['A', 'B', 'C'];
const PARIS = 'Europe/Paris';

/**
 * School holidays of zones A, B, C in date order, each once, read from one of two files: the one shipped with the
 * application (`{ years: [{ year, common, A, B, C }] }`) or the ministry's open dataset fr-en-calendrier-scolaire (an
 * array of rows, `{ results }` or `{ records: [{ fields }] }`). Rows of other zones and of teachers alone are left out.
 * Throws an Error with a French sentence when the file is neither, or when a row cannot be read.
 */
export function readSchoolHolidays(json: unknown): readonly SchoolHoliday[] {
  const holidays = isRecord(json) && Array.isArray(json.years) ? json.years.flatMap(readYear) : readDataset(json);
  const unique = new Map(holidays.map((one) => [`${one.zone} ${one.first} ${one.last} ${one.name}`, one]));
  return [...unique.values()].sort((a, b) => compare(a.first, b.first) || compare(a.zone, b.zone));
}

/** The periods of one zone, to be given as `schoolHolidays` of `DaysOff`. */
export function periodsOf(holidays: readonly SchoolHoliday[], zone: SchoolZone): readonly Period[] {
  return holidays.filter((one) => one.zone === zone).map(({ name, first, last }) => ({ name, first, last }));
}

function readYear(value: unknown): SchoolHoliday[] {
  if (!isRecord(value) || typeof value.year !== 'string') throw unreadable('une année sans nom', value);
  const year = value.year;
  return ZONES.flatMap((zone) =>
    [...asList(value.common), ...asList(value[zone])].map((row) => {
      if (!isRecord(row)) throw unreadable('une période', row);
      return checked({ zone, year, name: text(row.name), first: text(row.first), last: text(row.last) }, row);
    }),
  );
}

function readDataset(json: unknown): SchoolHoliday[] {
  const rows = isRecord(json) ? (json.results ?? json.records) : json;
  if (!Array.isArray(rows)) throw new Error('Ce fichier n’est pas un calendrier scolaire connu.');
  return rows.flatMap((row: unknown) => readRow(isRecord(row) && isRecord(row.fields) ? row.fields : row));
}

function readRow(row: unknown): SchoolHoliday[] {
  if (!isRecord(row)) throw unreadable('une ligne', row);
  const zone = ZONES.find((letter) => `Zone ${letter}` === row.zones);
  if (!zone || row.population === 'Enseignants') return [];
  const description = text(row.description);
  const first = firstDayOff(description, dateOf(row.start_date, row));
  const end = isMissing(row.end_date) ? first : dateOf(row.end_date, row);
  const last = end > first ? addDays(end, -1) : first;
  return [
    checked(
      { zone, year: text(row.annee_scolaire), name: nameOf(description), first, last: summer(description, last) },
      row,
    ),
  ];
}

/**
 * The dataset gives the day at whose end holidays begin ("après la classe") and the day of return. A Saturday, a Sunday or
 * a public holiday is itself without class; a school day is still worked, except a "pont", which is dated by its own day.
 */
function firstDayOff(description: string, start: string): string {
  const off = weekday(start) >= 6 || publicHoliday(start) !== null || description.startsWith('Pont');
  return off ? start : addDays(start, 1);
}

/** "Début des vacances d'été" has no return yet: until the next year is published, it lasts to 31 August. */
function summer(description: string, last: string): string {
  return description.startsWith('Début') ? `${last.slice(0, 4)}-08-31` : last;
}

function nameOf(description: string): string {
  return description.replace(/^(Début des )?vacances (de la |de l['’]|de |d['’])/i, '');
}

function dateOf(value: unknown, row: unknown): string {
  if (typeof value !== 'string') throw unreadable('une date', row);
  if (isDate(value)) return value;
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) throw unreadable('une date', row);
  return localDate(instant, PARIS);
}

function checked(holiday: SchoolHoliday, row: unknown): SchoolHoliday {
  const sound = holiday.name !== '' && isDate(holiday.first) && isDate(holiday.last) && holiday.first <= holiday.last;
  if (!sound) throw unreadable('une période', row);
  return holiday;
}

function unreadable(what: string, value: unknown): Error {
  return new Error(`Calendrier scolaire : ${what} est illisible (${JSON.stringify(value)?.slice(0, 200)}).`);
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
