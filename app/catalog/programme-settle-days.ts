import { dayLong, dayName, dayPlain, list } from '#app/time/french.ts';
import { addDays, daysBetween, weekday, type DateRange, type Weekday } from '#app/time/iso-date.ts';
import { recurrenceInWords, type Recurrence } from '#app/time/recurrence.ts';
import { type WhenFacts } from '#app/catalog/programme-facts.ts';
import { type Frequency } from '#app/catalog/programme-frequency.ts';
import { frequencyInWords, ruleOf } from '#app/catalog/programme-settle-rule.ts';
import { dayIn, settleTerm, type Settling } from '#app/catalog/programme-settle-term.ts';
import { type Tellings } from '#app/catalog/programme-text.ts';
import { type SchoolYear } from '#app/catalog/programme-year.ts';

type Context = { year: SchoolYear | null; today: string | null };
type Days = { recurrence: Recurrence | null; term: DateRange | null; repeats: boolean };

const NOTHING: Days = { recurrence: null, term: null, repeats: false };
const LONGEST_SPAN = 31;

/** The rule and the term of a row, completed by proposals that are told; `null` where they cannot be known. */
export function settleDays(facts: WhenFacts, context: Context, tellings: Tellings): Days {
  const settling: Settling = { facts, year: context.year, tellings, moves: [] };
  const days = isSeries(facts) ? series(settling) : singleDates(settling);
  if (settling.moves.length > 0) {
    const text = `déplacé en ${context.year?.name ?? ''}, même jour de la même semaine : ${settling.moves.join(', ')}`;
    tellings.understood.push({ about: 'année', text });
  }
  const { today } = context;
  if (today && days.term && days.term.last < today) {
    const text = context.year ? 'une date à venir : celle-ci est passée' : 'une date à venir : ce programme est passé (--annee le déplace)'; // prettier-ignore
    tellings.missing.push({ about: 'date', text });
  }
  return days;
}

/** Something that repeats: a rhythm or a weekday, and not a list of dates. */
function isSeries({ dates, frequency, weekdays }: WhenFacts): boolean {
  if (dates.days.length > 1) return false;
  const rhythm = frequency !== null && ['daily', 'weekly', 'monthly', 'times'].includes(frequency.type);
  if (rhythm) return true;
  return dates.days.length === 0 && weekdays.length > 0 && frequency === null;
}

function singleDates(settling: Settling): Days {
  const { facts, tellings } = settling;
  if (facts.dates.days.length > 0) return listed(settling);
  if (facts.dates.span) return eachDay(settling);
  tellHints(settling);
  tellings.missing.push({
    about: 'date',
    text: facts.frequency?.type === 'unsaid' ? 'les dates des séances' : 'la date',
  });
  return NOTHING;
}

function listed(settling: Settling): Days {
  const { facts, tellings } = settling;
  const dates = facts.dates.days.flatMap((day) => dayIn(settling, day) ?? []).sort();
  const unique = [...new Set(dates)];
  const [first] = unique;
  const last = unique.at(-1);
  if (!first || !last) return NOTHING;
  if (settling.moves.length < unique.length) {
    tellings.understood.push({
      about: 'date',
      text: list(unique.map((date) => `le ${dayLong(date, { year: true })}`)),
    });
  }
  if (facts.weekdays.length > 0 && unique.some((date) => !facts.weekdays.includes(weekday(date)))) {
    const names = facts.weekdays.map(dayName);
    tellings.missing.push({ about: 'date', text: `date à vérifier : le jour annoncé est ${list(names)}` });
  }
  return { recurrence: { type: 'dates', dates: unique }, term: { first, last }, repeats: false };
}

/** "du 18 au 22 mars": one session a day is proposed. */
function eachDay(settling: Settling): Days {
  const { facts, tellings } = settling;
  const first = facts.dates.from && dayIn(settling, facts.dates.from);
  const last = facts.dates.until && dayIn(settling, facts.dates.until);
  if (!first || !last) return NOTHING;
  const length = daysBetween(first, last) + 1;
  tellings.understood.push({ about: 'date', text: `du ${dayLong(first)} au ${dayLong(last, { year: true })}` });
  if (length < 1 || length > LONGEST_SPAN) {
    tellings.missing.push({ about: 'date', text: length < 1 ? 'une fin après le début' : 'les jours ou la fréquence' });
    return NOTHING;
  }
  const dates = Array.from({ length }, (_, index) => addDays(first, index));
  if (length > 1) tellings.proposed.push({ about: 'date', text: `une séance par jour, soit ${length} séances` });
  return { recurrence: { type: 'dates', dates }, term: { first, last }, repeats: false };
}

