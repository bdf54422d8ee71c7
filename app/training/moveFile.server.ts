import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { record } from '#app/journal/record.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { fileNews } from './file-news.ts';
import {
  fileMayMove,
  isLiveFile,
  resumedStage,
  TAKING_FILES,
  takesNeed,
  type FileMove,
  type FileStage,
} from './file-stage.ts';
import { tellPeople } from './line-notices.server.ts';
import { leavePlace, takePlace } from './line-places.server.ts';
import { lockFile, type FileAccess } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';
import { writeFileStages } from './writeFileStages.server.ts';

export type MoveFile = {
  fileId: string;
  to: FileMove;
  /** The employeur facilitateur, for a complete file. */
  employer?: string;
  /** Why, in a few words; she is told. */
  word: string;
};

type Done = { lineId: string; stage: FileStage; toCall: number; again: boolean };

/**
 * Moves one person's file by one deed, dated. Frozen, postponed or cancelled, her places to come are given back; resumed,
 * she is enrolled again. She is told of what concerns her. Refuses what its stage does not open, a complete file without
 * employer, to take up a need that another line answers meanwhile. The same deed twice is done once.
 */
export async function moveFile(
  actor: Actor,
  { fileId, to, word: typed, ...input }: MoveFile,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, PlanRefusal>> {
  return inTransaction(tx, async (tx) => {
    const file = await lockFile(tx, actor, fileId);
    if (!file) return refuse({ code: 'NOT_FOUND' });
    const { line, stage: from } = file;
    const lineId = line.id;
    if (from === to) return { ok: true, lineId, stage: from, toCall: 0, again: true };
    if (line.stage === 'CANCELLED') return refuse({ code: 'LINE_CLOSED' });
    if (!fileMayMove(from, to)) return refuse({ code: 'WRONG_STAGE' });
    const employer = input.employer?.trim() || file.employer;
    if (to === 'COMPLETE' && employer === '') return refuse({ code: 'EMPLOYER_NEEDED' });
    const stage = to === 'RESUMED' ? resumedStage(await formerStages(tx, fileId)) : to;
    if (takesNeed(stage) && !takesNeed(from) && (await isTakenElsewhere(tx, file)))
      return refuse({ code: 'NEEDS_TAKEN' });
    const word = typed.trim();
    const { collectiviteId } = line;
    await tx.trainingFile.update({ where: { id: fileId }, data: { employer }, select: { id: true } });
    await writeFileStages(tx, actor, { collectiviteId, fileIds: [fileId] }, { stage, word }, now);
    const who = { collectiviteId, actorId: actorId(actor), subject: 'file' as const, subjectId: fileId };
    await record(tx, now, { ...who, what: `file.${stage}` });
    const news = fileNews({ stage, resumed: to === 'RESUMED', from, word });
    const told = await followPlaces(tx, file, { to: stage, news }, now);
    const toCall = news ? await tell(tx, file, { news, told }, now) : 0;
    return { ok: true, lineId, stage, toCall, again: false };
  });
}

async function formerStages(tx: Tx, fileId: string): Promise<FileStage[]> {
  const rows = await tx.fileState.findMany({
    where: { fileId },
    orderBy: [{ at: 'asc' }, { stage: 'asc' }],
    select: { stage: true },
  });
  return rows.map(({ stage }) => stage);
}

async function isTakenElsewhere(tx: Tx, { id, needId, personId }: FileAccess): Promise<boolean> {
  if (needId === null) return false;
  await lockPersons(tx, [personId]);
  return (await tx.trainingFile.count({ where: { needId, id: { not: id }, stage: { in: [...TAKING_FILES] } } })) > 0;
}

type News = NonNullable<ReturnType<typeof fileNews>>;

/** Of a dated line, whoever will come holds her places, and nobody else does. Does her group tell her, dates and news? */
async function followPlaces(
  tx: Tx,
  { line, personId, stage: from }: FileAccess,
  { to, news }: { to: FileStage; news: News | null },
  now: Date,
): Promise<boolean> {
  if (line.stage !== 'SCHEDULED' || isLiveFile(from) === isLiveFile(to)) return false;
  const said = news && { title: `${news.news} : ${line.title}`, lines: news.lines };
  const hers = { personId, ...(said && { news: said }) };
  return isLiveFile(to) ? takePlace(tx, line, hers, now) : leavePlace(tx, line, hers, now);
}

/** Writes to her unless her group does; 1 when she has no e-mail, and is to be called. */
async function tell(
  tx: Tx,
  { line, personId }: FileAccess,
  { news, told }: { news: News; told: boolean },
  now: Date,
): Promise<number> {
  if (!told) return (await tellPeople(tx, line, [personId], news, now)).toCall;
  return tx.person.count({ where: { id: personId, email: null, erasedAt: null } });
}
