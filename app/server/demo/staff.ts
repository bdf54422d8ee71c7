import type { StaffRoleName } from '#app/people/actor.ts';

export type DemoStaff = {
  firstName: string;
  lastName: string;
  account: string;
  role: StaffRoleName;
  /** Indices in RELAIS; null: all of them. */
  relais: readonly number[] | null;
};

/** The one-click accounts of the contract, and a team for each relais. */
export const STAFF: readonly DemoStaff[] = [
  { firstName: 'Léa', lastName: 'Martin', account: 'lea.martin', role: 'ANIMATOR', relais: [0, 1] },
  { firstName: 'Sophie', lastName: 'Lefèvre', account: 'sophie.lefevre', role: 'COORDINATOR', relais: null },
  { firstName: 'Inès', lastName: 'Roux', account: 'ines.roux', role: 'SECRETARY', relais: null },
  { firstName: 'Administration', lastName: 'Ribambelle', account: 'admin', role: 'ADMIN', relais: null },
  { firstName: 'Hugo', lastName: 'Carlier', account: 'hugo.carlier', role: 'ANIMATOR', relais: [0] },
  { firstName: 'Nora', lastName: 'Bensaïd', account: 'nora.bensaid', role: 'ANIMATOR', relais: [1] },
  { firstName: 'Agathe', lastName: 'Maillard', account: 'agathe.maillard', role: 'ANIMATOR', relais: [2] },
  { firstName: 'Cyril', lastName: 'Dautry', account: 'cyril.dautry', role: 'ANIMATOR', relais: [2] },
  { firstName: 'Maud', lastName: 'Ferrand', account: 'maud.ferrand', role: 'ANIMATOR', relais: [3] },
  { firstName: 'Elsa', lastName: 'Torchy', account: 'elsa.torchy', role: 'ANIMATOR', relais: [3] },
  { firstName: 'Judith', lastName: 'Sellier', account: 'judith.sellier', role: 'ANIMATOR', relais: [4] },
  { firstName: 'Karim', lastName: 'Ouali', account: 'karim.ouali', role: 'ANIMATOR', relais: [4] },
  { firstName: 'Rose', lastName: 'Vignon', account: 'rose.vignon', role: 'ANIMATOR', relais: [5] },
  { firstName: 'Paul', lastName: 'Lenglet', account: 'paul.lenglet', role: 'ANIMATOR', relais: [5] },
];

/** Of each relais, who leads its ateliers and evenings, then who leads the rest. */
export const TEAMS: readonly (readonly [string, string])[] = [
  ['lea.martin', 'hugo.carlier'],
  ['lea.martin', 'nora.bensaid'],
  ['agathe.maillard', 'cyril.dautry'],
  ['maud.ferrand', 'elsa.torchy'],
  ['judith.sellier', 'karim.ouali'],
  ['rose.vignon', 'paul.lenglet'],
];

export const INTERVENANTS = [
  { firstName: 'Marc', lastName: 'Petit', account: 'marc.petit', profession: 'psychologue' },
  { firstName: 'Odette', lastName: 'Flour', account: 'odette.flour', profession: 'musicienne' },
  {
    firstName: 'Yann',
    lastName: 'Brasseur',
    account: 'yann.brasseur',
    profession: 'formateur',
    organisation: 'Organisme de formation des Tilleuls',
  },
] as const;
