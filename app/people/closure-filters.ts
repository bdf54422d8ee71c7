export type ClosureAddress = { relaisId?: string; siteId?: string; personId?: string; past?: boolean };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filters that an address holds: `de=relais:<id>`, `passees=1`; what is malformed is ignored. */
export function closureFilters(query: URLSearchParams): ClosureAddress {
  const [kind, id = ''] = (query.get('de') ?? '').split(':');
  const past = query.get('passees') === '1' ? { past: true } : {};
  if (!UUID.test(id)) return past;
  if (kind === 'relais') return { relaisId: id, ...past };
  if (kind === 'site') return { siteId: id, ...past };
  return kind === 'person' ? { personId: id, ...past } : past;
}

/** The form's value of a filter; '' for none. */
export function filterValue({ relaisId, siteId, personId }: ClosureAddress): string {
  if (relaisId) return `relais:${relaisId}`;
  if (siteId) return `site:${siteId}`;
  return personId ? `person:${personId}` : '';
}

/** The address of the list under these filters. */
export function closuresAddress(filters: ClosureAddress): string {
  const de = filterValue(filters);
  const query = new URLSearchParams({ ...(de && { de }), ...(filters.past && { passees: '1' }) }).toString();
  return query === '' ? '/animation/fermetures' : `/animation/fermetures?${query}`;
}
