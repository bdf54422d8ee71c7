import { occurrences, type DayPart } from '#app/time/closure-days.ts';
import { closedDaysInWords, PART_WORDS } from '#app/time/closure-words.ts';
import { publicHoliday } from '#app/time/public-holidays.ts';
import { addDays, type DateRange } from '#app/time/iso-date.ts';
import { capital } from '#app/time/french.ts';
import type { Period } from '#app/time/days-off.ts';

/** A closure that concerns what the planning shows. */
export type PlannedClosure = {
  of: { kind: 'relais' | 'site' | 'person'; id: string; name: string };
  first: string;
  last: string;
  part: DayPart;
  /** the same days of every year from `first` on */
  yearly: boolean;
  /** Empty for a person: why she is away is nobody's business. */
  reason: string;
};

/**
 * Why a day is not like the others. `off`: the part of it when nothing shown can take place; `partly`: the part when
 * something shown is closed, not all; `notes` says what, in words.
 */
export type DayShade = { date: string; off: DayPart | null; partly: DayPart | null; school: boolean; notes: string[] };

export type ShadeFacts = {
  schoolHolidays: readonly Period[];
  closures: readonly PlannedClosure[];
  /** What the planning shows: all these relais; one place or one person when it is filtered so. */
  shown: { relaisIds: readonly string[]; siteId?: string | undefined; personId?: string | undefined };
};

/** The days of a window that are not like the others. */
export function dayShades(window: DateRange, facts: ShadeFacts): DayShade[] {
  const closures = facts.closures.map((closure) => ({ closure, when: occurrences(closure, window) }));
  const days: DayShade[] = [];
  for (let date = window.first; date <= window.last; date = addDays(date, 1)) {
    const holiday = publicHoliday(date, 'metropole');
    const school = facts.schoolHolidays.find(({ first, last }) => first <= date && date <= last);
    const closed = closures.flatMap(({ closure, when }) =>
      when.some(({ first, last }) => first <= date && date <= last) ? [closure] : [],
    );
    const off = holiday ? ('WHOLE' as const) : partOff(closed, facts.shown);
    const notes = [
      ...(holiday ? [`férié (${holiday})`] : []),
      ...closuresInWords(closed, facts.shown.relaisIds),
      ...(school ? [`vacances scolaires (${school.name})`] : []),
    ];
    const partly = off === 'WHOLE' ? null : partClosed(closed);
    if (notes.length > 0) days.push({ date, off, partly, school: school !== undefined, notes: [...new Set(notes)] });
  }
  return days;
}

/** The part of the day when nothing shown can take place. */
function partOff(closed: readonly PlannedClosure[], shown: ShadeFacts['shown']): DayPart | null {
  const { relaisIds, siteId, personId } = shown;
  const isOff = (part: 'MORNING' | 'AFTERNOON') => {
    const ids = new Set(closed.filter((one) => one.part === 'WHOLE' || one.part === part).map(({ of }) => of.id));
    if ((siteId !== undefined && ids.has(siteId)) || (personId !== undefined && ids.has(personId))) return true;
    return relaisIds.length > 0 && relaisIds.every((id) => ids.has(id));
  };
  const [morning, afternoon] = [isOff('MORNING'), isOff('AFTERNOON')];
  if (morning && afternoon) return 'WHOLE';
  if (morning) return 'MORNING';
  return afternoon ? 'AFTERNOON' : null;
}

/** The part of the day when something is closed. */
function partClosed(closed: readonly PlannedClosure[]): DayPart | null {
  const [first, ...others] = new Set(closed.map(({ part }) => part));
  return others.length > 0 ? 'WHOLE' : (first ?? null);
}

/** "fermeture : Amiens Nord, le matin (inventaire)", "fermeture : tous les relais (congés)", "absence : Léa Martin". */
export function closuresInWords(closed: readonly PlannedClosure[], relaisIds: readonly string[]): string[] {
  const groups = new Map<string, PlannedClosure[]>();
  for (const one of closed) {
    const key = one.of.kind === 'relais' ? `${one.part} ${one.reason}` : `${one.of.id} ${one.part} ${one.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    if (!one) return [];
    const ids = new Set(group.map(({ of }) => of.id));
    const all = ids.size > 1 && relaisIds.every((id) => ids.has(id));
    const names = all ? 'tous les relais' : [...new Set(group.map(({ of }) => of.name))].join(', ');
    const part = one.part === 'WHOLE' ? '' : `, ${PART_WORDS[one.part]}`;
    const reason = one.reason === '' ? '' : ` (${one.reason})`;
    return [`${one.of.kind === 'person' ? 'absence' : 'fermeture'} : ${names}${part}${reason}`];
  });
}

/** How a half of the day is drawn; null: like the others. */
export function halfLook({ off, partly, school }: DayShade, half: 'MORNING' | 'AFTERNOON'): ShadeLook | null {
  const covers = (part: DayPart | null) => part === 'WHOLE' || part === half;
  if (covers(off)) return 'off';
  if (covers(partly)) return 'partly';
  return school ? 'school' : null;
}

export type ShadeLook = 'off' | 'partly' | 'school';

/** Each note with the days in a row it holds for: "Du 19 décembre au 3 janvier : vacances scolaires (Noël)". */
export function notesInWords(days: readonly DayShade[]): string[] {
  const runs: { note: string; first: string; last: string }[] = [];
  for (const { date, notes } of days) {
    for (const note of notes) {
      const run = runs.find((one) => one.note === note && one.last === addDays(date, -1));
      if (run) run.last = date;
      else runs.push({ note, first: date, last: date });
    }
  }
  return runs.map(({ note, ...days }) => `${capital(closedDaysInWords(days))} : ${note}`);
}
