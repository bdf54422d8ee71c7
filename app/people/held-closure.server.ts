import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from './actor.ts';
import { closureTarget } from './closure-target.server.ts';
import { closedDaysOf, type ClosureDays, type ClosureOf } from './closure.ts';

export type HeldClosure = { id: string; collectiviteId: string; of: ClosureOf; days: Required<ClosureDays> };

/** A closure that the actor may change, under its row's lock; null: it is not there, or not for her. */
export async function heldClosure(tx: Tx, actor: Actor, closureId: string): Promise<HeldClosure | null> {
  await tx.$executeRaw`SELECT 1 FROM "Closure" WHERE id = ${closureId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.closure.findUnique({ where: { id: closureId } });
  const of = row && closureOf(row);
  const target = of && (await closureTarget(tx, actor, of));
  if (!row || !of || !target) return null;
  const days = { ...closedDaysOf(row), reason: row.reason };
  return { id: row.id, collectiviteId: row.collectiviteId, of, days };
}

/** What a row closes. */
export function closureOf(row: {
  relaisId: string | null;
  siteId: string | null;
  personId: string | null;
}): ClosureOf | null {
  if (row.relaisId !== null) return { relaisId: row.relaisId };
  if (row.siteId !== null) return { siteId: row.siteId };
  return row.personId === null ? null : { personId: row.personId };
}
