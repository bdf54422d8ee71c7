import type { CohortRules } from './cohort-rules.ts';

/** What is set of a group. */
export type CohortInput = {
  name: string;
  /** Who leads an ANALYSE all along: an intervenant. */
  facilitatorId: string | null;
  /** Who composes an ANALYSE: an animator of the relais. */
  composerId: string | null;
  minMembers: number | null;
  maxMembers: number | null;
  rules: CohortRules;
};

export type CohortRefusal = {
  code: 'NOT_FOUND' | 'NAME_EMPTY' | 'LIMITS_WRONG' | 'FACILITATOR_NEEDED' | 'COMPOSER_NEEDED' | 'GROUP_EXISTS';
};

/** A refusal in one French sentence, and the field it stands beside. */
export function cohortMessage({ code }: CohortRefusal): { id: string; message: string } {
  switch (code) {
    case 'NOT_FOUND':
      return { id: 'relais', message: 'Ce relais ou cette activité ne peut pas être choisi ici.' };
    case 'NAME_EMPTY':
      return { id: 'nom', message: 'Donnez un nom au groupe.' };
    case 'LIMITS_WRONG':
      return { id: 'maximum', message: 'Le nombre le plus grand vient après le plus petit.' };
    case 'FACILITATOR_NEEDED':
      return { id: 'intervenant', message: 'Choisissez qui anime le groupe, toujours la même personne.' };
    case 'COMPOSER_NEEDED':
      return { id: 'compose', message: 'Choisissez l’animatrice qui compose le groupe.' };
    case 'GROUP_EXISTS':
      return { id: 'activite', message: 'Cette activité a déjà son groupe.' };
  }
}
