import type { AnswerOfferOutcome } from './answerOffer.server.ts';
import { skipInWords } from './messages.ts';
import type { SkipReason } from './queue.ts';

/** Why she cannot take the place that is offered. */
export function blockedInWords(reason: SkipReason): string {
  switch (reason) {
    case 'OVERLAP':
      return 'Vous êtes déjà inscrite ailleurs au même moment. Désistez-vous d’abord de l’autre séance.';
    case 'QUOTA':
      return 'Vous avez atteint le nombre d’inscriptions permis sur la période. Désistez-vous d’abord d’une autre séance.';
    case 'NOT_ELIGIBLE':
    case 'NEVER_FITS':
      return skipInWords(reason);
  }
}

/** What she is told, back in her own space. */
export function answerInWords(answered: Exclude<AnswerOfferOutcome, { outcome: 'notFound' }>): {
  severity: 'success' | 'error';
  text: string;
} {
  switch (answered.outcome) {
    case 'accepted':
      return { severity: 'success', text: 'Vous êtes inscrite. Un e-mail vous le confirme.' };
    case 'declined':
      return { severity: 'success', text: 'C’est noté : la place va à qui attend.' };
    case 'blocked':
      return { severity: 'error', text: blockedInWords(answered.reason) };
    case 'noOffer':
      return {
        severity: 'error',
        text: 'Cette proposition n’est plus valable : son délai est passé, ou elle a eu sa réponse.',
      };
  }
}
