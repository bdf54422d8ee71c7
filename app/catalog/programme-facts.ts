import { type Weekday } from '#app/time/iso-date.ts';
import { takeDates, type DatesRead } from '#app/catalog/programme-dates.ts';
import { takeFrequency, type Frequency } from '#app/catalog/programme-frequency.ts';
import { takeHolidays, type HolidaysRead } from '#app/catalog/programme-holidays.ts';
import { readHourCell, takeHours, takeMoment, type HoursRead } from '#app/catalog/programme-hours.ts';
import { openReader, take, unreadFragments } from '#app/catalog/programme-text.ts';

/** The cells of a row that say when, as written; from the notes only a period or a moment of the day is taken. */
export type WhenCells = { date: string; start: string; end: string; recurrence: string; notes?: string };

/** What the words of the cells say, before anything is completed. */
export type WhenFacts = {
  hours: HoursRead;
  dates: DatesRead;
  holidays: HolidaysRead;
  frequency: Frequency | null;
  weekdays: Weekday[];
  /** they come from "du lundi au vendredi" */
  weekdayRange: boolean;
  /** what was taken from the notes, to be told as a proposal */
  fromNotes: string[];
  /** contradictions and doubts, as French questions */
  doubts: string[];
  unread: string[];
};

type CellFacts = Omit<WhenFacts, 'doubts' | 'fromNotes'> & { doubt: string | null };

/** Reads the four cells, each of which may say anything ("mercredi 9h30-11h, hors vacances scolaires" in one cell). */
export function readFacts(cells: WhenCells): WhenFacts {
  const date = readCell(cells.date);
  const start = readCell(cells.start, 'start');
  const end = readCell(cells.end, 'end');
  const recurrence = readCell(cells.recurrence);
  const all = [date, recurrence, start, end];
  const doubts = all.flatMap(({ doubt }) => doubt ?? []);
  const weekdays = weekdaysOf(all, doubts);
  const hours = hoursOf([start, end, date, recurrence], doubts);
  const dates = datesOf(all);
  const fromNotes = readNotes(cells.notes ?? '', hours, dates);
  return {
    hours,
    dates,
    fromNotes,
    holidays: holidaysOf(all),
    frequency: frequencyOf(all),
    weekdays,
    weekdayRange: all.some((cell) => cell.weekdayRange),
    doubts,
    unread: all.flatMap(({ unread }) => unread),
  };
}

function readCell(text: string, role?: 'start' | 'end'): CellFacts {
  const hour = role ? readHourCell(text) : null;
  const reader = openReader(hour ?? text);
  const midnight = take(reader, /(?<=\d[t ]+)00:00(?::00)?(?:\.0+)?z?(?! ?-)/u);
  take(reader, /(?<=\d{4}-\d\d-\d\d)t(?=\d\d:)/u);
  const holidays = takeHolidays(reader);
  const hours = takeHours(reader);
  if (role === 'end' && !hours.end) Object.assign(hours, { end: hours.start, start: null });
  if (midnight && hours.start === null) hours.end = null;
  const dates = takeDates(reader);
  const { frequency, weekdays, range, doubt } = takeFrequency(reader);
  hours.moment = takeMoment(reader);
  const unread = [
    ...dates.impossible.map((day) => `${day} (date impossible)`),
    ...hours.impossible.map((hour) => `${hour} (heure impossible)`),
    ...unreadFragments(reader),
  ];
  return { hours, dates, holidays, frequency, weekdays, weekdayRange: range, doubt, unread };
}

function weekdaysOf(cells: CellFacts[], doubts: string[]): Weekday[] {
  const [first, ...others] = cells.map(({ weekdays }) => weekdays).filter((days) => days.length > 0);
  if (!first) return [];
  const strange = others.flat().filter((day) => !first.includes(day));
  if (strange.length > 0) doubts.push('le jour de la semaine change d’une colonne à l’autre : lequel ?');
  return [...new Set(first)].sort((a, b) => a - b);
}

