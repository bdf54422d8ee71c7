import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { closeRenewals } from './closeRenewals.server.ts';
import { learnerFor } from './learner.server.ts';

/** Takes a declared training back, and the renewal it called for. Twice is once. */
export async function withdrawTraining(
  actor: Actor,
  { trainingId }: { trainingId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const training = isUuid(trainingId) ? await tx.declaredTraining.findUnique({ where: { id: trainingId } }) : null;
    const learner = training && (await learnerFor(tx, actor, 'need.write', training.personId, now));
    if (!training || !learner) return refuse({ code: 'NOT_FOUND' });
    const live = { withdrawnAt: null };
    const { count } = await tx.declaredTraining.updateMany({
      where: { id: trainingId, ...live },
      data: { withdrawnAt: now },
    });
    if (count === 0) return { ok: true };
    const { collectiviteId, personId } = learner;
    await closeRenewals(tx, [personId], now);
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    await record(tx, now, { ...who, what: 'training.withdrawn', detail: { trainingId } });
    return { ok: true };
  });
}
