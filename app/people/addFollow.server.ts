import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { saveFollow, type FollowInput } from '#app/mail/saveFollow.server.ts';
import { savePreferences } from '#app/mail/savePreferences.server.ts';
import type { Actor } from './actor.ts';
import type { FollowRefusal } from './messages-words.ts';
import { refuse, type Outcome } from './outcome.ts';
import { ownSpace } from './own-space.server.ts';

/** More would be no choice any more. */
const MOST = 20;

/**
 * Follows what is new of a kind, a relais, a place, or all of them together: she gets the week's digest from then on.
 * Refuses a relais or a place of elsewhere, and a visitor.
 */
export async function addFollow(
  actor: Actor,
  input: Pick<FollowInput, 'kind' | 'relaisId' | 'siteId'>,
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, FollowRefusal>> {
  return inTransaction(tx, async (tx) => {
    const owner = await ownSpace(tx, actor);
    if (!owner || !(await isHere(tx, owner.collectiviteId, input))) return refuse({ code: 'NOT_FOUND' });
    const { personId, collectiviteId } = owner;
    if ((await tx.follow.count({ where: { personId } })) >= MOST) return refuse({ code: 'TOO_MANY' });
    await saveFollow(tx, { personId, collectiviteId, ...input }, now);
    await savePreferences(tx, owner, [{ kind: 'DIGEST', channel: 'MAIL', wanted: true }], now);
    return { ok: true };
  });
}

async function isHere(
  tx: Tx,
  collectiviteId: string,
  { relaisId, siteId }: Pick<FollowInput, 'relaisId' | 'siteId'>,
): Promise<boolean> {
  const relais = relaisId === null ? 1 : await tx.relais.count({ where: { id: relaisId, collectiviteId } });
  const site = siteId === null ? 1 : await tx.site.count({ where: { id: siteId, collectiviteId } });
  return relais > 0 && site > 0;
}
