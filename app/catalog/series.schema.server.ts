import { z } from 'zod';

import { daysBetween, isDate, weekday, type Weekday } from '#app/time/iso-date.ts';
import type { Nth, Recurrence } from '#app/time/recurrence.ts';
import { endDateOf } from './session-hours.ts';
import type { SeriesLine, SeriesProposal, Slot } from './series-proposal.ts';
import { typedSeries, type TypedLine, type TypedSeries, type TypedSlot } from './series-typed.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const LONGEST_TERM_DAYS = 400;

export type ReadSeries =
  | { ok: true; proposal: SeriesProposal; typed: TypedSeries }
  | { ok: false; errors: Record<string, string>; typed: TypedSeries };

const minutes = z
  .string()
  .regex(/^\d{0,3}$/, 'Écrivez un nombre de minutes, par exemple 15.')
  .transform(Number)
  .pipe(z.number().max(240, 'Quatre heures au plus.'));
const ceiling = z
  .string()
  .regex(/^\d{0,3}$/, 'Écrivez un nombre, ou rien s’il n’y a pas de limite.')
  .transform((typed) => (typed === '' ? null : Number(typed)));

const shape = z.object({
  lieu: z.uuid({ error: 'Choisissez un lieu.' }),
  animatrices: z.array(z.uuid({ error: 'Cochez des personnes de la liste.' })).max(20),
  intervenants: z.array(z.uuid({ error: 'Cochez des personnes de la liste.' })).max(20),
  ...{ preparation: minutes, rangement: minutes, adultes: ceiling, enfants: ceiling },
  motif: z.string().max(500, 'La raison est trop longue.'),
});

/** The form of a series: French sentences beside the fields, by their ids; what was typed is given back in any case. */
export function readSeries(form: FormData): ReadSeries {
  const typed = typedSeries(form);
  const errors: Record<string, string> = {};
  const fail = (field: string, message: string) => void (errors[field] ??= message);
  const recurrence = recurrenceOf(typed, fail);
  const term = termOf(typed, recurrence, fail);
  const slots = slotsOf(typed, fail);
  const parsed = shape.safeParse(typed);
  if (!parsed.success) for (const { path, message } of parsed.error.issues) fail(String(path[0]), message);
  const lines = new Map(
    Object.entries(typed.lignes).map(([key, line]) => [key, lineOf(key, line, { slots, ...typed }, fail)]),
  );
  if (!recurrence || !term || !parsed.success || Object.keys(errors).length > 0) return { ok: false, errors, typed };
  const { lieu, animatrices, intervenants, preparation, rangement, adultes, enfants, motif } = parsed.data;
  const { feries, vacances, fermetures, accord } = typed;
  const proposal: SeriesProposal = {
    ...{ recurrence, term, slots, lines, agreed: accord, reason: motif === '' ? null : motif },
    skipping: { publicHolidays: feries, schoolHolidays: vacances, closures: fermetures },
    ...{ siteId: lieu, animatorIds: animatrices, intervenantIds: intervenants },
    ...{ prepMinutes: preparation, tidyMinutes: rangement, maxAdults: adultes, maxChildren: enfants },
  };
  return { ok: true, proposal, typed };
}

type Fail = (field: string, message: string) => void;

function recurrenceOf({ rythme, jours, intervalle, rangs, jour, dates }: TypedSeries, fail: Fail): Recurrence | null {
  switch (rythme) {
    case 'semaines': {
      const weekdays = jours.flatMap(weekdayOf);
      if (weekdays.length === 0) fail('jours', 'Cochez au moins un jour de la semaine.');
      const every = Number(intervalle);
      const isRight = Number.isInteger(every) && every >= 1 && every <= 8;
      if (!isRight) fail('intervalle', 'Choisissez toutes les combien de semaines.');
      return weekdays.length > 0 && isRight ? { type: 'weekly', weekdays, every } : null;
    }
    case 'mois': {
      const nths = rangs.flatMap(nthOf);
      const [day] = weekdayOf(jour);
      if (nths.length === 0) fail('rangs', 'Cochez au moins un rang dans le mois.');
      if (day === undefined) fail('jour', 'Choisissez un jour de la semaine.');
      return nths.length > 0 && day !== undefined ? { type: 'monthly', weekday: day, nths } : null;
    }
    case 'dates':
      if (dates.length === 0) fail('dates-0', 'Écrivez au moins une date.');
      dates.forEach((date, index) => {
        if (!isDate(date)) fail(`dates-${index}`, 'Écrivez une date qui existe.');
      });
      return dates.length > 0 && dates.every(isDate) ? { type: 'dates', dates } : null;
    default:
      fail('rythme', 'Choisissez un rythme.');
      return null;
  }
}

