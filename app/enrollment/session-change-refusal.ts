import { catalogMessage, type CatalogRefusal } from '#app/catalog/messages.ts';
import type { Clash } from '#app/catalog/new-session.ts';
import { plural } from '#app/time/french.ts';

export type SessionChangeRefusal =
  | { code: 'NOT_FOUND' | 'SITE_UNKNOWN' | 'NOT_AN_ANIMATOR' | 'NOT_AN_INTERVENANT' | 'AGES_WRONG' | 'SITE_FULL' }
  | { code: 'HOURS_WRONG' | 'SITE_CLOSED'; when: string }
  /** It has begun, or would be moved into the past. */
  | { code: 'PAST'; when: string }
  /** Those who have a place would not fit under the new ceilings, or in the new site. */
  | { code: 'TOO_SMALL'; when: string; adults: number; children: number }
  | { code: 'CLASH'; clashes: Clash[] };

/** Why sessions cannot change so, in one sentence. */
export function changeRefusalMessage(refusal: SessionChangeRefusal | CatalogRefusal): string {
  if (refusal.code === 'PAST') return `Cette séance est passée, ou le serait : ${refusal.when}.`;
  if (refusal.code === 'TOO_SMALL') {
    const taken = `${plural(refusal.adults, 'adulte', 'adultes')} et ${plural(refusal.children, 'enfant', 'enfants')}`;
    return `${refusal.when} : déjà ${taken} avec une place, c’est plus que ce plafond.`;
  }
  return catalogMessage(refusal);
}
