/** What an intervenant's coming is paid: minutes at an hourly rate, a lump sum, or both, and his travel; in cents. */
export type PriceTerms = {
  minutes: number;
  prepMinutes: number;
  rateCents: number | null;
  lumpCents: number | null;
  travelCents: number;
};

export type Price = { session: number; preparation: number; lump: number; travel: number; total: number };

/** Minutes at a rate an hour, rounded half up to the cent; in whole numbers, so that nothing is lost. */
export function paidFor(minutes: number, rateCents: number): number {
  return Math.floor((2 * minutes * rateCents + 60) / 120);
}

/** Each line rounded by itself; the total is the sum of the lines shown. */
export function priceOf({ minutes, prepMinutes, rateCents, lumpCents, travelCents }: PriceTerms): Price {
  const rate = rateCents ?? 0;
  const [session, preparation] = [paidFor(minutes, rate), paidFor(prepMinutes, rate)];
  const lump = lumpCents ?? 0;
  return { session, preparation, lump, travel: travelCents, total: session + preparation + lump + travelCents };
}
