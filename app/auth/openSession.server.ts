import { works, type Account } from '#app/auth/accounts.server.ts';
import { homeOf } from '#app/auth/home.ts';
import type { SignedIn } from '#app/auth/outcomes.ts';
import { fingerprint, randomToken } from '#app/auth/secrets.server.ts';
import { endOf } from '#app/auth/session-life.ts';
import type { Tx } from '#app/db/client.server.ts';

/** The browser that signs in. */
export type Browser = {
  /** In words: "Firefox sur Android". */
  device: string;
  /** Its network address, for the limits. */
  address: string;
  /** The session token it held: that session ends, so that a browser never has two. */
  formerToken: string | null;
};

/** Opens a session for an account, in the caller's transaction. Its token exists in the outcome alone. */
export async function openSession(tx: Tx, { actor }: Account, browser: Browser, now: Date): Promise<SignedIn> {
  if (browser.formerToken !== null) {
    const tokenHash = fingerprint('session', browser.formerToken);
    await tx.authSession.updateMany({ where: { tokenHash, revokedAt: null }, data: { revokedAt: now } });
  }
  const token = randomToken();
  const times = { createdAt: now, lastSeenAt: now };
  await tx.authSession.create({
    data: {
      ...times,
      personId: actor.personId,
      tokenHash: fingerprint('session', token),
      expiresAt: endOf(times, works(actor)),
      device: browser.device,
    },
  });
  return { kind: 'signedIn', personId: actor.personId, token, name: actor.name, home: homeOf(actor) };
}
