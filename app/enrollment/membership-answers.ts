import type { JoinRefusal } from '#app/catalog/cohort-rules.ts';

export type MembershipRefusal = {
  code: JoinRefusal | 'NOT_FOUND' | 'FULL' | 'COMMUNE_FULL' | 'OVER' | 'PERSON_UNKNOWN';
};

/** A refusal about a group in one French sentence. */
export function membershipMessage({ code }: MembershipRefusal): string {
  switch (code) {
    case 'NOT_FOUND':
      return 'Ce groupe n’existe plus.';
    case 'TOO_LATE':
      return 'Les candidatures à ce groupe sont closes.';
    case 'WRONG_KIND':
      return 'Ce groupe ne s’adresse pas à votre métier.';
    case 'NOT_FROM_HERE':
      return 'Ce groupe est réservé aux professionnelles de ce relais.';
    case 'NOT_ACTIVE':
      return 'Votre activité est notée en pause ou terminée. Appelez votre relais pour la reprendre.';
    case 'FULL':
      return 'Le groupe est complet.';
    case 'COMMUNE_FULL':
      return 'Le groupe a déjà autant de personnes de cette commune que ses règles le permettent.';
    case 'OVER':
      return 'Cette candidature a déjà reçu sa réponse.';
    case 'PERSON_UNKNOWN':
      return 'Choisissez une personne de la liste.';
  }
}
