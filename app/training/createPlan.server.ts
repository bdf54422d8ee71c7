import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { manyManagedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import type { PlanRefusal } from './plan-messages.ts';

export type NewPlan = {
  name: string;
  /** A calendar year, the funds' own. */
  year: number;
  /** One, or several that share it. */
  relaisIds: readonly string[];
};

const [EARLIEST, LATEST] = [2020, 2100];

/**
 * Opens the plan of a year for one relais, or for several that share it. The same name for the same year is the plan
 * that is there. Refuses relais of which one is not the actor's, an empty name, a year out of bounds.
 */
export async function createPlan(
  actor: Actor,
  { name: typed, year, relaisIds }: NewPlan,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ planId: string; again: boolean }, PlanRefusal>> {
  const name = typed.trim();
  if (name === '') return refuse({ code: 'NAME_EMPTY' });
  if (!Number.isInteger(year) || year < EARLIEST || year > LATEST) return refuse({ code: 'YEAR_WRONG' });
  if (relaisIds.length === 0) return refuse({ code: 'RELAIS_NEEDED' });
  return inTransaction(tx, async (tx) => {
    const managed = await manyManagedRelais(tx, actor, 'plan.write', relaisIds);
    const [first] = managed?.values() ?? [];
    if (!managed || !first) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = first;
    const relais = [...managed.keys()].toSorted();
    await tx.$executeRaw`SELECT 1 FROM "Relais" WHERE id = ANY(${relais}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
    const there = await tx.trainingPlan.findFirst({
      where: { year, name, relais: { some: { relaisId: { in: relais } } } },
      select: { id: true },
    });
    if (there) return { ok: true, planId: there.id, again: true };
    const { id } = await tx.trainingPlan.create({
      data: {
        ...{ collectiviteId, year, name, createdAt: now, createdById: actorId(actor) },
        relais: { createMany: { data: relais.map((relaisId) => ({ relaisId, collectiviteId })) } },
      },
      select: { id: true },
    });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'plan' as const, subjectId: id };
    await record(tx, now, { ...who, what: 'plan.created', detail: { year, relais: relais.length } });
    return { ok: true, planId: id, again: false };
  });
}
