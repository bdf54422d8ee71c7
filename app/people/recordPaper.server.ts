import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { managedFile } from './managed-files.server.ts';
import { refuse, type Outcome } from './outcome.ts';

/**
 * Notes that a professional has signed a règlement on paper, for whoever keeps her file. It replaces "à signer"; a real
 * acceptance stays as it is.
 */
export async function recordPaper(
  actor: Actor,
  { personId, reglementId }: { personId: string; reglementId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const file = await managedFile(tx, actor, 'professional.write', personId, now);
    if (!file) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = file;
    const reglement = await tx.reglement.findFirst({
      where: { id: reglementId, collectiviteId },
      select: { id: true },
    });
    if (!reglement) return refuse({ code: 'NOT_FOUND' });
    await lockPersons(tx, [personId]);
    await tx.acceptance.deleteMany({ where: { personId, reglementId, mode: 'TO_SIGN' } });
    const data = { collectiviteId, personId, reglementId, mode: 'ON_PAPER' as const, at: now };
    const { count } = await tx.acceptance.createMany({
      data: { ...data, recordedById: actorId(actor) },
      skipDuplicates: true,
    });
    if (count === 0) return { ok: true, again: true };
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    await record(tx, now, { ...who, what: 'reglement.accepted', detail: { reglementId, mode: 'ON_PAPER' } });
    return { ok: true, again: false };
  });
}
