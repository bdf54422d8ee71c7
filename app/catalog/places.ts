/** Places left under each ceiling; null: no ceiling. Persons: all of the site, adults and children together. */
export type PlacesLeft = { adults: number | null; children: number | null; persons: number | null };

export type PlacesTaken = { adults: number; children: number };

/** What is left of a session's ceilings, never below zero, its site's ceiling included in each figure. */
export function placesLeft(
  ceilings: { adults: number | null; children: number | null },
  taken: PlacesTaken,
  persons: number | null,
): PlacesLeft {
  const left = (ceiling: number | null, held: number) => {
    const own = ceiling === null ? null : Math.max(0, ceiling - held);
    return own === null ? persons : Math.min(own, persons ?? own);
  };
  return { adults: left(ceilings.adults, taken.adults), children: left(ceilings.children, taken.children), persons };
}

/** Is there no room for even the smallest party: an adult, with a child where children are required? */
export function isFull(left: PlacesLeft, childRequired: boolean): boolean {
  if (left.adults === 0 || left.persons === 0) return true;
  return childRequired && (left.children === 0 || left.persons === 1);
}
