import type { Flash } from '#app/auth/flash.server.ts';
import { peopleMessage, type PeopleRefusal } from '#app/people/messages.ts';

export const ASKED_AT = '/animation/professionnels/demandes';

export const FILE_UNSAID: Flash = { severity: 'error', text: 'Dites d’abord si elle a déjà une fiche.' };

type Answered = { ok: true; mailed: boolean; again: boolean } | { ok: false; refusal: PeopleRefusal };

/**
 * What to tell once a request is answered.
 *
 * @throws 404 for a request that is not there, or not for her
 */
export function answerFlash(outcome: Answered, answer: 'accepted' | 'refused'): Flash {
  if (!outcome.ok) {
    if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
    return { severity: 'error', text: peopleMessage(outcome.refusal) };
  }
  if (outcome.again) return { severity: 'info', text: 'Cette réponse était déjà donnée.' };
  const done = answer === 'accepted' ? 'L’accès est ouvert' : 'La demande est refusée';
  const told = outcome.mailed ? 'elle en est prévenue par e-mail' : 'sans e-mail, prévenez-la par téléphone';
  return { severity: 'success', text: `${done} : ${told}.` };
}
