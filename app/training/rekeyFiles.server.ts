import type { Tx } from '#app/db/client.server.ts';

/**
 * Gives one person's files to the other's, in the caller's transaction. Of two files in one line, the kept person's stays
 * and the other goes.
 */
export async function rekeyFiles(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  const hers = await tx.trainingFile.findMany({ where: { personId: to }, select: { lineId: true } });
  const twice = { personId: from, lineId: { in: hers.map(({ lineId }) => lineId) } };
  await tx.fileState.deleteMany({ where: { file: twice } });
  await tx.trainingFile.deleteMany({ where: twice });
  await tx.trainingFile.updateMany({ where: { personId: from }, data: { personId: to } });
}
