import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';
import { weighMove, type BillRefusal, type BillStateName } from './bill-state.ts';
import { lockBilled } from './billed.server.ts';
import { noteBills } from './noteBills.server.ts';

export type MoveBillsInput = {
  assignmentIds: readonly string[];
  to: BillStateName;
  /** The invoice's number, needed when invoiced; a remark otherwise. */
  reference: string;
};

/**
 * The team says what became of comings: done, to invoice, invoiced, paid; all or none. Refuses a step that skips one, what
 * has not ended or was not held, another relais's. Those already there are left as they are.
 */
export async function moveBills(
  actor: Actor,
  { assignmentIds, to, reference }: MoveBillsInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ moved: number }, { code: BillRefusal | 'NOT_FOUND' | 'NOTHING_CHOSEN' }>> {
  const ids = [...new Set(assignmentIds)].filter(isUuid);
  if (ids.length === 0) return refuse({ code: 'NOTHING_CHOSEN' });
  return inTransaction(tx, async (tx) => {
    const rows = await lockBilled(tx, ids);
    const areHers = rows.length === ids.length && rows.every((row) => may(actor, 'money.write', row));
    if (!areHers) return refuse({ code: 'NOT_FOUND' });
    const weighed = rows.map((row) => ({ row, what: weighMove(row, to, reference, now) }));
    for (const { what } of weighed) if (what !== 'move' && what !== 'again') return refuse({ code: what });
    const moving = weighed.filter(({ what }) => what === 'move').map(({ row }) => row);
    await noteBills(tx, moving, { to, reference, byId: actorId(actor) }, now);
    return { ok: true, moved: moving.length };
  });
}
