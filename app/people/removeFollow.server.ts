import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { dropFollow } from '#app/mail/saveFollow.server.ts';
import type { Actor } from './actor.ts';

/** Follows it no more; false when it is not hers, or gone already. */
export async function removeFollow(actor: Actor, { id }: { id: string }, tx?: Tx): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  return inTransaction(tx, async (tx) => (await dropFollow(tx, actor.personId, id)) > 0);
}
