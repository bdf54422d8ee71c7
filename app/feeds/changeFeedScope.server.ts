import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { ownSpace } from '#app/people/own-space.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { choosesScope, type FeedScope } from './feed-scope.ts';

export type ChangeFeedScopeOutcome = { readonly outcome: 'notFound' | 'none' | 'changed' };

/**
 * Makes the actor's living link list her own dates, or all those of her relais; its address stays. Refuses whoever works
 * in no relais; `none`: there is no living link.
 */
export async function changeFeedScope(
  actor: Actor,
  { scope }: { scope: FeedScope },
  now: Date,
  tx?: Tx,
): Promise<ChangeFeedScopeOutcome> {
  return inTransaction(tx, async (tx) => {
    const owner = choosesScope(actor) ? await ownSpace(tx, actor) : null;
    if (owner === null) return { outcome: 'notFound' };
    const { personId, collectiviteId } = owner;
    await lockPersons(tx, [personId]);
    const living = { personId, revokedAt: null };
    const before = await tx.feedToken.findFirst({ where: living, select: { scope: true } });
    if (before === null) return { outcome: 'none' };
    if (before.scope === scope) return { outcome: 'changed' };
    await tx.feedToken.updateMany({ where: living, data: { scope } });
    const about = { collectiviteId, actorId: personId, subject: 'person', subjectId: personId } as const;
    await record(tx, now, { ...about, what: 'feed scope changed', detail: { scope } });
    return { outcome: 'changed' };
  });
}