const weekdayOf = (typed: string): Weekday[] => (/^[1-7]$/.test(typed) ? [weekday(`2024-01-0${typed}`)] : []);
const NTHS: Readonly<Record<string, Nth>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, dernier: 'last' };

function nthOf(typed: string): Nth[] {
  const nth = NTHS[typed];
  return nth === undefined ? [] : [nth];
}

function termOf({ depuis, du, jusqua, au }: TypedSeries, recurrence: Recurrence | null, fail: Fail) {
  if (recurrence?.type === 'dates') {
    const dates = [...recurrence.dates].sort();
    return { first: dates[0] ?? '', last: dates.at(-1) ?? '' };
  }
  const [first, last] = [depuis || du, jusqua || au];
  if (!isDate(first)) fail('du', 'Écrivez le premier jour.');
  if (!isDate(last)) fail('au', 'Écrivez le dernier jour, ou choisissez des vacances.');
  if (!isDate(first) || !isDate(last)) return null;
  if (last < first) fail('au', 'Le dernier jour vient avant le premier.');
  else if (daysBetween(first, last) > LONGEST_TERM_DAYS) fail('au', 'Une série dure une année au plus.');
  return { first, last };
}

function slotsOf({ creneaux }: TypedSeries, fail: Fail): Slot[] {
  const said = creneaux
    .map((slot, index) => ({ slot, index }))
    .filter(({ slot, index }) => index === 0 || slot.de || slot.a);
  return said.map(({ slot, index }) => {
    checkHours(slot, `-${index}`, fail);
    return { from: slot.de, until: slot.a, ...otherwise(slot) };
  });
}

function checkHours({ de, a }: Pick<TypedSlot, 'de' | 'a'>, suffix: string, fail: Fail) {
  if (!TIME.test(de)) fail(`de${suffix}`, 'Écrivez une heure, par exemple 09:30.');
  if (!TIME.test(a)) fail(`a${suffix}`, 'Écrivez une heure, par exemple 11:00.');
  const isInOrder = endDateOf({ date: '2024-01-01', from: de, until: a }) !== null;
  if (TIME.test(de) && TIME.test(a) && !isInOrder) fail(`a${suffix}`, 'La fin vient avant le début.');
}

function otherwise({ theme, lieu, animatrice }: TypedSlot): Omit<Slot, 'from' | 'until'> {
  const said = { theme, siteId: lieu, animatorId: animatrice };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
}

/** What a date says otherwise than the series as it is now: what was left as it was shown follows it. */
function lineOf(
  key: string,
  line: TypedLine,
  { slots, bases, sautees }: { slots: readonly Slot[] } & Pick<TypedSeries, 'bases' | 'sautees'>,
  fail: Fail,
): SeriesLine {
  const index = Number(key.split('/')[1]);
  const [slot, base] = [slots[index], bases[index]];
  const follows = { de: line.de === '' || line.de === base?.de, a: line.a === '' || line.a === base?.a };
  const hours = {
    de: follows.de ? (slot?.from ?? '') : line.de,
    a: follows.a ? (slot?.until ?? '') : line.a,
  };
  if (line.garder && slot && !(follows.de && follows.a)) checkHours(hours, `:${key}`, fail);
  const kept = line.garder === sautees.includes(key) ? { kept: line.garder } : {};
  return { ...kept, from: hours.de, until: hours.a, ...otherwise(line) };
}
