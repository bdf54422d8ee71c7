import { CODE_ATTEMPTS } from '#app/auth/code.ts';
import { consumeCode } from '#app/auth/consumeCode.server.ts';
import { countAttempt } from '#app/auth/countAttempt.server.ts';
import { LIMITS } from '#app/auth/limits.ts';
import type { Browser } from '#app/auth/openSession.server.ts';
import type { CodeOutcome } from '#app/auth/outcomes.ts';
import { fingerprint } from '#app/auth/secrets.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';

export type CodeEntry = Browser & {
  /** Eight digits. */
  code: string;
  /** What the code cookie holds; null when the browser never asked. */
  browser: string | null;
  /** The account chosen, when the address has several. */
  personId?: string | undefined;
};

type Live = { id: string; email: string; codeHash: string; attempts: number };

/**
 * Signs in with a code mailed to the one who asked from this very browser. Any of its codes still alive will do (mails
 * cross each other); a wrong one counts against them all, and the fifth kills them.
 */
export async function signInWithCode(entry: CodeEntry, now: Date): Promise<CodeOutcome> {
  const limited = await countAttempt(LIMITS.triesOfAddress, entry.address, now);
  if (limited !== null) return limited;
  const { browser, code, ...rest } = entry;
  if (browser === null) return { kind: 'stale' };
  return inTransaction(undefined, async (tx): Promise<CodeOutcome> => {
    const pending = await lockPending(tx, browser, now);
    if (pending.length === 0) return { kind: 'stale' };
    const live = pending.filter(({ attempts }) => attempts < CODE_ATTEMPTS);
    if (live.length === 0) return { kind: 'exhausted' };
    const right = live.find(({ codeHash }) => codeHash === fingerprint('code', code));
    if (right !== undefined) return consumeCode(tx, right, { personId: undefined, ...rest }, now);
    return countWrong(tx, live);
  });
}

async function lockPending(tx: Tx, browser: string, now: Date): Promise<Live[]> {
  return tx.$queryRaw<Live[]>`
    SELECT id, email, "codeHash", attempts FROM "LoginCode"
     WHERE "browserHash" = ${fingerprint('browser', browser)} AND "usedAt" IS NULL
       AND "expiresAt" > ${now}::timestamptz
     ORDER BY id FOR NO KEY UPDATE`;
}

async function countWrong(tx: Tx, live: readonly Live[]): Promise<CodeOutcome> {
  const ids = live.map(({ id }) => id);
  await tx.loginCode.updateMany({ where: { id: { in: ids } }, data: { attempts: { increment: 1 } } });
  const left = CODE_ATTEMPTS - 1 - Math.min(...live.map(({ attempts }) => attempts));
  return left === 0 ? { kind: 'exhausted' } : { kind: 'wrong', left };
}
