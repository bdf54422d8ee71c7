import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { manyManagedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { planFor } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';

export type PlanChange = { planId: string; name: string; relaisIds: readonly string[] };

/**
 * Renames a plan, or says which relais share it. Refuses a relais that comes in or goes out and is not the actor's, and
 * to take out one that looks after a line, or whose professionals have a file in one.
 */
export async function changePlan(
  actor: Actor,
  { planId, name: typed, relaisIds }: PlanChange,
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, PlanRefusal>> {
  const name = typed.trim();
  if (name === '') return refuse({ code: 'NAME_EMPTY' });
  if (relaisIds.length === 0) return refuse({ code: 'RELAIS_NEEDED' });
  return inTransaction(tx, async (tx) => {
    const plan = await planFor(tx, actor, planId);
    if (!plan) return refuse({ code: 'NOT_FOUND' });
    const before = plan.relais.map(({ id }) => id);
    const added = relaisIds.filter((id) => !before.includes(id));
    const gone = before.filter((id) => !relaisIds.includes(id));
    if (!(await manyManagedRelais(tx, actor, 'plan.write', [...added, ...gone]))) return refuse({ code: 'NOT_FOUND' });
    if (gone.length > 0 && (await isUsed(tx, planId, gone))) return refuse({ code: 'RELAIS_HAS_LINES' });
    const { collectiviteId } = plan;
    await tx.trainingPlan.update({ where: { id: planId }, data: { name }, select: { id: true } });
    await tx.planRelais.deleteMany({ where: { planId, relaisId: { in: gone } } });
    await tx.planRelais.createMany({
      data: added.map((relaisId) => ({ planId, relaisId, collectiviteId })),
      skipDuplicates: true,
    });
    if (name === plan.name && added.length + gone.length === 0) return { ok: true };
    const who = { collectiviteId, actorId: actorId(actor), subject: 'plan' as const, subjectId: planId };
    await record(tx, now, { ...who, what: 'plan.changed', detail: { added: added.length, gone: gone.length } });
    return { ok: true };
  });
}

async function isUsed(tx: Tx, planId: string, relaisIds: string[]): Promise<boolean> {
  const theirs = { in: relaisIds };
  const line = { planId, OR: [{ relaisId: theirs }, { files: { some: { need: { relaisId: theirs } } } }] };
  return (await tx.trainingLine.count({ where: line })) > 0;
}
