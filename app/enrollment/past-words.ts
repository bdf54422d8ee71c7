import type { EnrollmentStateName } from './state.ts';

/** What became of an enrolment that is over, for its owner. */
export function pastInWords(past: { state: EnrollmentStateName; endReason: string | null; late: boolean }): string {
  switch (past.state) {
    case 'CONFIRMED':
      return 'Vous étiez inscrite';
    case 'WITHDRAWN':
      if (past.endReason === 'DECLINED') return 'Vous avez laissé la place';
      if (past.endReason === 'GROUP_LEFT') return 'Vous avez quitté le groupe';
      if (past.endReason === 'GROUP_DROPPED') return 'Le groupe ne venait plus à cette date';
      return past.late ? 'Vous vous êtes désistée tardivement' : 'Vous vous êtes désistée';
    case 'REFUSED':
      return 'Le relais n’a pas pu accepter votre demande';
    case 'CANCELLED':
      return 'Séance annulée';
    case 'OFFERED':
    case 'EXPIRED':
      return 'Proposition restée sans réponse';
    case 'WAITING':
      return 'Aucune place ne s’est libérée';
    case 'REQUESTED':
      return 'Demande restée sans réponse';
  }
}
