import { dayPlain } from '#app/time/french.ts';
import { addMonths, daysBetween } from '#app/time/iso-date.ts';

/** How a validity stands on a day; `SOON` from so many months before its end. */
export type ExpiryState = 'EXPIRED' | 'SOON' | 'HOLDS';

/** Of a validity whose last day is `expiresOn`. */
export function expiryState(expiresOn: string, today: string, monthsBefore: number): ExpiryState {
  if (expiresOn < today) return 'EXPIRED';
  return expiresOn <= addMonths(today, monthsBefore) ? 'SOON' : 'HOLDS';
}

/** "Valable jusqu’au 14 mars 2027", "À renouveler : valable jusqu’au …", "Expiré depuis le …" */
export function expiryWords(expiresOn: string, state: ExpiryState): string {
  const day = dayPlain(expiresOn, { year: true });
  if (state === 'EXPIRED') return `Expiré depuis le ${day}`;
  return state === 'SOON' ? `À renouveler : valable jusqu’au ${day}` : `Valable jusqu’au ${day}`;
}

/** "dans 12 jours", "dans 8 mois", "aujourd’hui", "depuis 3 jours" */
export function expiryDelay(expiresOn: string, today: string): string {
  const days = daysBetween(today, expiresOn);
  if (days === 0) return 'aujourd’hui';
  return `${days > 0 ? 'dans' : 'depuis'} ${span(Math.abs(days))}`;
}

const DAYS_A_MONTH = 30.44;
/** Up to here a delay is told in days. */
const MOST_DAYS = 60;

function span(days: number): string {
  if (days > MOST_DAYS) return `${Math.round(days / DAYS_A_MONTH)} mois`;
  return days === 1 ? '1 jour' : `${days} jours`;
}
