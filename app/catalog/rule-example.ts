import type { DaysOff } from '#app/time/days-off.ts';
import { deadline, dayLong, hour } from '#app/time/french.ts';
import { wallOf } from '#app/time/wall-clock.ts';
import { bookingWindow } from './booking-window.ts';
import type { BookingRules } from './booking-rules.ts';

/** A date on which rules are shown at work. */
export type Example = { startsAt: Date; zone: string };

/**
 * "Pour la séance du lundi 30 novembre 9 h 30 : ouverture dès la publication, fermeture vendredi 27 novembre, 16 h."
 * `real`: the activity has that date; else it is only an example.
 */
export function exampleInWords(
  rules: BookingRules,
  { startsAt, zone }: Example,
  daysOff: DaysOff,
  real = true,
): string {
  const { date, time } = wallOf(startsAt, zone);
  const day = `${dayLong(date)} ${hour(time)}`;
  const named = real ? `Pour la séance du ${day}` : `Pour une séance un ${day}`;
  if (rules.mode === 'FREE') return `${named} : on vient sans s’inscrire.`;
  const { opensAt, closesAt, othersFrom, otherKindsFrom, decidesAt } = bookingWindow(
    rules,
    { startsAt, zone },
    daysOff,
  );
  const at = (instant: Date) => deadline(instant, zone, { reference: date });
  const parts = [
    `ouverture ${opensAt ? at(opensAt) : 'dès la publication'}`,
    ...(othersFrom && rules.who.from !== 'ALL' ? [`aux autres ${at(othersFrom)}`] : []),
    ...(otherKindsFrom ? [`aux autres métiers ${at(otherKindsFrom)}`] : []),
    `fermeture ${closesAt >= startsAt ? 'au début de la séance' : at(closesAt)}`,
    ...(decidesAt ? [`décision de maintien ${at(decidesAt)}`] : []),
  ];
  const late = opensAt && opensAt >= closesAt ? ' Attention : la fermeture vient avant l’ouverture.' : '';
  return `${named} : ${parts.join(', ')}.${late}`;
}
