import type { Tx } from '#app/db/client.server.ts';
import type { BookingRulesPatch } from './booking-rules.ts';

/** Are all communes that these rules name of this collectivité? */
export async function communesKnown(tx: Tx, collectiviteId: string, rules: BookingRulesPatch): Promise<boolean> {
  const first = rules.priority?.by === 'HOME_FIRST' ? rules.priority.communeIds : [];
  const ids = [...new Set([...first, ...(rules.who?.communeIds ?? [])])];
  if (ids.length === 0) return true;
  return (await tx.commune.count({ where: { collectiviteId, id: { in: ids } } })) === ids.length;
}
