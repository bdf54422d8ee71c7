import type { Tx } from '#app/db/client.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import type { FileStage } from './file-stage.ts';

/** Brings files to a stage, each dated, with the same word. Two statements whatever their number. */
export async function writeFileStages(
  tx: Tx,
  actor: Actor,
  { collectiviteId, fileIds }: { collectiviteId: string; fileIds: readonly string[] },
  { stage, word = '' }: { stage: FileStage; word?: string },
  now: Date,
): Promise<void> {
  if (fileIds.length === 0) return;
  await tx.trainingFile.updateMany({ where: { id: { in: [...fileIds] } }, data: { stage, stageAt: now } });
  const byId = actorId(actor);
  await tx.fileState.createMany({
    data: fileIds.map((fileId) => ({ collectiviteId, fileId, stage, word, at: now, byId })),
  });
}
