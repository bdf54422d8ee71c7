/** A party is one adult and the children she brings (rule 3: counted, not filed). */
export type Party = { adults: 1; children: number };

/** An age band in months: from included, until excluded. */
export type Band = { fromMonths: number; untilMonths: number };

/** A child brought: one of her labels, or only a band. */
export type BroughtChild = Band & { childId: string | null };

/** Above the last bound of a relais's bands: until the eighteenth birthday. */
const GROWN_UP_MONTHS = 18 * 12;

/** The bands that the given upper bounds (months, rising) make, the last one open until 18 years. */
export function bandsOf(bounds: readonly number[]): Band[] {
  const edges = [0, ...bounds, GROWN_UP_MONTHS];
  return edges.slice(0, -1).map((fromMonths, i) => ({ fromMonths, untilMonths: edges[i + 1] ?? GROWN_UP_MONTHS }));
}

/** The band of a child of that age; an unknown age may be any. */
export function bandOfAge(ageMonths: number | null, bounds: readonly number[]): Band {
  const bands = bandsOf(bounds);
  const whole = { fromMonths: 0, untilMonths: GROWN_UP_MONTHS };
  if (ageMonths === null) return whole;
  return bands.find((band) => ageMonths >= band.fromMonths && ageMonths < band.untilMonths) ?? whole;
}

/** A party of one adult with these children. */
export function partyOf(children: readonly unknown[]): Party {
  return { adults: 1, children: children.length };
}
