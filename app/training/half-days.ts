import { isDate } from '#app/time/iso-date.ts';

/** A half-day of training, in wall time; `children`: they may come to it. */
export type HalfDay = { date: string; from: string; to: string; children?: true };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What was typed in one row of the form. */
export type TypedHalfDay = HalfDay;

export const EMPTY_HALF_DAY: TypedHalfDay = { date: '', from: '', to: '' };

const isEmpty = ({ date, from, to }: TypedHalfDay) => date === '' && from === '' && to === '';

/**
 * The rows that were filled, in order, or the sentences about those that were not right, by row. Two half-days may not
 * overlap; an end comes after its start, on the same day.
 */
export function readHalfDays(
  rows: readonly TypedHalfDay[],
): { ok: true; halfDays: HalfDay[] } | { ok: false; errors: Record<number, string> } {
  const errors: Record<number, string> = {};
  const kept: (HalfDay & { row: number })[] = [];
  rows.forEach((typed, row) => {
    if (isEmpty(typed)) return;
    const wrong = wrongIn(typed);
    if (wrong !== null) errors[row] = wrong;
    else kept.push({ ...typed, row });
  });
  const sorted = kept.toSorted((a, b) => (`${a.date} ${a.from}` < `${b.date} ${b.from}` ? -1 : 1));
  sorted.forEach((one, index) => {
    const before = sorted[index - 1];
    if (before && before.date === one.date && before.to > one.from) {
      errors[one.row] ??= 'Cette demi-journée en recouvre une autre.';
    }
  });
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    halfDays: sorted.map(({ date, from, to, children }) => ({ date, from, to, ...(children && { children }) })),
  };
}

function wrongIn({ date, from, to }: TypedHalfDay): string | null {
  if (!isDate(date)) return 'Écrivez la date de cette demi-journée.';
  if (!TIME.test(from) || !TIME.test(to)) return 'Écrivez le début et la fin, par exemple 9:00 et 12:30.';
  return to > from ? null : 'La fin vient après le début.';
}

/** Minutes of all of them. */
export function totalMinutes(halfDays: readonly HalfDay[]): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return halfDays.reduce((sum, { from, to }) => sum + minutes(to) - minutes(from), 0);
}
