import { fingerprint } from '#app/auth/secrets.server.ts';
import { db } from '#app/db/client.server.ts';

/** Ends the session of a token. Harmless twice, and without one. */
export async function signOut(token: string | null, now: Date): Promise<void> {
  if (token === null) return;
  const tokenHash = fingerprint('session', token);
  await db().authSession.updateMany({ where: { tokenHash, revokedAt: null }, data: { revokedAt: now } });
}
