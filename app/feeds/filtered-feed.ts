import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { filterQuery } from './feed-filter.ts';

type Filters = { readonly relais?: string; readonly lieu?: string; readonly kinds?: readonly ActivityKindName[] };

/** The path of the public feed that lists what the catalogue shows under a relais or a place; null: under neither. */
export function filteredFeed({ relais, lieu, kinds = [] }: Filters): string | null {
  if (relais !== undefined) {
    return `/relais/${encodeURIComponent(relais)}/agenda.ics${filterQuery({ kinds, places: lieu === undefined ? [] : [lieu] })}`;
  }
  return lieu === undefined ? null : `/lieux/${lieu}/agenda.ics${filterQuery({ kinds, places: [] })}`;
}
