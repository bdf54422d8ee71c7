/** What narrows the list of expiries; absent: all. `within`: how many months ahead; 0: only what has expired. */
export type ExpiryFilters = { relais?: string; within?: number; theme?: string };

const MONTHS = [0, 1, 3, 6, 12] as const;

/** The spans a list offers, as its form names them. */
export const SPANS = [
  { value: '0', label: 'Déjà expiré' },
  { value: '1', label: 'Dans le mois' },
  { value: '3', label: 'Dans les 3 mois' },
  { value: '6', label: 'Dans les 6 mois' },
  { value: '12', label: 'Dans l’année' },
] as const;

/** The filters of an address; what is malformed is ignored: addresses are shared. */
export function readExpiryFilters(query: URLSearchParams): ExpiryFilters {
  const text = (name: string) => query.get(name)?.trim() || undefined;
  const [relais, theme, delai] = [text('relais'), text('theme'), text('delai')];
  const within = MONTHS.find((months) => String(months) === delai);
  return {
    ...(relais === undefined ? {} : { relais }),
    ...(theme === undefined ? {} : { theme: theme.slice(0, 100) }),
    ...(within === undefined ? {} : { within }),
  };
}

/** The same filters as an address carries them. */
export function expiryQuery({ relais, theme, within }: ExpiryFilters): string {
  const query = new URLSearchParams({
    ...(relais === undefined ? {} : { relais }),
    ...(theme === undefined ? {} : { theme }),
    ...(within === undefined ? {} : { delai: String(within) }),
  }).toString();
  return query === '' ? '' : `?${query}`;
}
