import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { textJob } from '#app/mail/texts.server.ts';

const BATCH = 1000;

/** Gives a job to each text whose hour has come and that has none: quiet hours are over, or its worker died; how many. */
export async function requeueTexts(now: Date): Promise<number> {
  return inTransaction(undefined, async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT t.id FROM "OutgoingText" t
       WHERE t.state IN ('QUEUED', 'SENDING') AND t."notBefore" <= ${now}::timestamptz
         AND NOT EXISTS (
           SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'text:' || t.id
             AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))
       ORDER BY t."notBefore" LIMIT ${BATCH}
       FOR NO KEY UPDATE SKIP LOCKED`;
    await enqueueJob(
      tx,
      due.map(({ id }) => textJob(id)),
    );
    return due.length;
  });
}
