import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { allocate } from './allocate.server.ts';
import { lockMeeting } from './meetings.server.ts';

/** One allocation over a session, in a transaction of its own: a job's, when someone skipped may qualify again. */
export async function allocateSession(sessionId: string, now: Date, tx?: Tx): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const meeting = await lockMeeting(tx, sessionId);
    if (meeting) await allocate(tx, meeting, now);
  });
}
