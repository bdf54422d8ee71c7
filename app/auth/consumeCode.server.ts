import { accountsOf } from '#app/auth/accounts.server.ts';
import { openSession, type Browser } from '#app/auth/openSession.server.ts';
import type { Choose, SignedIn, Stale } from '#app/auth/outcomes.ts';
import type { Tx } from '#app/db/client.server.ts';

/**
 * Uses up a login code whose secret was right, its row being locked by the caller, and signs in: the one account of
 * its address, or the one chosen. With several and no choice it stays usable.
 */
export async function consumeCode(
  tx: Tx,
  code: { id: string; email: string },
  { personId, ...browser }: Browser & { personId: string | undefined },
  now: Date,
): Promise<SignedIn | Choose | Stale> {
  const accounts = await accountsOf(code.email, now, tx);
  const chosen = accounts.length === 1 ? accounts[0] : accounts.find(({ actor }) => actor.personId === personId);
  if (accounts.length > 1 && chosen === undefined) {
    const choices = accounts.map(({ actor, collectivite }) => ({
      personId: actor.personId,
      name: actor.name,
      collectivite,
    }));
    return { kind: 'choose', accounts: choices };
  }
  await tx.loginCode.update({ where: { id: code.id }, data: { usedAt: now } });
  return chosen === undefined ? { kind: 'stale' } : openSession(tx, chosen, browser, now);
}
