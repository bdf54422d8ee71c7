import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';
import type { BudgetRefusal } from './budget.ts';

/** Changes the name or the amount of a budget line; less than what is committed is told, not refused. */
export async function changeBudgetLine(
  actor: Actor,
  { lineId, label, amountCents }: { lineId: string; label: string; amountCents: number },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: BudgetRefusal }>> {
  try {
    return await inTransaction(tx, async (tx) => {
      const line = isUuid(lineId) ? await tx.budgetLine.findUnique({ where: { id: lineId } }) : null;
      if (!line || !may(actor, 'money.write', line)) return refuse({ code: 'NOT_FOUND' });
      if (line.label === label.trim() && line.amountCents === amountCents) return { ok: true };
      await tx.budgetLine.update({ where: { id: lineId }, data: { label: label.trim(), amountCents } });
      const { collectiviteId, relaisId } = line;
      const who = { collectiviteId, actorId: actorId(actor), subject: 'relais' as const, subjectId: relaisId };
      await record(tx, now, { ...who, what: 'budget.changed', detail: { lineId, was: line.amountCents, amountCents } });
      return { ok: true };
    });
  } catch (error) {
    if (tx === undefined && databaseRefusal(error) === 'unique') return refuse({ code: 'TAKEN' });
    throw error;
  }
}
