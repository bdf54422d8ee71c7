import { isDate } from '#app/time/iso-date.ts';
import type { ActivityKindName } from './booking-rules.ts';
import { KINDS, kindOfSlug } from './kinds.ts';

/** What the catalogue's address asks for; absent: not filtered. */
export type CatalogueFilters = {
  /** slug */
  relais?: string;
  kinds?: readonly ActivityKindName[];
  /** `YYYY-MM-DD`, both included. */
  du?: string;
  au?: string;
  /** A site's id. */
  lieu?: string;
  /** Only what still has room. */
  places?: boolean;
  /** Only what the reader is enrolled in, or waits for. */
  mes?: boolean;
  q?: string;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filters of an address; what is malformed is left out. `type` may hold several, separated by commas. */
export function readFilters(query: URLSearchParams): CatalogueFilters {
  const text = (name: string) => query.get(name)?.trim() ?? '';
  const date = (name: string) => (isDate(text(name)) ? text(name) : undefined);
  const types = query.getAll('type').flatMap((value) => value.split(','));
  const kinds = types.flatMap((slug) => kindOfSlug(slug) ?? []);
  const filters: CatalogueFilters = {};
  if (/^[a-z0-9-]+$/.test(text('relais'))) filters.relais = text('relais');
  if (kinds.length > 0) filters.kinds = kinds;
  if (date('du') !== undefined) filters.du = date('du');
  if (date('au') !== undefined) filters.au = date('au');
  if (UUID.test(text('lieu'))) filters.lieu = text('lieu');
  if (text('places') === '1') filters.places = true;
  if (text('mes') === '1') filters.mes = true;
  if (text('q') !== '') filters.q = text('q').slice(0, 80);
  return filters;
}

/** The query string of filters, without question mark, names always in the same order. */
export function filtersQuery(filters: CatalogueFilters): string {
  const query = new URLSearchParams();
  const { relais, kinds, du, au, lieu, places, mes, q } = filters;
  if (relais !== undefined) query.set('relais', relais);
  const slugs = KINDS.filter(({ kind }) => kinds?.includes(kind)).map(({ slug }) => slug);
  if (slugs.length > 0) query.set('type', slugs.join(','));
  if (du !== undefined) query.set('du', du);
  if (au !== undefined) query.set('au', au);
  if (lieu !== undefined) query.set('lieu', lieu);
  if (places) query.set('places', '1');
  if (mes) query.set('mes', '1');
  if (q !== undefined) query.set('q', q);
  return query.toString().replaceAll('%2C', ',');
}

/** Lower case, without accents, straight apostrophes: how search compares. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('’', "'");
}
