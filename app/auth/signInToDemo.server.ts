import { accountsOf } from '#app/auth/accounts.server.ts';
import { demoAddress } from '#app/auth/demo-accounts.ts';
import { openSession, type Browser } from '#app/auth/openSession.server.ts';
import type { SignedIn } from '#app/auth/outcomes.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';

/**
 * Signs in to an account of the demo by its name alone ("nadia.morel").
 *
 * @param demo does this installation run the demo? Otherwise there is no such thing
 * @returns null when there is no such account
 */
export async function signInToDemo(
  { compte, demo, ...browser }: Browser & { compte: string; demo: boolean },
  now: Date,
): Promise<SignedIn | null> {
  const email = demo ? demoAddress(compte) : null;
  if (email === null) return null;
  return inTransaction(undefined, async (tx) => {
    const [account] = await accountsOf(email, now, tx);
    return account === undefined ? null : openSession(tx, account, browser, now);
  });
}
