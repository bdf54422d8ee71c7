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
    return { ok: true, again: false };
  });
}
