import { catalogMessage } from './messages.ts';
import type { Clash } from './new-session.ts';

export type ReplacementRefusal =
  { code: 'NOT_FOUND' | 'PAST' | 'NOT_LEADING' | 'NOT_AN_ANIMATOR' } | { code: 'CLASH'; clashes: Clash[] };

/** Why a replacement was refused, in one sentence. */
export function replacementMessage(refusal: ReplacementRefusal): string {
  switch (refusal.code) {
    case 'PAST':
      return 'Cette séance a déjà commencé.';
    case 'NOT_LEADING':
      return 'Cette personne n’anime plus cette séance : la page a changé entre-temps.';
    case 'NOT_AN_ANIMATOR':
      return 'Choisissez une collègue qui anime dans l’un des relais à cette date.';
    case 'CLASH':
      return `${catalogMessage(refusal)} Choisissez quelqu’un d’autre, ou dites pourquoi vous passez outre.`;
    case 'NOT_FOUND':
      return catalogMessage({ code: 'NOT_FOUND' });
  }
}

/** What was done, for the page that follows. */
export function replacedInWords(done: { replacement: string; absent: string | null; again: boolean }): string {
  if (done.again) return `${done.replacement} anime déjà cette séance.`;
  const { replacement, absent } = done;
  if (absent === null) return `${replacement} anime cette séance. Un e-mail le lui dit.`;
  return `${replacement} remplace ${absent}. Un e-mail prévient l’une et l’autre.`;
}
