import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { learnerFor } from './learner.server.ts';
import type { TrainingRefusal } from './messages.ts';
import type { ProofGiven } from './proof-given.server.ts';
import { proofRefusal } from './proof.ts';
import { writeProof } from './writeProof.server.ts';

/**
 * Adds to a declared training the paper that shows it, or replaces it: hers, or one of her relais's professionals for
 * staff. Refuses what is neither a PDF nor a photograph, what is too large, and a training taken back.
 */
export async function attachProof(
  actor: Actor,
  { trainingId, proof }: { trainingId: string; proof: ProofGiven },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, TrainingRefusal>> {
  return inTransaction(tx, async (tx) => {
    const where = { id: trainingId, withdrawnAt: null };
    const training = isUuid(trainingId) ? await tx.declaredTraining.findFirst({ where }) : null;
    const learner = training && (await learnerFor(tx, actor, 'need.write', training.personId, now));
    if (!learner) return refuse({ code: 'NOT_FOUND' });
    const wrong = proofRefusal(proof.content);
    if (wrong !== null) return refuse({ code: wrong });
    const { collectiviteId, personId } = learner;
    await writeProof(tx, { declaredId: trainingId, collectiviteId }, proof, now);
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    await record(tx, now, { ...who, what: 'training.proof', detail: { trainingId } });
    return { ok: true };
  });
}
