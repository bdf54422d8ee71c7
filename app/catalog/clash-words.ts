import { hour, list } from '#app/time/french.ts';
import { localTime } from '#app/time/wall-clock.ts';
import type { Clash } from './new-session.ts';

/** "Léa Martin : déjà pris par « Peinture », mardi 8 décembre, 9 h 30 – 11 h." */
export function clashSentence({ what, when, by }: Clash): string {
  return `${what === '' ? '' : `${what} : `}déjà pris par « ${by} », ${when}.`;
}

/** A session, and what it holds with its preparation and tidying. */
export type Span = { startsAt: Date; endsAt: Date; from: Date; until: Date };

/** Which minutes make two sessions clash that would only touch: "rangement jusqu’à 11 h 15"; '' when they overlap. */
export function minutesInWords(wanted: Span, other: Span, zone: string): string {
  const at = (instant: Date) => hour(localTime(instant, zone));
  const tidying = (one: Span, of = '') => (one.until > one.endsAt ? [`rangement${of} jusqu’à ${at(one.until)}`] : []);
  const preparing = (one: Span, of = '') => (one.from < one.startsAt ? [`préparation${of} dès ${at(one.from)}`] : []);
  if (other.endsAt <= wanted.startsAt) return list([...tidying(other), ...preparing(wanted, ' de celle-ci')]);
  if (wanted.endsAt <= other.startsAt) return list([...preparing(other), ...tidying(wanted, ' de celle-ci')]);
  return '';
}
