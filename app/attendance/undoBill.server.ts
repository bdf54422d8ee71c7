import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';
import type { BillRefusal, MoneyState } from './bill-state.ts';
import { lockBilled } from './billed.server.ts';

/**
 * The team takes the last state of a coming back, and says why. The row stays, dated. `state`: the one the form showed;
 * the same twice, it is another by then, and nothing is taken back.
 */
export async function undoBill(
  actor: Actor,
  { assignmentId, state, reason }: { assignmentId: string; state: MoneyState; reason: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, { code: BillRefusal | 'NOT_FOUND' }>> {
  if (!isUuid(assignmentId)) return refuse({ code: 'NOT_FOUND' });
  return inTransaction(tx, async (tx) => {
    const [row] = await lockBilled(tx, [assignmentId]);
    if (!row || !may(actor, 'money.write', row)) return refuse({ code: 'NOT_FOUND' });
    if (state === 'PLANNED') return refuse({ code: 'NOTHING_TO_UNDO' });
    if (row.state !== state) return { ok: true, again: true };
    if (reason.trim() === '') return refuse({ code: 'REASON_NEEDED' });
    await tx.assignmentBill.updateMany({ where: { assignmentId, state, undoneAt: null }, data: { undoneAt: now } });
    await record(tx, now, {
      ...{ collectiviteId: row.collectiviteId, actorId: actorId(actor), subject: 'session', subjectId: row.sessionId },
      ...{ what: 'bill.undone', detail: { assignmentId, state, reason: reason.trim() } },
    });
    return { ok: true, again: false };
  });
}
