import type { ActivityKindName } from './booking-rules.ts';
import { filtersQuery, type CatalogueFilters } from './catalogue-filters.ts';

/** How the catalogue is looked at: a month (`YYYY-MM`, or null for the current one), or a list from a cursor on. */
export type CatalogueView = { as: 'month'; month: string | null } | { as: 'list'; from: string | null };

/** The address of the catalogue under filters, in a view. */
export function catalogueAddress(filters: CatalogueFilters, view: CatalogueView): string {
  const query = new URLSearchParams(filtersQuery(filters));
  if (view.as === 'month') query.set('vue', 'mois');
  if (view.as === 'month' && view.month !== null) query.set('mois', view.month);
  if (view.as === 'list' && view.from !== null) query.set('suite', view.from);
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '/activites' : `/activites?${text}`;
}

/** Where one follows what is new of these filters: the form there is filled alike. */
export function followAddress({ relais, kinds, lieu }: CatalogueFilters): string {
  const wanted = { ...(relais && { relais }), ...(kinds?.length === 1 && { kinds }), ...(lieu && { lieu }) };
  const text = new URLSearchParams(filtersQuery(wanted)).toString();
  return `/mon-espace/messages${text === '' ? '' : `?${text}`}#suivis`;
}

/** The view that an address asks for. */
export function readView(query: URLSearchParams): CatalogueView {
  return query.get('vue') === 'mois'
    ? { as: 'month', month: query.get('mois') }
    : { as: 'list', from: query.get('suite') };
}

/** The filters with a kind added, or taken away when it is there. */
export function toggleKind(filters: CatalogueFilters, kind: ActivityKindName): CatalogueFilters {
  const { kinds = [], ...rest } = filters;
  const kept = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind];
  return kept.length === 0 ? rest : { ...rest, kinds: kept };
}

/** The filters with some replaced; undefined takes one away. */
export function withFilters(
  filters: CatalogueFilters,
  changes: { [name in keyof CatalogueFilters]: CatalogueFilters[name] | undefined },
): CatalogueFilters {
  const all = { ...filters, ...changes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
