import { dayLong, dayName, dayPlain, list } from '#app/time/french.ts';
import { addDays, daysBetween, weekday, weekOf, type DateRange, type Weekday } from '#app/time/iso-date.ts';
import { recurrenceInWords, type Nth, type Recurrence } from '#app/time/recurrence.ts';
import { type WhenFacts } from '#app/catalog/programme-facts.ts';
import { type Frequency } from '#app/catalog/programme-frequency.ts';
import { boundIn, dayIn, settleTerm, type Settling } from '#app/catalog/programme-settle-term.ts';
import { type Tellings } from '#app/catalog/programme-text.ts';
import { weekNumber, type SchoolYear } from '#app/catalog/programme-year.ts';

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

function ruleOf(
  settling: Settling,
  frequency: Frequency,
  weekdays: Weekday[],
  term: DateRange | null,
  firstDay: string | null,
): Recurrence | null {
  if (frequency.type === 'monthly') return monthlyRule(settling, frequency, weekdays, firstDay ?? exactFrom(settling));
  if (frequency.type === 'times' && (frequency.per !== 'semaine' || frequency.times !== weekdays.length)) {
    const { tellings } = settling;
    tellings.missing.push({
      about: 'fréquence',
      text: `« ${frequencyInWords(frequency)} » : quels jours exactement ?`,
    });
    return null;
  }
  if (frequency.type !== 'weekly') return { type: 'weekly', weekdays, every: 1 };
  if (frequency.parity) return parityDates(frequency.parity, weekdays, term);
  if (frequency.every === 1) return { type: 'weekly', weekdays, every: 1 };
  return alternate(settling, frequency.every, weekdays, term, firstDay ?? exactFrom(settling));
}

function exactFrom(settling: Settling): string | null {
  const { from } = settling.facts.dates;
  return from?.day ? boundIn(settling, from, 'first') : null;
}

function monthlyRule(
  { tellings }: Settling,
  frequency: Extract<Frequency, { type: 'monthly' }>,
  weekdays: Weekday[],
  from: string | null,
): Recurrence | null {
  const [day, ...others] = weekdays;
  if (!day) return null;
  if (others.length > 0) {
    tellings.missing.push({ about: 'jour', text: 'un seul jour par ligne pour une fréquence mensuelle' });
    return null;
  }
  if (frequency.nths.length > 0) return { type: 'monthly', weekday: day, nths: frequency.nths };
  const all: Nth[] = [1, 2, 3, 4];
  const start = from && weekday(from) === day ? Math.min(3, Math.floor((Number(from.slice(8)) - 1) / 7)) : 0;
  const nths = frequency.times === 1 ? all.slice(start, start + 1) : frequency.times === 2 ? [all[0] ?? 1, all[2] ?? 3] : all.slice(0, frequency.times); // prettier-ignore
  const rule: Recurrence = { type: 'monthly', weekday: day, nths };
  const many = frequency.times > 1 ? `quels ${dayName(day)}s du mois` : `quel ${dayName(day)} du mois`;
  tellings.missing.push({ about: 'fréquence', text: `${many} (premier, deuxième, dernier… ?)` });
  const why = start > 0 || (from && weekday(from) === day) ? ', d’après la première date' : '';
  tellings.proposed.push({ about: 'fréquence', text: `${recurrenceInWords(rule)}${why}` });
  return rule;
}

/** "un vendredi sur deux": from which one? */
function alternate(
  { tellings }: Settling,
  every: number,
  weekdays: Weekday[],
  term: DateRange | null,
  from: string | null,
): Recurrence {
  if (from && weekdays.includes(weekday(from))) return { type: 'weekly', weekdays, every, anchor: from };
  tellings.missing.push({ about: 'fréquence', text: 'la première date (pour savoir quelles semaines)' });
  if (!term) return { type: 'weekly', weekdays, every };
  let anchor = term.first;
  while (!weekdays.includes(weekday(anchor))) anchor = addDays(anchor, 1);
  tellings.proposed.push({ about: 'fréquence', text: `première date proposée : ${dayLong(anchor, { year: true })}` });
  return { type: 'weekly', weekdays, every, anchor };
}

/** Even or odd ISO weeks, as dates: a year of 53 weeks breaks "every two weeks". */
function parityDates(parity: 'even' | 'odd', weekdays: Weekday[], term: DateRange | null): Recurrence | null {
  if (!term) return null;
  const dates: string[] = [];
  for (let monday = weekOf(term.first).first; monday <= term.last; monday = addDays(monday, 7)) {
    if ((weekNumber(monday) % 2 === 0) !== (parity === 'even')) continue;
    dates.push(
      ...weekdays.map((day) => addDays(monday, day - 1)).filter((date) => date >= term.first && date <= term.last),
    );
  }
  return { type: 'dates', dates };
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

/** "chaque semaine", "2 fois par semaine", "une fois par mois", "plusieurs séances". */
export function frequencyInWords(frequency: Frequency): string {
  switch (frequency.type) {
    case 'once':
      return 'une seule fois';
    case 'daily':
      return 'chaque jour';
    case 'weekly':
      if (frequency.parity) return `semaines ${frequency.parity === 'even' ? 'paires' : 'impaires'}`;
      return frequency.every === 1
        ? 'chaque semaine'
        : `une semaine sur ${frequency.every === 2 ? 'deux' : frequency.every}`;
    case 'monthly':
      return frequency.times === 1 ? 'une fois par mois' : `${frequency.times} fois par mois`;
    case 'times':
      return `${frequency.times === 1 ? 'une' : frequency.times} fois par ${frequency.per}`;
    case 'yearly':
      return frequency.every === 1 ? 'chaque année' : `tous les ${frequency.every} ans`;
    case 'unsaid':
      return frequency.sessions ? `${frequency.sessions} séances` : 'plusieurs séances';
  }
}
