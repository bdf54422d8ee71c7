import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { refuse, type Outcome } from './outcome.ts';

/**
 * Notes that a child she brought has left: her label is no longer proposed; past and coming enrolments keep their
 * children. Twice changes nothing. Refuses a child that is not hers.
 */
export async function retireChild(
  actor: Actor,
  { childId }: { childId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' }>> {
  if (actor.kind !== 'person') return refuse({ code: 'NOT_FOUND' });
  const { personId, collectiviteId } = actor;
  return inTransaction(tx, async (tx) => {
    const { count } = await tx.child.updateMany({
      where: { id: childId, personId, leftAt: null },
      data: { leftAt: now },
    });
    if (count === 0) {
      const left = await tx.child.findFirst({ where: { id: childId, personId }, select: { id: true } });
      return left ? { ok: true } : refuse({ code: 'NOT_FOUND' });
    }
    const who = { collectiviteId, actorId: actorId(actor) };
    await record(tx, now, {
      ...who,
      subject: 'person',
      subjectId: personId,
      what: 'child.retired',
      detail: { childId },
    });
    return { ok: true };
  });
}
