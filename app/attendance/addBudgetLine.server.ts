import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import type { BudgetRefusal } from './budget.ts';

export type NewBudgetLine = { relaisId: string; year: number; label: string; amountCents: number };

/**
 * Says what a relais may spend on intervenants in a year. Refuses another relais, and a second line of the same name;
 * the very same again is the one that is there.
 */
export async function addBudgetLine(
  actor: Actor,
  { relaisId, year, label, amountCents }: NewBudgetLine,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ lineId: string }, { code: BudgetRefusal }>> {
  if (!Number.isInteger(year) || year < 2000 || year > 2100) return refuse({ code: 'YEAR_WRONG' });
  return inTransaction(tx, async (tx) => {
    const relais = await managedRelais(tx, actor, 'money.write', relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    await tx.$executeRaw`SELECT 1 FROM "Relais" WHERE id = ${relaisId}::uuid FOR NO KEY UPDATE`;
    const key = { relaisId, year, label: label.trim() };
    const there = await tx.budgetLine.findFirst({ where: key, select: { id: true, amountCents: true } });
    if (there) return there.amountCents === amountCents ? { ok: true, lineId: there.id } : refuse({ code: 'TAKEN' });
    const { collectiviteId } = relais;
    const made = { ...key, collectiviteId, amountCents, createdAt: now, createdById: actorId(actor) };
    const { id } = await tx.budgetLine.create({ data: made, select: { id: true } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'relais' as const, subjectId: relaisId };
    await record(tx, now, { ...who, what: 'budget.added', detail: { lineId: id, year, amountCents } });
    return { ok: true, lineId: id };
  });
}
