import type { Tx } from '#app/db/client.server.ts';

/** Gives back the persons and the site that a cancelled session held, in the caller's transaction. */
export async function freeOccupations(tx: Tx, sessionId: string): Promise<void> {
  await tx.occupation.deleteMany({ where: { sessionId } });
}
