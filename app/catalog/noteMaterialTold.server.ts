import type { Tx } from '#app/db/client.server.ts';

/** Those enrolled are told of this document: false when they were before. */
export async function noteMaterialTold(tx: Tx, materialId: string, now: Date): Promise<boolean> {
  const { count } = await tx.material.updateMany({
    where: { id: materialId, toldAt: null, retiredAt: null },
    data: { toldAt: now },
  });
  return count > 0;
}
