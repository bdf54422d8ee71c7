import { list } from '#app/time/french.ts';
import type { Refusal, RequestReason } from './admission.ts';
import type { Lack } from './capacity.ts';
import { lackInWords, refusalInWords, requestReasonInWords } from './messages.ts';
import { sentence } from './panel-words.ts';
import type { LiveState } from './state.ts';

/** What a person reads after booking: done, or what to correct and where (the field's id; null: the whole form). */
export type Answer =
  | { kind: 'done'; severity: 'success' | 'info'; text: string }
  | { kind: 'refused'; field: string | null; message: string };

const FIELDS: Partial<Record<Refusal['code'], string>> = {
  CHILDREN_NEEDED: 'enfants',
  CHILDREN_NOT_WELCOME: 'enfants',
  TOO_MANY_CHILDREN: 'enfants',
  AGE: 'enfants',
  NEVER_FITS: 'enfants',
  CONDITION: 'conditions',
};

/** A refusal and the field it is about. */
export function refused(refusal: Refusal, zone: string): Answer {
  return { kind: 'refused', field: FIELDS[refusal.code] ?? null, message: refusalInWords(refusal, zone) };
}

/** After booking: what she has now. `again`: she had it before. */
export function booked(state: LiveState, again: boolean): Answer {
  if (again)
    return {
      kind: 'done',
      severity: 'info',
      text: 'Vous aviez déjà une inscription à cette séance : rien n’a changé.',
    };
  switch (state) {
    case 'CONFIRMED':
      return { kind: 'done', severity: 'success', text: 'Vous êtes inscrite. Un e-mail vous le confirme.' };
    case 'REQUESTED':
      return { kind: 'done', severity: 'success', text: 'Votre demande est envoyée : le relais vous répondra.' };
    case 'OFFERED':
      return { kind: 'done', severity: 'info', text: 'Une place vous est proposée.' };
    case 'WAITING':
      return { kind: 'done', severity: 'info', text: 'Vous êtes sur la liste d’attente.' };
  }
}

/** After changing the children: done, at what price. */
export function changed(newArrival: boolean): Answer {
  return newArrival
    ? { kind: 'done', severity: 'info', text: 'C’est noté. Vous repassez à la fin de la liste d’attente.' }
    : { kind: 'done', severity: 'success', text: 'C’est noté : votre inscription est à jour.' };
}

/** More children than there is room for, or than she may bring without an answer. */
export function notMore(why: { lack: Lack; heldForAnother: boolean } | { reasons: readonly RequestReason[] }): Answer {
  const words =
    'lack' in why
      ? sentence(lackInWords(why.lack, why.heldForAnother))
      : `${list(why.reasons.map(requestReasonInWords))} Appelez-le.`;
  return { kind: 'refused', field: 'enfants', message: `${words} Votre place est gardée comme elle était.` };
}

/** It ended, or the session has begun. */
export const OVER: Answer = {
  kind: 'refused',
  field: null,
  message: 'Cette inscription n’est plus à changer : la séance a commencé ou l’inscription a pris fin.',
};

/** After withdrawing. `again`: it was over already. `late`: enrolment was closed. */
export function withdrawn({ again, late }: { again: boolean; late: boolean }): Answer {
  if (again)
    return { kind: 'done', severity: 'info', text: 'Cette inscription avait déjà pris fin : rien n’a changé.' };
  const text = late
    ? 'Vous êtes désistée. Merci d’avoir prévenu, même après la clôture.'
    : 'Vous êtes désistée. Merci d’avoir prévenu : votre place sert à une autre.';
  return { kind: 'done', severity: 'success', text };
}

export const STARTED: Answer = {
  kind: 'refused',
  field: null,
  message: 'La séance a commencé : prévenez le relais par téléphone.',
};
