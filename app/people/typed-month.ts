import { isDate } from '#app/time/iso-date.ts';

export const MONTH_TYPED = 'Indiquez le mois et l’année de naissance, par exemple 03/2025.';

/** `YYYY-MM` from what a month field sends, or from what is typed where browsers draw none: "03/2025", "3 2025"; null: no month. */
export function typedMonth(typed: string): string | null {
  const text = typed.trim();
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const [, typedFirst, typedLast] = /^(\d{1,2})[/\s.-]+(\d{4})$/.exec(text) ?? [];
  const found = year ? `${year}-${month}` : typedLast ? `${typedLast}-${typedFirst?.padStart(2, '0')}` : '';
  return isDate(`${found}-01`) ? found : null;
}
