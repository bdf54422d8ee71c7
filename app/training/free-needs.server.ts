import type { Tx } from '#app/db/client.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { TAKING_FILES } from './file-stage.ts';

/** A living need that no other line takes up. */
export type FreeNeed = {
  id: string;
  personId: string;
  themeId: string | null;
  createdAt: Date;
  createdById: string | null;
};

/**
 * Those needs, under the locks of their persons, when all are of these relais and free; null: one is not there any more.
 * One need a person: the first said.
 */
export async function freeNeeds(
  tx: Tx,
  relaisIds: readonly string[],
  needIds: readonly string[],
): Promise<FreeNeed[] | null> {
  const ids = [...new Set(needIds)];
  if (!ids.every(isUuid)) return null;
  const where = { id: { in: ids }, relaisId: { in: [...relaisIds] }, withdrawnAt: null, person: { erasedAt: null } };
  const personIds = (await tx.trainingNeed.findMany({ where, select: { personId: true } })).map((row) => row.personId);
  await lockPersons(tx, [...new Set(personIds)]);
  const rows = await tx.trainingNeed.findMany({
    where: { ...where, files: { none: { stage: { in: [...TAKING_FILES] } } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, personId: true, themeId: true, createdAt: true, createdById: true },
  });
  if (rows.length < ids.length) return null;
  return rows.filter((row, index) => rows.findIndex(({ personId }) => personId === row.personId) === index);
}
