import type { Tx } from '#app/db/client.server.ts';
import type { PushKeys } from '#app/mail/push-crypto.server.ts';

export type BrowserInput = PushKeys & { collectiviteId: string; personId: string; endpoint: string };

/** A browser that accepts notices; one that was someone else's is hers from now on. */
export async function saveBrowser(tx: Tx, browser: BrowserInput, now: Date): Promise<void> {
  const { endpoint, ...given } = browser;
  await tx.pushSubscription.upsert({
    where: { endpoint },
    create: { ...browser, createdAt: now },
    update: given,
  });
}

/** It accepts no more; how many there were. */
export async function dropBrowser(tx: Tx, personId: string, id: string): Promise<number> {
  return (await tx.pushSubscription.deleteMany({ where: { id, personId } })).count;
}
