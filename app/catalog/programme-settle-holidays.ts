import { dayLong, list } from '#app/time/french.ts';
import { type Period } from '#app/time/days-off.ts';
import { addDays, addMonths, isDate, schoolYearOf, weekday, type DateRange } from '#app/time/iso-date.ts';
import { isoOf, type PartialDay } from '#app/catalog/programme-dates.ts';
import { type WhenFacts } from '#app/catalog/programme-facts.ts';
import { type Tellings } from '#app/catalog/programme-text.ts';
import { placeInYear } from '#app/catalog/programme-year.ts';

type Series = { repeats: boolean; term: DateRange | null };
type Settled = {
  schoolHolidays: { skip: boolean; keptByName: string[]; skippedByName: string[] };
  skipPublicHolidays: boolean;
  exceptions: Period[];
};

/** School holidays, public holidays and exceptions of a series; dates given one by one are kept as they are. */
export function settleHolidays(facts: WhenFacts, series: Series, tellings: Tellings): Settled {
  const { holidays } = facts;
  const about = 'vacances';
  const { repeats } = series;
  const tell = (into: 'understood' | 'missing' | 'proposed', text: string) => tellings[into].push({ about, text });
  if (holidays.school === 'skip') tell('understood', 'hors vacances scolaires');
  if (holidays.school === 'keep') tell('understood', 'vacances scolaires comprises');
  if (holidays.school === 'only')
    tell('missing', 'les dates : « pendant les vacances scolaires » ne dit pas lesquelles');
  if (holidays.keptByName.length > 0) tell('understood', `vacances comprises : ${list(holidays.keptByName)}`);
  if (holidays.skippedByName.length > 0) tell('understood', `sauf vacances : ${list(holidays.skippedByName)}`);
  const named = holidays.skippedByName.length > 0 && holidays.school === null;
  const skip = named ? false : holidays.school !== 'keep' && (repeats || holidays.school === 'skip');
  if (repeats && holidays.school === null) proposeSchool(facts, tell);
  if (holidays.public === 'keep') tell('understood', 'jours fériés compris');
  if (holidays.public === 'skip') tell('understood', 'hors jours fériés');
  const exceptions = exceptionsOf(facts, series.term, tellings);
  return {
    schoolHolidays: { skip, keptByName: holidays.keptByName, skippedByName: holidays.skippedByName },
    skipPublicHolidays: holidays.public === null ? repeats : holidays.public === 'skip',
    exceptions,
  };
}

function proposeSchool({ holidays }: WhenFacts, tell: (into: 'proposed', text: string) => void): void {
  if (holidays.skippedByName.length > 0) tell('proposed', 'les autres vacances scolaires : comprises');
  else if (holidays.keptByName.length > 0) tell('proposed', 'les autres vacances scolaires : pas de séance');
  else tell('proposed', 'pas de séance pendant les vacances scolaires (rien n’est dit)');
}

function exceptionsOf(facts: WhenFacts, term: DateRange | null, tellings: Tellings): Period[] {
  const { exceptDays, exceptMonths, exceptWeekdays } = facts.holidays;
  const about = 'exceptions';
  const periods: Period[] = [];
  for (const day of exceptDays) {
    const date = dateOf(day, term);
    if (date) {
      periods.push({ name: 'exception', first: date, last: date });
      tellings.understood.push({ about, text: `sauf le ${dayLong(date, { year: true })}` });
    } else tellings.missing.push({ about, text: `année de l’exception du ${day.day ?? '?'}/${day.month ?? '?'}` });
  }
  if (term) periods.push(...exceptMonths.flatMap((month) => monthsWithin(month, term)));
  if (term && exceptWeekdays.length > 0) {
    for (let date = term.first; date <= term.last; date = addDays(date, 1))
      if (exceptWeekdays.includes(weekday(date))) periods.push({ name: 'exception', first: date, last: date });
  }
  if (exceptMonths.length > 0) {
    const months = exceptMonths.map((month) => MONTHS[month - 1] ?? '');
    tellings.understood.push({ about, text: `sauf en ${list(months)}` });
  }
  if (exceptWeekdays.length > 0) tellings.understood.push({ about, text: `sauf le ${list(exceptWeekdays.map((day) => DAYS[day - 1] ?? ''))}` }); // prettier-ignore
  return periods;
}

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre']; // prettier-ignore
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

function dateOf(day: PartialDay, term: DateRange | null): string | null {
  const iso = isoOf(day);
  if (iso) return isDate(iso) ? iso : null;
  return term && day.month && day.day ? placeInYear(day.month, day.day, schoolYearOf(term.first)) : null;
}

function monthsWithin(month: number, term: DateRange): Period[] {
  const periods: Period[] = [];
  for (let year = Number(term.first.slice(0, 4)); year <= Number(term.last.slice(0, 4)); year += 1) {
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    periods.push({ name: 'exception', first, last: addDays(addMonths(first, 1), -1) });
  }
  return periods;
}
