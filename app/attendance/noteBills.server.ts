import type { Tx } from '#app/db/client.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Billed } from './billed.server.ts';
import type { BillStateName } from './bill-state.ts';

type Noted = { to: BillStateName; reference: string; byId: string | null };

/** Notes that these comings reached a state, with its history, in the caller's transaction. */
export async function noteBills(
  tx: Tx,
  rows: readonly Billed[],
  { to, reference, byId }: Noted,
  now: Date,
): Promise<void> {
  await tx.assignmentBill.createMany({
    data: rows.map(({ id, collectiviteId }) => ({
      ...{ collectiviteId, assignmentId: id, state: to, reference: reference.trim(), at: now, byId },
    })),
  });
  await record(
    tx,
    now,
    rows.map(({ id, collectiviteId, sessionId }) => ({
      ...{ collectiviteId, actorId: byId, subject: 'session' as const, subjectId: sessionId },
      ...{ what: `bill.${to.toLowerCase()}`, detail: { assignmentId: id } },
    })),
  );
}
