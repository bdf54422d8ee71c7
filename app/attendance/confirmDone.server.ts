import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { ownAccount } from '#app/people/own-intervenants.server.ts';
import { weighMove, type BillRefusal } from './bill-state.ts';
import { lockBilled } from './billed.server.ts';
import { noteBills } from './noteBills.server.ts';

/**
 * An intervenant confirms that his coming took place ("service fait"), dated, with the account of the manager that
 * employs him there. Refuses before its end, at a cancelled session, what is not his. Twice is once.
 */
export async function confirmDone(
  actor: Actor,
  { assignmentId }: { assignmentId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, { code: BillRefusal | 'NOT_FOUND' }>> {
  if (!isUuid(assignmentId)) return refuse({ code: 'NOT_FOUND' });
  return inTransaction(tx, async (tx) => {
    const [row] = await lockBilled(tx, [assignmentId]);
    const self = row && (await ownAccount(actor, row.personId, tx));
    if (!row || !self) return refuse({ code: 'NOT_FOUND' });
    if (row.state !== 'PLANNED') return { ok: true, again: true };
    const weighed = weighMove(row, 'DONE', '', now);
    if (weighed === 'again') return { ok: true, again: true };
    if (weighed !== 'move') return refuse({ code: weighed });
    await noteBills(tx, [row], { to: 'DONE', reference: '', byId: self.personId }, now);
    return { ok: true, again: false };
  });
}
