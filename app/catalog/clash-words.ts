import type { Clash } from './new-session.ts';

/** "Léa Martin : déjà pris par « Peinture », mardi 8 décembre, 9 h 30 – 11 h." */
export function clashSentence({ what, when, by }: Clash): string {
  return `${what === '' ? '' : `${what} : `}déjà pris par « ${by} », ${when.toLowerCase()}.`;
}
