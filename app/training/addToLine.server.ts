import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { record } from '#app/journal/record.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { takePlace } from './line-places.server.ts';
import { isOutOfLine } from './file-stage.ts';
import { isOpenLine } from './line-stage.ts';
import { freeNeeds, type FreeNeed } from './free-needs.server.ts';
import { openFiles } from './openFiles.server.ts';
import { lockLine } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';
import { writeFileStages } from './writeFileStages.server.ts';

/**
 * Brings more people into a line, by their needs. Once it is dated, they are enrolled in its dates. Who was in it and left
 * is in it again. Refuses needs of other relais or taken up elsewhere, and more people than it has places for.
 */
export async function addToLine(
  actor: Actor,
  { lineId, needIds }: { lineId: string; needIds: readonly string[] },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ added: number }, PlanRefusal>> {
  if (needIds.length === 0) return refuse({ code: 'NOBODY_CHOSEN' });
  return inTransaction(tx, async (tx) => {
    const line = await lockLine(tx, actor, lineId);
    if (!line) return refuse({ code: 'NOT_FOUND' });
    if (!isOpenLine(line.stage)) return refuse({ code: 'LINE_CLOSED' });
    const { collectiviteId, plan, maxPeople } = line;
    const relaisIds = plan.relais.map(({ id }) => id);
    const needs = await freeNeeds(tx, relaisIds, needIds);
    if (!needs) return refuse({ code: 'NEEDS_TAKEN' });
    const files = await tx.trainingFile.findMany({
      where: { lineId },
      select: { id: true, personId: true, stage: true },
    });
    const inIt = new Set(files.filter(({ stage }) => !isOutOfLine(stage)).map(({ personId }) => personId));
    const fresh = needs.filter(({ personId }) => !inIt.has(personId));
    const people = inIt.size + fresh.length;
    if (maxPeople !== null && people > maxPeople) return refuse({ code: 'TOO_MANY', most: maxPeople, people });
    const back = files.filter(({ personId }) => fresh.some((need) => need.personId === personId));
    await reopen(tx, actor, { collectiviteId, files: back, needs: fresh }, now);
    const first = fresh.filter(({ personId }) => !back.some((file) => file.personId === personId));
    const needOf = new Map(first.map((need) => [need.personId, need.id]));
    await openFiles(tx, actor, line, first, needOf, now);
    if (line.stage === 'SCHEDULED') for (const { personId } of fresh) await takePlace(tx, line, { personId }, now);
    if (fresh.length === 0) return { ok: true, added: 0 };
    const who = { collectiviteId, actorId: actorId(actor), subject: 'line' as const, subjectId: lineId };
    await record(tx, now, { ...who, what: 'line.people', detail: { added: fresh.length } });
    return { ok: true, added: fresh.length };
  });
}

type Back = { collectiviteId: string; files: readonly { id: string; personId: string }[]; needs: readonly FreeNeed[] };

async function reopen(tx: Tx, actor: Actor, { collectiviteId, files, needs }: Back, now: Date): Promise<void> {
  for (const { id, personId } of files) {
    const needId = needs.find((need) => need.personId === personId)?.id ?? null;
    await tx.trainingFile.update({ where: { id }, data: { needId }, select: { id: true } });
  }
  const fileIds = files.map(({ id }) => id);
  await writeFileStages(tx, actor, { collectiviteId, fileIds }, { stage: 'GROUPED' }, now);
}
