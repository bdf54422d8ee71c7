import { db, type Tx } from '#app/db/client.server.ts';

export type Theme = { id: string; title: string; hours: number | null };

/** The themes proposed to the professionals of a relais: the collectivité's, then its own, in their order. */
export async function themesOf(
  { collectiviteId, relaisId }: { collectiviteId: string; relaisId: string | null },
  tx: Tx = db(),
): Promise<Theme[]> {
  return tx.trainingTheme.findMany({
    where: { collectiviteId, retiredAt: null, OR: [{ relaisId: null }, { relaisId }] },
    orderBy: [{ position: 'asc' }, { title: 'asc' }],
    select: { id: true, title: true, hours: true },
  });
}
