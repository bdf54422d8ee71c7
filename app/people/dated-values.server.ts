import { db, type Tx } from '#app/db/client.server.ts';
import { isDatedKey, type DatedKey, type DatedValue, type OwnValues } from './dated-settings.ts';

/** The values a collectivité has set itself; one query. */
export async function datedValues(collectiviteId: string, tx: Tx = db()): Promise<OwnValues> {
  const rows = await tx.datedSetting.findMany({
    where: { collectiviteId },
    orderBy: { from: 'asc' },
    select: { key: true, from: true, value: true },
  });
  const own: Partial<Record<DatedKey, DatedValue[]>> = {};
  for (const { key, from, value } of rows) {
    if (isDatedKey(key)) (own[key] ??= []).push({ from: from.toISOString().slice(0, 10), value });
  }
  return own;
}
