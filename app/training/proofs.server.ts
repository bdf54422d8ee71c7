import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { learnerFor } from './learner.server.ts';

export type Proof = { name: string; mediaType: string; content: Uint8Array<ArrayBuffer> };

/** The proof of a declared training: hers, or of someone of a relais where the actor reads needs; null: none for her. */
export async function proofOf(actor: Actor, trainingId: string, now: Date, tx: Tx = db()): Promise<Proof | null> {
  if (!isUuid(trainingId)) return null;
  const training = await tx.declaredTraining.findFirst({
    where: { id: trainingId, withdrawnAt: null },
    select: { personId: true },
  });
  if (!training || !(await learnerFor(tx, actor, 'need.read', training.personId, now))) return null;
  return tx.declaredProof.findUnique({
    where: { declaredId: trainingId },
    select: { name: true, mediaType: true, content: true },
  });
}
