import { deadline } from '#app/time/french.ts';
import type { BookingWindow } from './booking-window.ts';
import type { BookingRules } from './booking-rules.ts';

/** Where booking stands at an instant, with its sentence. */
export type BookingStatus = {
  status: 'open' | 'notYet' | 'closed' | 'started' | 'free' | 'byName' | 'cancelled';
  words: string;
};

export type Bookable = { startsAt: Date; endsAt: Date; cancelled: boolean; zone: string };

/** May one book now? Says until when, from when, or why not. */
export function bookingStatus(
  rules: BookingRules,
  { opensAt, closesAt }: BookingWindow,
  { startsAt, endsAt, cancelled, zone }: Bookable,
  now: Date,
): BookingStatus {
  if (cancelled) return { status: 'cancelled', words: 'Annulée' };
  if (now >= endsAt) return { status: 'started', words: 'Séance passée' };
  if (rules.mode === 'FREE') return { status: 'free', words: 'Accès libre, sans inscription' };
  if (now >= startsAt) return { status: 'started', words: 'Séance commencée' };
  if (rules.mode === 'BY_NAME') return { status: 'byName', words: 'Sur candidature auprès du relais' };
  if (opensAt && now < opensAt)
    return { status: 'notYet', words: `Inscription à partir du ${deadline(opensAt, zone)}` };
  if (now >= closesAt) return { status: 'closed', words: 'Inscriptions closes' };
  const how = rules.mode === 'ON_REQUEST' ? 'Sur demande' : 'Inscription';
  return { status: 'open', words: `${how} jusqu’au ${deadline(closesAt, zone)}` };
}
