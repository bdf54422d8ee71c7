import type { Tx } from '#app/db/client.server.ts';
import { closeRenewals } from './closeRenewals.server.ts';
import { rekeyAsked } from './rekeyAsked.server.ts';
import { rekeyFiles } from './rekeyFiles.server.ts';
import { rekeyRecord } from './rekeyRecord.server.ts';

/**
 * Gives one person's needs, askings, files, trainings, results and certificates to the other's file, in the caller's transaction.
 * Of two living needs of one theme, the kept person's stays.
 */
export async function rekeyTraining(tx: Tx, { from, to }: { from: string; to: string }, now: Date): Promise<void> {
  const hers = await tx.trainingNeed.findMany({
    where: { personId: to, withdrawnAt: null, themeId: { not: null } },
    select: { themeId: true },
  });
  const themeIds = hers.flatMap(({ themeId }) => (themeId === null ? [] : [themeId]));
  await tx.trainingNeed.updateMany({
    where: { personId: from, withdrawnAt: null, themeId: { in: themeIds } },
    data: { withdrawnAt: now, changedAt: now },
  });
  await tx.trainingNeed.updateMany({ where: { personId: from }, data: { personId: to } });
  await rekeyAsked(tx, { from, to });
  await rekeyFiles(tx, { from, to });
  await tx.declaredTraining.updateMany({ where: { personId: from }, data: { personId: to } });
  await rekeyRecord(tx, { from, to });
  await closeRenewals(tx, [to], now);
}
