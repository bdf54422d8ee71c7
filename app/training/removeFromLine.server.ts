import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { record } from '#app/journal/record.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { isOpenLine } from './line-stage.ts';
import { lockFile } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';

/**
 * Takes someone out of a line before it was proposed, as if she had never been chosen: her need is free again and nobody
 * is told. Later her file is cancelled instead. Refuses a line that was proposed, and a file that began to move.
 */
export async function removeFromLine(
  actor: Actor,
  { fileId }: { fileId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ lineId: string }, PlanRefusal>> {
  return inTransaction(tx, async (tx) => {
    const file = await lockFile(tx, actor, fileId);
    if (!file) return refuse({ code: 'NOT_FOUND' });
    const { line, stage } = file;
    if (!isOpenLine(line.stage)) return refuse({ code: 'LINE_CLOSED' });
    const early = line.stage === 'DRAFT' || line.stage === 'RETURNED';
    if (!early || (stage !== 'GROUPED' && stage !== 'WISHED')) return refuse({ code: 'WRONG_STAGE' });
    await tx.trainingFile.delete({ where: { id: fileId }, select: { id: true } });
    const who = { collectiviteId: line.collectiviteId, actorId: actorId(actor), subject: 'line' as const };
    await record(tx, now, { ...who, subjectId: line.id, what: 'line.people', detail: { removed: 1 } });
    return { ok: true, lineId: line.id };
  });
}