function hoursOf(cells: CellFacts[], doubts: string[]): HoursRead {
  const reads = cells.map(({ hours }) => hours);
  const starts = new Set(reads.flatMap(({ start }) => start ?? []));
  const ends = new Set(reads.flatMap(({ end }) => end ?? []));
  if (starts.size > 1) doubts.push('l’heure de début change d’une colonne à l’autre : laquelle ?');
  else if (ends.size > 1) doubts.push('l’heure de fin change d’une colonne à l’autre : laquelle ?');
  return {
    start: [...starts][0] ?? null,
    end: [...ends][0] ?? null,
    approximate: reads.some(({ approximate }) => approximate),
    duration: reads.find(({ duration }) => duration !== null)?.duration ?? null,
    moment: reads.find(({ moment }) => moment !== null)?.moment ?? null,
    others: reads.flatMap(({ others }) => others),
    impossible: [],
  };
}

function datesOf(cells: CellFacts[]): DatesRead {
  const reads = cells.map(({ dates }) => dates);
  const spanning = reads.find(({ span }) => span);
  const days = reads.flatMap((read) => read.days);
  return {
    days: days.filter((day, index) => !isRepeated(days, index) && !(spanning && sameDay(day, spanning.from))),
    from: spanning?.from ?? reads.find(({ from }) => from)?.from ?? null,
    until: spanning?.until ?? reads.find(({ until }) => until)?.until ?? null,
    span: spanning !== undefined,
    schoolYear: reads.find(({ schoolYear }) => schoolYear)?.schoolYear ?? null,
    year: reads.find(({ year }) => year)?.year ?? null,
    months: reads.flatMap(({ months }) => months),
    impossible: reads.flatMap(({ impossible }) => impossible),
  };
}

function isRepeated(days: DatesRead['days'], index: number): boolean {
  const day = days[index];
  return day !== undefined && days.slice(0, index).some((earlier) => sameDay(day, earlier));
}

function sameDay(a: DatesRead['days'][number], b: DatesRead['from']): boolean {
  return b !== null && a.year === b.year && a.month === b.month && a.day === b.day;
}

function holidaysOf(cells: CellFacts[]): HolidaysRead {
  const reads = cells.map(({ holidays }) => holidays);
  return {
    school: reads.find(({ school }) => school)?.school ?? null,
    public: reads.find((read) => read.public)?.public ?? null,
    keptByName: reads.flatMap(({ keptByName }) => keptByName),
    skippedByName: reads.flatMap(({ skippedByName }) => skippedByName),
    exceptMonths: reads.flatMap(({ exceptMonths }) => exceptMonths),
    exceptWeekdays: reads.flatMap(({ exceptWeekdays }) => exceptWeekdays),
    exceptDays: reads.flatMap(({ exceptDays }) => exceptDays),
  };
}

/** "le mercredi" then "mensuelle, deuxième": the recurrence's rhythm is more precise than an article. */
function frequencyOf(cells: CellFacts[]): Frequency | null {
  const found = cells.flatMap(({ frequency }) => frequency ?? []);
  const plain = ({ type, ...rest }: Frequency) => type === 'weekly' && 'every' in rest && rest.every === 1;
  return found.find((one) => !plain(one)) ?? found[0] ?? null;
}

const PERIOD = /(?:^|[;,(])\s*((?:trimestre|période|semestre|saison|année)\b[^;,()]*)/iu;
const MOMENT = /^(?:(?:en|le|la|l['’]) ?)?(?:matin|matinée|après-midi|soir|soirée|journée)$/iu;

/** "trimestre octobre-décembre 2018" and "matinée" in the notes complete the cells; what was taken is given back. */
function readNotes(notes: string, hours: HoursRead, dates: DatesRead): string[] {
  const taken: string[] = [];
  const period = PERIOD.exec(notes)?.[1]?.trim();
  const alone = dates.from === null && dates.until === null && dates.days.length + dates.months.length === 0;
  if (period && alone) {
    const read = readCell(period).dates;
    Object.assign(dates, { from: read.from, until: read.until, schoolYear: dates.schoolYear ?? read.schoolYear });
    if (read.from ?? read.schoolYear) taken.push(period);
  }
  const moment = notes.split(/[;,]/).map((part) => part.trim()).find((part) => MOMENT.test(part)); // prettier-ignore
  if (moment && hours.start === null && hours.moment === null) {
    hours.moment = readCell(moment).hours.moment;
    taken.push(moment);
  }
  return taken;
}
