import { dayLong, dayPlain, monthLong } from '#app/time/french.ts';
import { monthOf, schoolYearOf, weekday, within, addDays, weekOf, type DateRange } from '#app/time/iso-date.ts';
import { contradicts, exists, isoOf, type PartialDay } from '#app/catalog/programme-dates.ts';
import { type WhenFacts } from '#app/catalog/programme-facts.ts';
import { type Tellings } from '#app/catalog/programme-text.ts';
import { moveDate, placeInYear, readSchoolYear, type SchoolYear } from '#app/catalog/programme-year.ts';

/** What the settling of a row works with; `year` is the school year a programme is moved to. */
export type Settling = { facts: WhenFacts; year: SchoolYear | null; tellings: Tellings; moves: string[] };

/** The date of a day as written, moved or completed by the school year; null (and told) when the year lacks. */
export function dayIn(settling: Settling, day: PartialDay): string | null {
  const { year, tellings } = settling;
  if (!exists(day)) return null;
  const date = isoOf(day);
  if (date) return moved(settling, day, date);
  const own = readSchoolYear(settling.facts.dates.schoolYear ?? '') ?? yearAround(settling, day);
  const target = year ?? own;
  const placed = target && day.month && day.day ? placeInYear(day.month, day.day, target) : null;
  if (!placed) {
    tellings.missing.push({ about: 'date', text: 'l’année de la date' });
    return null;
  }
  if (day.weekday === null || weekday(placed) === day.weekday) return placed;
  const near = addDays(weekOf(placed).first, day.weekday - 1);
  tellings.missing.push({
    about: 'date',
    text: `date à vérifier : le ${dayLong(placed, { year: true })} n’est pas le jour annoncé`,
  });
  tellings.proposed.push({ about: 'date', text: `même semaine, même jour : le ${dayLong(near, { year: true })}` });
  return near;
}

function moved({ year, tellings, moves }: Settling, day: PartialDay, date: string): string {
  if (contradicts(day)) {
    const text = `date à vérifier : le ${dayPlain(date, { year: true })} est un ${dayLong(date).split(' ')[0]}`;
    tellings.missing.push({ about: 'date', text });
  }
  if (!year || within(date, year)) return date;
  const target = moveDate(date, year);
  moves.push(`${dayPlain(date, { year: true })} → ${dayLong(target, { year: true })}`);
  return target;
}

function yearAround({ facts }: Settling, day: PartialDay): SchoolYear | null {
  if (!facts.dates.year || !day.month) return null;
  return schoolYearOf(`${facts.dates.year}-${String(day.month).padStart(2, '0')}-01`);
}

/** The first or last date that a bound ("septembre 2019", "le 6 novembre", "juin") means; null when the year lacks. */
export function boundIn({ facts, year }: Settling, bound: PartialDay, side: 'first' | 'last'): string | null {
  if (bound.month === null) return null;
  const own = bound.year === null ? readSchoolYear(facts.dates.schoolYear ?? '') : null;
  const base = isoOf({ ...bound, year: bound.year ?? 2024, day: bound.day ?? 1 });
  if (!base || !exists({ ...bound, day: bound.day ?? 1 })) return null;
  const target = year ?? own;
  if (bound.day !== null && bound.year !== null) return year ? moveDate(base, year) : base;
  const first = target ? placeInYear(bound.month, bound.day ?? 1, target) : bound.year === null ? null : base;
  if (!first || bound.day !== null) return first;
  return monthOf(first)[side];
}

/** The term of a series: its bounds, then the school year asked for or named; what is completed is told. */
export function settleTerm(settling: Settling, firstDay: string | null): DateRange | null {
  const { facts, year, tellings } = settling;
  const { dates } = facts;
  const hints = dates.months.filter(({ month }) => month !== null);
  const from = dates.from ?? hints[0] ?? null;
  const until = dates.until ?? (dates.from ? null : hints.at(-1)) ?? null;
  const first = firstDay ?? (from && boundIn(settling, from, 'first'));
  const last = until && boundIn(settling, until, 'last');
  const named =
    year ?? readSchoolYear(dates.schoolYear ?? '') ?? (first ? schoolYearOf(first) : last ? schoolYearOf(last) : null);
  tellShift(settling, from, first);
  if (!named) {
    const text = from && from.month !== null && from.year === null ? 'l’année de la période' : 'la période (du … au …), ou l’année scolaire (--annee)'; // prettier-ignore
    tellings.missing.push({ about: 'période', text });
    return null;
  }
  const term = { first: first ?? named.first, last: last ?? named.last };
  if (term.last < term.first) {
    tellings.missing.push({ about: 'période', text: 'une période dont la fin suit le début' });
    return null;
  }
  const words = `du ${dayPlain(term.first, { year: true })} au ${dayPlain(term.last, { year: true })}`;
  const said = (first !== null && last !== null) || (dates.schoolYear !== null && year === null);
  if (said) tellings.understood.push({ about: 'période', text: words });
  else tellings.proposed.push({ about: 'période', text: `période proposée : ${words} (année scolaire ${named.name})` });
  return term;
}

function tellShift({ facts, year, tellings }: Settling, from: PartialDay | null, first: string | null): void {
  if (first && from && facts.dates.days.length === 0) {
    const words = from.day === null ? monthLong(first) : `le ${dayPlain(first, { year: true })}`;
    if (facts.dates.until === null && facts.dates.from) tellings.understood.push({ about: 'période', text: `à partir de ${words}`.replace('de le', 'du') }); // prettier-ignore
  }
  const past = from?.year ?? facts.dates.until?.year ?? null;
  if (year && past !== null && from?.month && first && Number(first.slice(0, 4)) !== past) {
    tellings.understood.push({ about: 'année', text: `le programme est déplacé vers l’année scolaire ${year.name}` });
  }
}
