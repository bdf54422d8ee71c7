import type { Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
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

/** Opens one file a person: wished when she said it, grouped now. */
export async function openFiles(
  tx: Tx,
  actor: Actor,
  line: { id: string; collectiviteId: string },
  people: readonly Pick<FreeNeed, 'personId' | 'createdAt' | 'createdById'>[],
  needIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<string[]> {
  const { collectiviteId, id: lineId } = line;
  const [byId, stage] = [actorId(actor), 'GROUPED' as const];
  const files = people.map(({ personId }) => ({
    ...{ id: crypto.randomUUID(), collectiviteId, lineId, personId, stage, stageAt: now, createdAt: now },
    ...{ createdById: byId, needId: needIds.get(personId) ?? null },
  }));
  await tx.trainingFile.createMany({ data: files });
  const idOf = (personId: string) => files.find((file) => file.personId === personId)?.id ?? '';
  const wished = people.filter(({ personId }) => needIds.has(personId));
  await tx.fileState.createMany({
    data: [
      ...wished.map(({ personId, createdAt: at, createdById }) => ({
        ...{ collectiviteId, fileId: idOf(personId), stage: 'WISHED' as const, at, byId: createdById },
      })),
      ...files.map(({ id: fileId }) => ({ collectiviteId, fileId, stage, at: now, byId })),
    ],
  });
  return files.map(({ id }) => id);
}
