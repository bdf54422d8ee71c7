/** Two files that are one person's: all that `from` has goes to `to`. */
export type Rekeying = { from: string; to: string; collectiviteId: string; actorId: string | null };
