import { addDays } from '#app/time/iso-date.ts';
import type { ProfessionalRow } from './professional-row.ts';

/** The latest agrément of a file: its dates, ISO; `validUntil` null: no end is known. */
export type HeldAgrement = { validFrom: string; validUntil: string | null };

type ListedRow = Pick<ProfessionalRow, 'agrement' | 'agrementDated' | 'missing'>;
type Listed = NonNullable<ProfessionalRow['agrement']>;

/**
 * The agrément that a list tells of someone known and that her file does not have: a first one, or one that ends later.
 * One whose beginning the list does not say begins when the held one ends. Null: nothing new.
 */
export function newerAgrement(
  { agrement, agrementDated, missing }: ListedRow,
  held: HeldAgrement | null,
): Listed | null {
  if (!agrement || missing.length > 0) return null;
  if (held === null) return agrement;
  if (agrement.validUntil === undefined) return null;
  if (held.validUntil !== null && agrement.validUntil <= held.validUntil) return null;
  if (agrementDated) return agrement.validFrom < held.validFrom ? null : agrement;
  if (held.validUntil === null || held.validUntil < agrement.validFrom) return agrement;
  return { ...agrement, validFrom: addDays(held.validUntil, 1) };
}
