import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { learnerFor } from './learner.server.ts';

/** Takes a need back: hers, or one of her relais's professionals for staff. Twice is once. */
export async function withdrawNeed(
  actor: Actor,
  { needId }: { needId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const need = isUuid(needId) ? await tx.trainingNeed.findUnique({ where: { id: needId } }) : null;
    const learner = need && (await learnerFor(tx, actor, 'need.write', need.personId, now));
    if (!need || !learner) return refuse({ code: 'NOT_FOUND' });
    const { count } = await tx.trainingNeed.updateMany({
      where: { id: needId, withdrawnAt: null },
      data: { withdrawnAt: now, changedAt: now },
    });
    if (count === 0) return { ok: true };
    const who = { collectiviteId: learner.collectiviteId, actorId: actorId(actor), subject: 'need' as const };
    await record(tx, now, { ...who, subjectId: needId, what: 'need.withdrawn' });
    return { ok: true };
  });
}
