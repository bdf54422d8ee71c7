/** The calendar year that an address asks; this one for anything else. */
export function readYear(query: URLSearchParams, today: string): number {
  const asked = query.get('annee') ?? '';
  return /^20\d\d$/.test(asked) ? Number(asked) : Number(today.slice(0, 4));
}
