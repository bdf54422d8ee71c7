/** French public holidays (Code du travail, art. L.3133-1; L.3134-13 for Alsace-Moselle; L.3422-2 overseas). */

import { addDays } from '#app/time/iso-date.ts';

export type Territory = 'metropole' | 'alsace-moselle' | 'guadeloupe' | 'guyane' | 'martinique' | 'mayotte' | 'reunion';

export type PublicHoliday = { readonly date: string; readonly name: string };

const FIXED: readonly (readonly [string, string])[] = [
  ['01-01', "Jour de l'an"],
  ['05-01', 'Fête du Travail'],
  ['05-08', 'Victoire 1945'],
  ['07-14', 'Fête nationale'],
  ['08-15', 'Assomption'],
  ['11-01', 'Toussaint'],
  ['11-11', 'Armistice 1918'],
  ['12-25', 'Noël'],
];

const AFTER_EASTER: readonly (readonly [number, string])[] = [
  [1, 'Lundi de Pâques'],
  [39, 'Ascension'],
  [50, 'Lundi de Pentecôte'],
];

const ABOLITION = "Abolition de l'esclavage";

/**
 * The public holidays of a year in date order (two rows when two fall together, as Ascension and 1 May in 2008).
 * In Alsace-Moselle Good Friday counts everywhere, although the law names only communes with a Protestant temple.
 */
export function publicHolidays(year: number, territory: Territory = 'metropole'): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const fixed = [...FIXED, ...fixedOf(territory)].map(([day, name]) => ({ date: `${year}-${day}`, name }));
  const movable = [...AFTER_EASTER, ...(territory === 'alsace-moselle' ? [[-2, 'Vendredi saint'] as const] : [])];
  const moved = movable.map(([days, name]) => ({ date: addDays(easter, days), name }));
  return [...fixed, ...moved].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

const known = new Map<string, ReadonlyMap<string, string>>();

/** The name of the public holiday on a date ("Fête du Travail et Ascension" when two meet), else null. */
export function publicHoliday(date: string, territory: Territory = 'metropole'): string | null {
  const key = `${date.slice(0, 4)} ${territory}`;
  const names = known.get(key) ?? namesOf(Number(date.slice(0, 4)), territory);
  known.set(key, names);
  return names.get(date) ?? null;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact = (19 * a + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const lunar = Math.floor((a + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * lunar + 21;
  return addDays(`${year}-03-01`, days);
}

function namesOf(year: number, territory: Territory): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { date, name } of publicHolidays(year, territory)) {
    const other = names.get(date);
    names.set(date, other ? `${other} et ${name}` : name);
  }
  return names;
}

function fixedOf(territory: Territory): readonly (readonly [string, string])[] {
  switch (territory) {
    case 'metropole':
      return [];
    case 'alsace-moselle':
      return [['12-26', 'Saint-Étienne']];
    case 'guadeloupe':
      return [['05-27', ABOLITION]];
    case 'guyane':
      return [['06-10', ABOLITION]];
    case 'martinique':
      return [['05-22', ABOLITION]];
    case 'mayotte':
      return [['04-27', ABOLITION]];
    case 'reunion':
      return [['12-20', ABOLITION]];
  }
}
