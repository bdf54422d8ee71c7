/** At most `points` attempts of one subject in each window of so many minutes. */
export type Limit = { readonly name: string; readonly points: number; readonly minutes: number };

const MINUTES = 15;

/** A relais's own network address is shared by all who meet there: what counts per address is wide. */
export const LIMITS = {
  requestsOfAddress: { name: 'requests of address', points: 40, minutes: MINUTES },
  requestsForEmail: { name: 'requests for e-mail', points: 6, minutes: MINUTES },
  /** Per link, not per address: Google and Microsoft read for everyone from a few. */
  readingsOfFeed: { name: 'readings of feed', points: 60, minutes: MINUTES },
  /** Of the public form: a relais's own address is shared by all who meet there. */
  accessRequestsOfAddress: { name: 'access requests of address', points: 20, minutes: MINUTES },
  /** Looking certificates up by their codes; a desk that verifies a pile of papers stays below. */
  certificatesOfAddress: { name: 'certificates of address', points: 60, minutes: MINUTES },
  triesOfAddress: { name: 'tries of address', points: 80, minutes: MINUTES },
} as const satisfies Record<string, Limit>;
