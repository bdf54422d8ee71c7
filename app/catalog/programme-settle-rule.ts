import { dayLong, dayName } from '#app/time/french.ts';
import { addDays, weekday, weekOf, type DateRange, type Weekday } from '#app/time/iso-date.ts';
import { recurrenceInWords, type Nth, type Recurrence } from '#app/time/recurrence.ts';
import { type Frequency } from '#app/catalog/programme-frequency.ts';
import { boundIn, type Settling } from '#app/catalog/programme-settle-term.ts';
import { weekNumber } from '#app/catalog/programme-year.ts';

/** The rule that a rhythm and weekdays make; which week, where nobody says it, is proposed and told as missing. */
export function ruleOf(
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
