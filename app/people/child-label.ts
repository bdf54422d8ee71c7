import { ageInMonths, isDate } from '#app/time/iso-date.ts';

export const LONGEST_LABEL = 30;
const COMING_OF_AGE = 18 * 12;

export type LabelRefusal =
  'LABEL_EMPTY' | 'LABEL_TOO_LONG' | 'LABEL_SURNAME' | 'MONTH_WRONG' | 'MONTH_FUTURE' | 'GROWN_UP';

/** A first name or a nickname, on one line, spaces tidied. */
export function tidyLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ');
}

/**
 * What is wrong with a label, or null (rule 3: never a surname). One word, or a composed first name; "Léa M." is
 * refused too: an initial is the beginning of a surname.
 */
export function labelRefusal(label: string): LabelRefusal | null {
  if (/[\r\n]/.test(label.trim())) return 'LABEL_SURNAME';
  const tidy = tidyLabel(label);
  if (tidy === '') return 'LABEL_EMPTY';
  if (tidy.length > LONGEST_LABEL) return 'LABEL_TOO_LONG';
  const words = tidy.split(' ');
  const looksLikeSurname =
    words.length > 2 || words.some((word) => /^\p{L}\.?$/u.test(word)) || /\p{Lu}{3,}/u.test(tidy);
  return looksLikeSurname && words.length > 1 ? 'LABEL_SURNAME' : null;
}

/** What is wrong with a month of birth `YYYY-MM` on a date: impossible, to come, or eighteen years ago; null: nothing. */
export function birthMonthRefusal(month: string, today: string): LabelRefusal | null {
  if (!/^\d{4}-\d{2}$/.test(month) || !isDate(`${month}-01`)) return 'MONTH_WRONG';
  const age = ageInMonths(month, today);
  if (age < 0) return 'MONTH_FUTURE';
  return age > COMING_OF_AGE ? 'GROWN_UP' : null;
}
