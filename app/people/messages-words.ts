import { KIND_WORDS, type MessageKindName } from '#app/mail/message-kinds.ts';

/** `LEFT_WITHOUT`: what one must get would reach her by nothing. */
export type MessagesRefusal = { code: 'NOT_FOUND' } | { code: 'LEFT_WITHOUT'; kind: MessageKindName };

/** Why choices are refused, by the field they concern. */
export function messagesMessage(refusal: MessagesRefusal): Record<string, string> {
  if (refusal.code === 'NOT_FOUND') return {};
  const { label } = KIND_WORDS[refusal.kind];
  return { [refusal.kind]: `« ${label} » : gardez au moins un moyen de vous prévenir.` };
}

/** `TOO_MANY`: she follows twenty things already. */
export type FollowRefusal = { code: 'NOT_FOUND' | 'TOO_MANY' };

/** Why following is refused. */
export function followMessage({ code }: FollowRefusal): string {
  return code === 'TOO_MANY'
    ? 'Vous suivez déjà vingt choses : retirez-en une d’abord.'
    : 'Ceci n’existe pas, ou n’est pas à vous.';
}

/** Why an introduction is refused. */
export function introductionMessage({ code }: { code: 'NOT_FOUND' | 'TOO_LONG' }): string {
  return code === 'TOO_LONG' ? 'Écrivez 600 signes au plus.' : 'Ceci n’existe pas, ou n’est pas à vous.';
}
