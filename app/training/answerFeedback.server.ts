import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { feedbackAsk, type Answering } from './feedback-asks.server.ts';
import type { Marks } from './feedback.ts';

export type FeedbackAnswer = { marks: Marks; words: string };

/**
 * Answers a questionnaire once: the answer is kept without who nor when, and no history tells it. A second time changes
 * nothing (`again`). Refuses an asking that is not hers.
 */
export async function answerFeedback(
  answering: Answering,
  { marks, words }: FeedbackAnswer,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const ask = await feedbackAsk(answering, tx);
    if (!ask) return refuse({ code: 'NOT_FOUND' });
    const [taken] = await tx.feedbackAsk.updateManyAndReturn({
      where: { id: ask.askId, answered: false },
      data: { answered: true },
      select: { activityId: true, collectiviteId: true },
    });
    if (!taken) return { ok: true, again: true };
    await tx.feedback.create({ data: { ...taken, marks, words: words.trim() } });
    await shuffle(tx, taken.activityId);
    return { ok: true, again: false };
  });
}

/**
 * Writes all answers of a training anew, in no order and with other ids: else the transaction that wrote each, or their
 * order on the disk, would tell in the database whose it is.
 */
async function shuffle(tx: Tx, activityId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Activity" WHERE id = ${activityId}::uuid FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    WITH former AS (DELETE FROM "Feedback" WHERE "activityId" = ${activityId}::uuid RETURNING *)
    INSERT INTO "Feedback" (id, "collectiviteId", "activityId", marks, words)
    SELECT gen_random_uuid(), "collectiviteId", "activityId", marks, words FROM former ORDER BY random()`;
}
