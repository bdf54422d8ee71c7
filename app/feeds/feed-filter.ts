import type { ActivityKindName } from '#app/catalog/booking-rules.ts';

/** What `?type=` and `?lieu=` of a public feed mean. */

export const FEED_KINDS = [
  'ATELIER',
  'REUNION',
  'ANALYSE',
  'FORMATION',
  'PASSERELLE',
  'EVENEMENT',
  'PERMANENCE',
] as const satisfies readonly ActivityKindName[];

/** As asked: kinds in their own order, places as written (an id or a slug); an empty list means all. */
export type FeedFilter = { readonly kinds: readonly ActivityKindName[]; readonly places: readonly string[] };

export type ReadFilter =
  { readonly ok: true; readonly filter: FeedFilter } | { readonly ok: false; readonly unknown: string };

/** Comma lists and repeated parameters alike, capitals and accents ignored. Refuses a type that does not exist. */
export function readFilter(query: URLSearchParams): ReadFilter {
  const types = valuesOf(query, 'type');
  const unknown = types.find((type) => !FEED_KINDS.some((kind) => kind.toLowerCase() === type));
  if (unknown !== undefined) return { ok: false, unknown };
  const kinds = FEED_KINDS.filter((kind) => types.includes(kind.toLowerCase()));
  return { ok: true, filter: { kinds, places: [...new Set(valuesOf(query, 'lieu'))].sort() } };
}

/** The query string of a filter, always written alike; empty for none. */
export function filterQuery({ kinds, places }: FeedFilter): string {
  const parts = [
    kinds.length === 0 ? '' : `type=${kinds.map((kind) => kind.toLowerCase()).join(',')}`,
    places.length === 0 ? '' : `lieu=${places.map(encodeURIComponent).join(',')}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A place's name as addresses write it: "Maison de l’enfance" gives "maison-de-l-enfance". */
export function placeSlug(name: string): string {
  return fold(name)
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The ids of the sites meant by `places`; null when one of them is none of these sites. */
export function sitesMeant(
  places: readonly string[],
  sites: readonly { readonly id: string; readonly name: string }[],
): readonly string[] | null {
  const meant = places.map((place) =>
    sites.filter(({ id, name }) => id === place || placeSlug(name) === place).map(({ id }) => id),
  );
  return meant.some((ids) => ids.length === 0) ? null : [...new Set(meant.flat())];
}

function valuesOf(query: URLSearchParams, name: string): string[] {
  const values = query.getAll(name).flatMap((value) => value.split(','));
  return values.map((value) => fold(value.trim())).filter((value) => value !== '');
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
