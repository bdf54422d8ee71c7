import { db, type Tx } from '#app/db/client.server.ts';
import type { FeedOwner } from './feed-owners.server.ts';

const HOUR = 3_600_000;

/** Remembers that a private feed was read, at most once an hour. */
export async function noteReading(owner: FeedOwner, now: Date, tx: Tx = db()): Promise<void> {
  const due = new Date(now.getTime() - HOUR);
  if (owner.lastReadAt !== null && owner.lastReadAt > due) return;
  await tx.feedToken.updateMany({
    where: { id: owner.tokenId, OR: [{ lastReadAt: null }, { lastReadAt: { lte: due } }] },
    data: { lastReadAt: now },
  });
}
