import type { ProfessionalRow } from './professional-row.ts';
import type { RelaisMatch } from './relais-match.ts';

/**
 * `add`: is, or would be, added; `known`: there already; `renew`: there already, her file gets a newer agrément; `repeated`: an earlier row is the same person; `mend`: something
 * cannot be read; `no-relais`: it names none of ours; `refused`: the command said no.
 */
export type ProfessionalFate = 'add' | 'renew' | 'known' | 'repeated' | 'mend' | 'no-relais' | 'refused';

export type ProfessionalImport = {
  row: ProfessionalRow;
  relais: RelaisMatch;
  fate: ProfessionalFate;
  /** Why, in words; whom she repeats. */
  reason: string | null;
  /** A commune of hers that the collectivité does not have yet. */
  newCommune: boolean;
  /** One that it does not have, and that the actor may not make: left empty. */
  unknownCommune: boolean;
  /** Whose file gets the agrément of the row; absent: nobody's. */
  renews?: { personId: string; agrement: NonNullable<ProfessionalRow['agrement']> };
};
