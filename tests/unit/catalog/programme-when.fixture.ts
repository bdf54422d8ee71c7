import { readWhen, type When } from '#app/catalog/programme-when.ts';
import { readSchoolYear, type SchoolYear } from '#app/catalog/programme-year.ts';

export const YEAR = readSchoolYear('2026-2027');

/** Reads one cell as a whole, for a workshop of 2026-2027. */
export function readPhrase(date: string, year: SchoolYear | null = YEAR, today: string | null = null) {
  return readWhen({ date, start: '', end: '', recurrence: '' }, { kind: 'ATELIER', year, today });
}

/** "w2:3@2026-09-02 …": weekly every 2 weeks on Wednesdays; "m:2:1,3": first and third Tuesdays; "d:…": dates. */
export function compact({ recurrence, term, start, end }: When): string {
  const hours = `${start ?? '?'}-${end ?? '?'}`;
  if (!recurrence) return `- ${hours}`;
  if (recurrence.type === 'dates') {
    const { dates } = recurrence;
    return `d:${dates.length > 6 ? dates.length : dates.join(',')} ${hours}`;
  }
  const span = `${term?.first}..${term?.last}`.replace('2026-09-01..2027-08-31', 'year');
  if (recurrence.type === 'monthly') return `m:${recurrence.weekday}:${recurrence.nths.join(',')} ${span} ${hours}`;
  const anchor = recurrence.anchor ? `@${recurrence.anchor}` : '';
  return `w${recurrence.every}:${recurrence.weekdays.join('')}${anchor} ${span} ${hours}`;
}
