import { CODE_ATTEMPTS } from '#app/auth/code.ts';
import { fingerprint } from '#app/auth/secrets.server.ts';
import { db } from '#app/db/client.server.ts';

/** The address to which this browser last asked a code that it may still type; null when there is none. */
export async function pendingAddress(browser: string | null, now: Date): Promise<string | null> {
  if (browser === null) return null;
  const browserHash = fingerprint('browser', browser);
  const code = await db().loginCode.findFirst({
    where: { browserHash, usedAt: null, expiresAt: { gt: now }, attempts: { lt: CODE_ATTEMPTS } },
    orderBy: { createdAt: 'desc' },
    select: { email: true },
  });
  return code?.email ?? null;
}

/** Would this link sign someone in? Looking does not use it up: mail scanners look. */
export async function isLinkOpen(token: string, now: Date): Promise<boolean> {
  const where = { linkHash: fingerprint('link', token), usedAt: null, expiresAt: { gt: now } };
  return (await db().loginCode.count({ where })) > 0;
}
