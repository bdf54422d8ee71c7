import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { Actor } from './actor.ts';
import { whenWords, type AvailabilityRow } from './availability.ts';
import { ownIntervenants } from './own-intervenants.server.ts';

/** What these intervenants said of when they can come, weekdays first; one query. */
export async function availabilityRows(
  tx: DbOrTx,
  personIds: readonly string[],
): Promise<(AvailabilityRow & { id: string })[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.availability.findMany({
    where: { personId: { in: [...personIds] }, person: { erasedAt: null } },
    orderBy: [{ weekday: 'asc' }, { from: 'asc' }, { part: 'asc' }, { id: 'asc' }],
    select: { id: true, personId: true, free: true, weekday: true, from: true, until: true, part: true, note: true },
  });
  const day = (date: Date | null) => date && date.toISOString().slice(0, 10);
  return rows.map(({ from, until, ...row }) => ({ ...row, from: day(from), until: day(until) }));
}

export type MyAvailability = { id: string; free: boolean; words: string; note: string; past: boolean };

/** His own, as he sees and removes it; null: he is no intervenant. Every manager that employs him sees the same. */
export async function myAvailability(actor: Actor, today: string, tx: DbOrTx = db()): Promise<MyAvailability[] | null> {
  const own = await ownIntervenants(actor, tx);
  const [self] = own;
  if (!self) return null;
  const rows = await availabilityRows(tx, [self.personId]);
  return rows.map((row) => ({
    ...{ id: row.id, free: row.free, note: row.note, past: row.until !== null && row.until < today },
    words: whenWords(row),
  }));
}
