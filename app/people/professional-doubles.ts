import { fold } from '#app/documents/fold.ts';

/** Someone who is there already, or a row above. */
export type Someone = {
  lastName: string;
  firstName: string;
  email: string | null;
  phone: string | null;
  commune: string;
};

/**
 * Is she the same person? "même courriel"; "même nom et …" with the same telephone or commune, or when one of the two
 * has neither; null: someone else.
 */
export function sameAs(a: Someone, b: Someone): string | null {
  if (a.email !== null && a.email === b.email) return 'même courriel';
  const name = (one: Someone) => fold(`${one.lastName} ${one.firstName}`).replace(/[^a-z]+/g, ' ');
  if (name(a) !== name(b)) return null;
  if (a.phone !== null && a.phone === b.phone) return 'même nom et même téléphone';
  if (a.commune !== '' && fold(a.commune) === fold(b.commune)) return 'même nom et même commune';
  const bare = (one: Someone) => one.phone === null && one.commune === '';
  return bare(a) || bare(b) ? 'même nom' : null;
}
