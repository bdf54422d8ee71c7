import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { advancedStages } from './file-stage.ts';
import { writeFileStages } from './writeFileStages.server.ts';

export type AdvanceFiles = {
  /** The FORMATION of the catalogue; one that no plan line made has no files. */
  activityId: string;
  personIds: readonly string[];
  stage: 'ATTENDED' | 'CERTIFIED';
};

/**
 * The training was attended, or its certificate given: the files of these persons advance, dated, through the stages
 * between. To be called by commands that have checked what the actor may do. Whoever has no file there, or is further, is
 * left as she is; twice is once. Gives how many files moved.
 */
export async function advanceFiles(
  actor: Actor,
  { activityId, personIds, stage }: AdvanceFiles,
  now: Date,
  tx?: Tx,
): Promise<{ moved: number }> {
  return inTransaction(tx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "TrainingLine" WHERE "activityId" = ${activityId}::uuid FOR NO KEY UPDATE`;
    const files = await tx.trainingFile.findMany({
      where: { line: { activityId }, personId: { in: [...personIds] } },
      orderBy: { id: 'asc' },
      select: { id: true, collectiviteId: true, stage: true },
    });
    const [first] = files;
    if (!first) return { moved: 0 };
    const { collectiviteId } = first;
    const passing = files.map(({ id, stage: from }) => ({ id, through: advancedStages(from, stage) }));
    for (const next of ['ATTENDED', 'CERTIFIED'] as const) {
      const fileIds = passing.filter(({ through }) => through.includes(next)).map(({ id }) => id);
      await writeFileStages(tx, actor, { collectiviteId, fileIds }, { stage: next }, now);
    }
    return { moved: passing.filter(({ through }) => through.length > 0).length };
  });
}
