import type { Tx } from '#app/db/client.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import type { LineStage } from './line-stage.ts';

/** Brings a line to a stage, dated, with a word. */
export async function writeLineStage(
  tx: Tx,
  actor: Actor,
  { id, collectiviteId }: { id: string; collectiviteId: string },
  { stage, word = '' }: { stage: LineStage; word?: string },
  now: Date,
): Promise<void> {
  await tx.trainingLine.update({ where: { id }, data: { stage, stageAt: now }, select: { id: true } });
  await tx.lineState.create({ data: { collectiviteId, lineId: id, stage, word, at: now, byId: actorId(actor) } });
}
