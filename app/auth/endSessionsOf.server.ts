import type { Tx } from '#app/db/client.server.ts';

/** Ends every sign-in of a person whose account is no more, in the caller's transaction. */
export async function endSessionsOf(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.authSession.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
}
