import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { wrongClosure, type ClosureDays } from './closure.ts';
import { heldClosure } from './held-closure.server.ts';
import { refuse, type Outcome } from './outcome.ts';

/** Changes the days or the reason of a closure, not what it closes; the former ones stay in the history. Twice is once. */
export async function changeClosure(
  actor: Actor,
  { closureId, ...input }: ClosureDays & { closureId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ changed: boolean }, { code: 'NOT_FOUND' | 'DATES_WRONG' | 'REASON_UNKNOWN' }>> {
  return inTransaction(tx, async (tx) => {
    const held = await heldClosure(tx, actor, closureId);
    if (!held) return refuse({ code: 'NOT_FOUND' });
    const { first, last, part = 'WHOLE', yearly = false } = input;
    const days = { first, last, part, yearly, reason: input.reason.trim() };
    const wrong = wrongClosure(held.of, days);
    if (wrong) return refuse({ code: wrong });
    const former = held.days;
    if (JSON.stringify(days) === JSON.stringify(former)) return { ok: true, changed: false };
    const data = { ...days, first: new Date(first), last: new Date(last) };
    await tx.closure.update({ where: { id: closureId }, data, select: { id: true } });
    const before = { first: former.first, last: former.last, part: former.part, yearly: former.yearly };
    await record(tx, now, {
      ...{ collectiviteId: held.collectiviteId, actorId: actorId(actor) },
      ...{ subject: 'closure', subjectId: closureId, what: 'closure.changed', detail: { before } },
    });
    return { ok: true, changed: true };
  });
}
