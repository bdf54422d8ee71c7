import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { ownSpace } from '#app/people/own-space.server.ts';
import type { Actor } from '#app/people/actor.ts';

export type RevokeFeedTokenOutcome = { readonly outcome: 'notFound' | 'revoked' | 'none' };

/** Ends the actor's own link at once and forgets what was rendered for it. `none`: there was no living link. */
export async function revokeFeedToken(actor: Actor, now: Date, tx?: Tx): Promise<RevokeFeedTokenOutcome> {
  return inTransaction(tx, async (tx) => {
    const owner = await ownSpace(tx, actor);
    if (owner === null) return { outcome: 'notFound' };
    const { personId, collectiviteId } = owner;
    await lockPersons(tx, [personId]);
    const { count } = await tx.feedToken.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
    await tx.calendarEvent.deleteMany({ where: { personId } });
    if (count === 0) return { outcome: 'none' };
    const about = { collectiviteId, actorId: personId, subject: 'person', subjectId: personId } as const;
    await record(tx, now, { ...about, what: 'feed revoked' });
    return { outcome: 'revoked' };
  });
}
