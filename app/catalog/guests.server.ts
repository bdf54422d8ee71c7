import type { Tx } from '#app/db/client.server.ts';
import { openingRule } from './booking-rules.schema.server.ts';
import type { BookingRules } from './booking-rules.ts';
import type { GuestWords } from './explain-rules.ts';

export type ActivityGuestRow = GuestWords & { relaisId: string };

/** The relais invited to an activity, by name, with their own opening. */
export async function guestsOf(activityId: string, tx: Tx): Promise<ActivityGuestRow[]> {
  const rows = await tx.activityGuest.findMany({
    where: { activityId },
    select: { relaisId: true, opening: true, relais: { select: { name: true } } },
    orderBy: { relais: { name: 'asc' } },
  });
  return rows.map(({ relaisId, opening, relais: { name } }) => ({
    relaisId,
    name,
    opening: openingRule.nullable().parse(opening),
  }));
}

/** The names of the communes that rules speak of, by id. */
export async function communesNamedBy(rules: BookingRules, tx: Tx): Promise<ReadonlyMap<string, string>> {
  const first = rules.priority.by === 'HOME_FIRST' ? rules.priority.communeIds : [];
  const ids = [...first, ...(rules.who.communeIds ?? [])];
  if (ids.length === 0) return new Map();
  const rows = await tx.commune.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
