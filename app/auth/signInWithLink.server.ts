import { consumeCode } from '#app/auth/consumeCode.server.ts';
import { countAttempt } from '#app/auth/countAttempt.server.ts';
import { LIMITS } from '#app/auth/limits.ts';
import type { Browser } from '#app/auth/openSession.server.ts';
import type { LinkOutcome } from '#app/auth/outcomes.ts';
import { fingerprint } from '#app/auth/secrets.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';

export type LinkEntry = Browser & {
  /** What follows `/connexion/` in the mailed link. */
  token: string;
  /** The account chosen, when the address has several. */
  personId?: string | undefined;
};

/** Signs in with a mailed link, from any browser: who holds the link holds the mailbox. One use, ten minutes. */
export async function signInWithLink(entry: LinkEntry, now: Date): Promise<LinkOutcome> {
  const limited = await countAttempt(LIMITS.triesOfAddress, entry.address, now);
  if (limited !== null) return limited;
  const { token, ...rest } = entry;
  return inTransaction(undefined, async (tx): Promise<LinkOutcome> => {
    const [code] = await tx.$queryRaw<{ id: string; email: string }[]>`
      SELECT id, email FROM "LoginCode"
       WHERE "linkHash" = ${fingerprint('link', token)} AND "usedAt" IS NULL AND "expiresAt" > ${now}::timestamptz
         FOR NO KEY UPDATE`;
    return code === undefined ? { kind: 'stale' } : consumeCode(tx, code, { personId: undefined, ...rest }, now);
  });
}
