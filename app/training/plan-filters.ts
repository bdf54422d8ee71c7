import { readNeedFilters, type NeedFilters } from './need-filters.ts';
import { SUITS } from './need-words.ts';

/** What narrows the list of plans; absent: all. */
export type PlanFilters = { year?: number; relais?: string };

/** The filters of an address; what is malformed is ignored: addresses are shared. */
export function readPlanFilters(query: URLSearchParams): PlanFilters {
  const year = Number(query.get('annee'));
  const relais = query.get('relais')?.trim();
  return { ...(Number.isInteger(year) && year > 2000 ? { year } : {}), ...(relais ? { relais } : {}) };
}

/** What narrows the needs of a plan, and the page of the list, from 1. */
export type PlanNeedFilters = NeedFilters & { page: number; name?: string };

/** From an address; what is not understood narrows nothing. */
export function readPlanNeedFilters(query: URLSearchParams): PlanNeedFilters {
  const page = Number(query.get('page'));
  const name = query.get('nom')?.trim().slice(0, 80);
  return {
    ...readNeedFilters(query),
    ...(name ? { name } : {}),
    page: Number.isInteger(page) && page > 1 && page < 1000 ? page : 1,
  };
}

/** As an address holds them, with other values in the place of some. */
export function planNeedQuery(
  filters: PlanNeedFilters,
  more: Partial<Record<'theme' | 'convient' | 'page', string>> = {},
): string {
  const suits = SUITS.find(({ code }) => code === filters.suits)?.slug;
  const said = {
    relais: filters.relais,
    theme: filters.theme,
    commune: filters.commune,
    convient: suits,
    nom: filters.name,
    ...more,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value);
  return query.toString();
}
