import type { ActivityKindName } from './booking-rules.ts';
import { KINDS, kindOfSlug } from './kinds.ts';

export const ACTIVITY_STATES = [
  { slug: 'brouillon', label: 'En préparation' },
  { slug: 'publiee', label: 'Publiées' },
  { slug: 'passee', label: 'Passées' },
] as const;

/** What the address of the team's list asks for. */
export type ActivityFilters = {
  /** slug */
  relais: string | null;
  kind: ActivityKindName | null;
  state: (typeof ACTIVITY_STATES)[number]['slug'] | null;
  q: string;
  /** From 1. */
  page: number;
};

/** What is malformed is left out: addresses are shared. */
export function readActivityFilters(query: URLSearchParams): ActivityFilters {
  const relais = query.get('relais') ?? '';
  const page = Number(query.get('page') ?? '1');
  return {
    relais: /^[a-z0-9-]+$/.test(relais) ? relais : null,
    kind: kindOfSlug(query.get('type') ?? ''),
    state: ACTIVITY_STATES.find(({ slug }) => slug === query.get('etat'))?.slug ?? null,
    q: (query.get('q') ?? '').trim().slice(0, 80),
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
  };
}

/** The same as an address's query, without its mark; '' for all activities. */
export function activityQuery({ relais, kind, state, q, page }: ActivityFilters): string {
  const query = new URLSearchParams();
  if (relais !== null) query.set('relais', relais);
  const slug = KINDS.find((one) => one.kind === kind)?.slug;
  if (slug) query.set('type', slug);
  if (state !== null) query.set('etat', state);
  if (q !== '') query.set('q', q);
  if (page > 1) query.set('page', String(page));
  return query.toString();
}
