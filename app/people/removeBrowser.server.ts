import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { dropBrowser } from '#app/mail/saveBrowser.server.ts';
import type { Actor } from './actor.ts';

/** This browser hears no more; false when it is not hers, or gone already. */
export async function removeBrowser(actor: Actor, { id }: { id: string }, tx?: Tx): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  return inTransaction(tx, async (tx) => (await dropBrowser(tx, actor.personId, id)) > 0);
}
