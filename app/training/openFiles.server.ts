import type { Tx } from '#app/db/client.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import type { FreeNeed } from './free-needs.server.ts';

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
