/** An account of the address given: one a collectivité. */
export type AccountChoice = { personId: string; name: string; collectivite: string };

export type SignedIn = { kind: 'signedIn'; personId: string; token: string; name: string; home: string };

/** Too many attempts: try again at `retryAt`. */
export type Limited = { kind: 'limited'; retryAt: Date };

/** The secret was right and opens several accounts: it is not used up until one is chosen. */
export type Choose = { kind: 'choose'; accounts: readonly AccountChoice[] };

/** Expired, used, unknown, asked from another browser, or its account is gone. */
export type Stale = { kind: 'stale' };

export type CodeOutcome = SignedIn | Choose | Stale | Limited | { kind: 'wrong'; left: number } | { kind: 'exhausted' };

export type LinkOutcome = SignedIn | Choose | Stale | Limited;

/** Said alike whether the address is known or not. */
export type RequestOutcome = { kind: 'sent'; browser: string } | Limited;
