import { textOf } from '#app/auth/readForm.server.ts';
import { MOST_COLUMNS, readMapping, type ListMapping } from '#app/people/list-columns.ts';

/** What was chosen for a list: its columns (null: to be guessed) and its relais. */
export function choicesIn(form: FormData): { mapping: ListMapping | null; relaisSlug: string } {
  const chosen = Array.from({ length: MOST_COLUMNS }, (_, index) => form.get(`colonne-${index}`));
  const given = chosen
    .slice(0, chosen.findLastIndex((value) => value !== null) + 1)
    .map((value) => (typeof value === 'string' ? value : ''));
  return {
    mapping: given.length === 0 ? null : readMapping(textOf(form, 'titres'), given),
    relaisSlug: textOf(form, 'relais'),
  };
}
