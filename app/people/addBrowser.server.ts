import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { saveBrowser, type BrowserInput } from '#app/mail/saveBrowser.server.ts';
import { isPushService } from '#app/mail/text-delivery.ts';
import type { Actor } from './actor.ts';
import { refuse, type Outcome } from './outcome.ts';
import { ownSpace } from './own-space.server.ts';

/**
 * This browser accepts notices for the actor. Refuses an address that is no known push service (nothing else is ever
 * asked in her name), keys that are none, and a visitor.
 */
export async function addBrowser(
  actor: Actor,
  input: Pick<BrowserInput, 'endpoint' | 'p256dh' | 'auth'>,
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' | 'NOT_A_PUSH_SERVICE' }>> {
  return inTransaction(tx, async (tx) => {
    const owner = await ownSpace(tx, actor);
    if (!owner) return refuse({ code: 'NOT_FOUND' });
    const isKey =
      Buffer.from(input.p256dh, 'base64url').length === 65 && Buffer.from(input.auth, 'base64url').length === 16;
    if (!isKey || !isPushService(input.endpoint, process.env.APP_URL ?? 'https://localhost')) {
      return refuse({ code: 'NOT_A_PUSH_SERVICE' });
    }
    const { personId, collectiviteId } = owner;
    await saveBrowser(tx, { personId, collectiviteId, ...input }, now);
    return { ok: true };
  });
}
