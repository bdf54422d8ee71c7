import type { Suits } from './need-words.ts';
import type { Payer } from './plan-words.ts';

/** What is set of a line. Days are ISO; money and hours are for one person; null: unknown yet. */
export type LineTerms = {
  title: string;
  organisationId: string | null;
  suits: readonly Suits[];
  minPeople: number;
  maxPeople: number | null;
  minutes: number | null;
  costCents: number | null;
  payer: Payer | null;
  /** How the children are looked after meanwhile. */
  replacement: string;
  filesDueOn: string | null;
};

/** What a group of needs begins with: first-aid groups are 4 to 10, so are most. */
export const NEW_LINE: Omit<LineTerms, 'title'> = {
  ...{ organisationId: null, suits: [], minPeople: 4, maxPeople: 10, minutes: null, costCents: null },
  ...{ payer: 'PLAN', replacement: '', filesDueOn: null },
};
