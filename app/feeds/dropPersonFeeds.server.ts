import type { Tx } from '#app/db/client.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import type { Rekeying } from '#app/people/rekeying.ts';

/** Two files became one: the link of the emptied one dies at once, and the kept person's calendar is rendered again. */
export async function dropPersonFeeds(tx: Tx, { from, to }: Pick<Rekeying, 'from' | 'to'>, now: Date): Promise<void> {
  await tx.feedToken.updateMany({ where: { personId: from, revokedAt: null }, data: { revokedAt: now } });
  await tx.calendarEvent.deleteMany({ where: { personId: from } });
  await enqueueJob(tx, { task: 'render-person-events', payload: { personId: to }, key: `render:person:${to}` });
}
