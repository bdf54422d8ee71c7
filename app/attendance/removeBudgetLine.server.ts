import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';
import type { BudgetRefusal } from './budget.ts';

/** Removes a budget line that nothing is paid from. Refuses another relais's, and one that is used. */
export async function removeBudgetLine(
  actor: Actor,
  { lineId }: { lineId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: BudgetRefusal }>> {
  return inTransaction(tx, async (tx) => {
    const line = isUuid(lineId)
      ? await tx.budgetLine.findUnique({ where: { id: lineId }, include: { _count: { select: { terms: true } } } })
      : null;
    if (!line || !may(actor, 'money.write', line)) return refuse({ code: 'NOT_FOUND' });
    if (line._count.terms > 0) return refuse({ code: 'USED' });
    await tx.budgetLine.delete({ where: { id: lineId } });
    const { collectiviteId, relaisId, year, amountCents } = line;
    const who = { collectiviteId, actorId: actorId(actor), subject: 'relais' as const, subjectId: relaisId };
    await record(tx, now, { ...who, what: 'budget.removed', detail: { year, amountCents } });
    return { ok: true };
  });
}
