import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { addToLine } from './addToLine.server.ts';
import { isOutOfLine, takesNeed } from './file-stage.ts';
import { learnerFor } from './learner.server.ts';
import { isOpenLine } from './line-stage.ts';
import { lockLine, type LineAccess } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';
import { stateNeed } from './stateNeed.server.ts';

export type JoinLine = {
  lineId: string;
  personId: string;
  /** Where she said that she wishes it. */
  source: 'INTERVIEW' | 'TELEPHONE';
};

class Refused extends Error {
  constructor(readonly refusal: PlanRefusal) {
    super(refusal.code);
  }
}

/**
 * Brings someone into a line in one act: her need is the one she has said already, else it is noted now, with the line's
 * theme. Refuses who is not of the plan's relais or whose needs the actor does not write, whose same need another line
 * answers, a line that is full or over; then nothing is noted. Twice is once.
 */
export async function joinLine(
  actor: Actor,
  input: JoinLine,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, PlanRefusal>> {
  try {
    return await inTransaction(tx, (tx) => join(tx, actor, input, now));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

/** @throws {Refused} so that the need noted is taken back */
async function join(tx: Tx, actor: Actor, input: JoinLine, now: Date): Promise<{ ok: true; again: boolean }> {
  const line = await lockLine(tx, actor, input.lineId);
  const learner = line && (await learnerFor(tx, actor, 'need.write', input.personId, now));
  if (!line || !learner || !line.plan.relais.some(({ id }) => id === learner.relaisId))
    throw new Refused({ code: 'NOT_FOUND' });
  if (!isOpenLine(line.stage)) throw new Refused({ code: 'LINE_CLOSED' });
  const file = await tx.trainingFile.findUnique({
    where: { lineId_personId: { lineId: line.id, personId: learner.personId } },
    select: { stage: true },
  });
  if (file && !isOutOfLine(file.stage)) return { ok: true, again: true };
  const needId = (await needOf(tx, line, learner.personId)) ?? (await noteNeed(tx, actor, line, input, now));
  const added = await addToLine(actor, { lineId: line.id, needIds: [needId] }, now, tx);
  if (!added.ok) throw new Refused(added.refusal);
  return { ok: true, again: false };
}

/** The same need, said already; null: none. */
async function needOf(tx: Tx, { themeId, title, plan }: LineAccess, personId: string): Promise<string | null> {
  const said = themeId === null ? { themeId, words: title } : { themeId };
  const need = await tx.trainingNeed.findFirst({
    where: { personId, withdrawnAt: null, relaisId: { in: plan.relais.map(({ id }) => id) }, ...said },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, files: { select: { stage: true } } },
  });
  if (need?.files.some(({ stage }) => takesNeed(stage))) throw new Refused({ code: 'NEED_ELSEWHERE' });
  return need?.id ?? null;
}

/** In the line's theme, or in its title's words when her relais does not propose that theme. */
async function noteNeed(tx: Tx, actor: Actor, line: LineAccess, input: JoinLine, now: Date): Promise<string> {
  const { personId, source } = input;
  const said = { personId, source, why: '', suits: [], urgency: 'THIS_YEAR' as const };
  const themed = { ...said, themeId: line.themeId, words: line.themeId === null ? line.title : '' };
  const noted = await stateNeed(actor, themed, now, tx);
  if (noted.ok) return noted.needId;
  if (noted.refusal.code !== 'THEME_UNKNOWN') throw new Refused({ code: 'NOT_FOUND' });
  const inWords = await stateNeed(actor, { ...said, themeId: null, words: line.title }, now, tx);
  if (!inWords.ok) throw new Refused({ code: 'NOT_FOUND' });
  return inWords.needId;
}
