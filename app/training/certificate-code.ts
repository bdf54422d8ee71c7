/** Letters and digits that nobody mistakes for one another, on paper or on the telephone. */
export const CODE_LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679';
export const CODE_LENGTH = 16;
const GROUP = /.{4}/g;

/** A code as it is printed, "A3CD-EFGH-JK4M-NPQR", from as many drawn numbers as it has letters. */
export function codeOf(draws: readonly number[]): string {
  const letters = draws.map((draw) => CODE_LETTERS.charAt(draw % CODE_LETTERS.length)).join('');
  return (letters.match(GROUP) ?? []).join('-');
}

/** The code that someone typed, as it is printed; null: it cannot be one. Capitals, dashes and spaces do not matter. */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (letters.length !== CODE_LENGTH || [...letters].some((one) => !CODE_LETTERS.includes(one))) return null;
  return (letters.match(GROUP) ?? []).join('-');
}