function series(settling: Settling): Days {
  const { facts, tellings } = settling;
  const frequency = facts.frequency ?? { type: 'weekly', every: 1, parity: null };
  const firstDay = facts.dates.days[0] ? dayIn(settling, facts.dates.days[0]) : null;
  const weekdays = seriesWeekdays(settling, frequency, firstDay);
  const term = settleTerm(settling, firstDay);
  if (facts.frequency === null) proposeWeekly(settling);
  if (weekdays.length === 0) {
    tellings.understood.push({ about: 'fréquence', text: frequencyInWords(frequency) });
    tellings.missing.push({ about: 'jour', text: weekdayQuestion(frequency) });
    return { recurrence: null, term, repeats: true };
  }
  const recurrence = ruleOf(settling, frequency, weekdays, term, firstDay);
  tellings.understood.unshift({ about: 'jour', text: seriesInWords(facts, frequency, weekdays, recurrence) });
  return { recurrence, term, repeats: true };
}

/** Only what the words say: neither a proposed rhythm nor proposed days. */
function seriesInWords(facts: WhenFacts, frequency: Frequency, weekdays: Weekday[], rule: Recurrence | null): string {
  const days = weekdays.length === 5 && weekdays[4] === 5 ? 'du lundi au vendredi' : list(weekdays.map(dayName));
  if (facts.frequency === null) return days;
  if (facts.weekdays.length === 0 && frequency.type === 'daily') return frequencyInWords(frequency);
  const vague = frequency.type === 'monthly' && frequency.nths.length === 0;
  if (rule && rule.type !== 'dates' && weekdays.length < 5 && !vague) return recurrenceInWords(rule);
  return `${days}, ${frequencyInWords(frequency)}`;
}

/** A weekday without a rhythm: "hors vacances scolaires" or "du lundi au vendredi" let every week be understood. */
function proposeWeekly({ facts, tellings }: Settling): void {
  const about = 'fréquence';
  const { school, keptByName, skippedByName, exceptMonths } = facts.holidays;
  const implied = school !== null || [keptByName, skippedByName, exceptMonths].some((names) => names.length > 0);
  if (!implied && !facts.weekdayRange) {
    tellings.missing.push({ about, text: 'la fréquence (chaque semaine, une fois par mois, une seule date ?)' });
  }
  tellings.proposed.push({ about, text: 'fréquence proposée : chaque semaine' });
}

function seriesWeekdays({ facts, tellings }: Settling, frequency: Frequency, firstDay: string | null): Weekday[] {
  const excepted = facts.holidays.exceptWeekdays;
  if (facts.weekdays.length > 0) return facts.weekdays.filter((day) => !excepted.includes(day));
  if (firstDay) return [weekday(firstDay)];
  if (frequency.type !== 'daily') return [];
  tellings.proposed.push({ about: 'jour', text: 'jours proposés : du lundi au vendredi' });
  const week: Weekday[] = [1, 2, 3, 4, 5];
  return week.filter((day) => !excepted.includes(day));
}

function weekdayQuestion(frequency: Frequency): string {
  return frequency.type === 'times' && frequency.times > 1 ? 'les jours de la semaine' : 'le jour de la semaine';
}

/** What the words say of a row that gives no date: rhythm, month, year. */
function tellHints({ facts, tellings }: Settling): void {
  const { frequency, weekdays, dates } = facts;
  if (frequency) tellings.understood.push({ about: 'fréquence', text: frequencyInWords(frequency) });
  if (weekdays.length > 0) tellings.understood.push({ about: 'jour', text: `un ${list(weekdays.map(dayName), 'ou')}` });
  for (const { month, year } of dates.months) {
    const words = month
      ? dayPlain(`${year ?? 2000}-${String(month).padStart(2, '0')}-02`, { year: year !== null })
      : '';
    tellings.understood.push({ about: 'mois', text: `en ${words.slice(2)}` });
  }
  if (dates.year) tellings.understood.push({ about: 'année', text: `en ${dates.year}` });
}
