import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Actor } from '#app/people/actor.ts';

/** One of her devices, or all but the one she is using (null: all). */
export type Which = { only: string } | { allBut: string | null };

/** Ends sessions of the actor herself; another person's are not found. Gives how many ended. */
export async function revokeSessions(actor: Actor, which: Which, now: Date, tx?: Tx): Promise<number> {
  if (actor.kind !== 'person') return 0;
  const { personId, collectiviteId } = actor;
  return inTransaction(tx, async (inside) => {
    const id = 'only' in which ? which.only : which.allBut === null ? undefined : { not: which.allBut };
    const where = { personId, revokedAt: null, expiresAt: { gt: now }, ...(id === undefined ? {} : { id }) };
    const { count } = await inside.authSession.updateMany({ where, data: { revokedAt: now } });
    const entry = { collectiviteId, actorId: personId, subject: 'account' as const, subjectId: personId };
    if (count > 0) await record(inside, now, { ...entry, what: 'sessionsRevoked', detail: { count } });
    return count;
  });
}
