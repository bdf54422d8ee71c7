import { ageRange, plural } from '#app/time/french.ts';
import type { Refusal } from './admission.ts';
import { refusalInWords } from './messages.ts';

/** Never which one: it may be a group whose members the team does not know (rule 8). */
export const OVERLAPS = 'Elle est déjà inscrite à une autre séance au même moment.';

/** Why someone cannot be enrolled on her behalf, as the team reads it. */
export function refusalForStaff(refusal: Refusal, zone: string): string {
  switch (refusal.code) {
    case 'OVERLAP':
      return OVERLAPS;
    case 'CHILDREN_NEEDED':
      return 'Dites avec quels enfants elle vient.';
    case 'TOO_MANY_CHILDREN':
      return `Elle peut venir avec ${plural(refusal.most, 'enfant', 'enfants')} au plus.`;
    case 'NEVER_FITS':
      return 'Son groupe ne pourrait pas tenir dans la séance, même vide : augmentez les places, ou prévoyez moins d’enfants.';
    case 'AGE':
      return `Âge des enfants pour cette séance : ${ageRange(refusal.minMonths, refusal.maxMonths)}.`;
    case 'FREE_ACCESS':
      return 'Cette séance est en accès libre : personne ne s’inscrit, notez les présences sur la feuille.';
    case 'STARTED':
      return 'La séance a commencé : ajoutez-la sur la feuille d’émargement.';
    case 'QUOTA':
      return 'Elle a déjà le plus d’inscriptions possible sur la période.';
    case 'SESSION_CANCELLED':
    case 'CLOSED':
    case 'BY_NAME':
    case 'NO_FILE':
    case 'NOT_ACTIVE':
    case 'NOT_YET_OPEN':
    case 'WRONG_KIND':
    case 'NOT_FROM_HERE':
    case 'REGLEMENT':
    case 'CHILDREN_NOT_WELCOME':
    case 'OTHERS_NOT_YET':
    case 'GUEST_NOT_YET':
    case 'KIND_NOT_YET':
    case 'CONDITION':
      return refusalInWords(refusal, zone);
  }
}
