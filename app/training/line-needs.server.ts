import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { lineFor } from './plan-access.server.ts';
import type { PlanNeedFilters } from './plan-filters.ts';
import { planNeeds, type PlanNeeds } from './plan-needs.server.ts';

export type LineNeeds = { id: string; title: string; filters: PlanNeedFilters; found: PlanNeeds };

/** Free needs that a line could take up; those of its theme unless the address says another. Null: not this actor's. */
export async function lineNeeds(
  actor: Actor,
  lineId: string,
  asked: PlanNeedFilters,
  tx: Tx = db(),
): Promise<LineNeeds | null> {
  const line = await lineFor(tx, actor, lineId);
  if (!line) return null;
  const theme = asked.theme ?? line.themeId;
  const filters = { ...asked, ...(theme === null ? {} : { theme }) };
  const found = await planNeeds(actor, line.plan.id, filters, tx);
  return found && { id: lineId, title: line.title, filters, found };
}
