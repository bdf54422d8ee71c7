import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';

/** As many at once as one start should queue. */
const BATCH = 1000;

/**
 * Gives a job to each mail that waits without one: its own was removed, or used up its attempts. To be called at start,
 * after the jobs of dead workers were unlocked. Safe beside live workers: a mail whose job lives is left to it.
 *
 * @returns how many were queued again
 */
export async function requeueStuckMails(): Promise<number> {
  return inTransaction(undefined, async (tx) => {
    const stuck = await tx.$queryRaw<{ id: string }[]>`
      SELECT m.id FROM "OutgoingMail" m
      WHERE m.state IN ('QUEUED', 'SENDING')
        AND NOT EXISTS (
          SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'mail:' || m.id
            AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))
      ORDER BY m."queuedAt" LIMIT ${BATCH}
      FOR NO KEY UPDATE SKIP LOCKED`;
    await enqueueJob(
      tx,
      stuck.map(({ id }) => ({ task: 'deliver-mail', payload: { mailId: id }, key: `mail:${id}` })),
    );
    return stuck.length;
  });
}
