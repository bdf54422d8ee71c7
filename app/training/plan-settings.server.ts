import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { planFor } from './plan-access.server.ts';

export type PlanSettings = {
  id: string;
  name: string;
  year: number;
  /** Those it may be shared between: the plan's, and the actor's others. */
  relais: { id: string; name: string }[];
  chosen: string[];
};

/** A plan's name and relais, to be changed; null: not this actor's. */
export async function planSettings(actor: Actor, planId: string, tx: Tx = db()): Promise<PlanSettings | null> {
  const plan = await planFor(tx, actor, planId);
  if (!plan) return null;
  const where = relaisWhere(actor, 'plan.write');
  const chosen = plan.relais.map(({ id }) => id);
  const theirs = where === 'all' ? {} : { id: { in: [...where, ...chosen] } };
  const relais = await tx.relais.findMany({
    where: { collectiviteId: plan.collectiviteId, ...theirs },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  return { id: plan.id, name: plan.name, year: plan.year, relais, chosen };
}
