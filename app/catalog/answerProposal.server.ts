import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockSessions } from '#app/db/locks.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Actor, AskedActor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { ownIntervenants } from '#app/people/own-intervenants.server.ts';
import { roundOf, weighAnswer, type AnswerRefusal, type ProposalAnswer } from './proposal.ts';
import { tellAnswer } from './tellAnswer.server.ts';

export type AnswerProposalInput = {
  /** Dates of a series are answered in one act. */
  assignmentIds: readonly string[];
  answer: ProposalAnswer;
  /** A word for whoever asked; '' for none. */
  word: string;
};

type Refusal = { code: AnswerRefusal | 'NOT_FOUND' | 'NOTHING_CHOSEN' };

/**
 * An intervenant says whether he comes, all dates or none: signed in (by any of his accounts), or by the link of the
 * mail that asked. Declining frees his hours; whoever asked is told, with his word. Refuses what is not asked of him,
 * cancelled, begun, or answered otherwise already. The same answer twice is harmless.
 */
export async function answerProposal(
  actor: Actor | AskedActor,
  { assignmentIds, answer, word }: AnswerProposalInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ answered: number }, Refusal>> {
  const ids = [...new Set(assignmentIds)].filter(isUuid);
  if (ids.length === 0) return refuse({ code: 'NOTHING_CHOSEN' });
  return inTransaction(tx, async (tx) => {
    const seen = await asked(tx, actor, ids);
    if (seen.length < ids.length) return refuse({ code: 'NOT_FOUND' });
    await lockSessions(
      tx,
      seen.map(({ sessionId }) => sessionId),
    );
    const rows = await asked(tx, actor, ids);
    const weighed = rows.map((row) => ({ row, what: weighAnswer(factsOf(row), answer, now) }));
    for (const { what } of weighed) if (typeof what === 'object') return refuse({ code: what.refused });
    const open = weighed.filter(({ what }) => what === 'write').map(({ row }) => row);
    if (open.length > 0) await write(tx, open, { answer, word: word.trim() }, now);
    return { ok: true, answered: open.length };
  });
}

type Row = Awaited<ReturnType<typeof asked>>[number];

const factsOf = ({ state, session }: Row) => ({ state, sessionState: session.state, startsAt: session.startsAt });

/** Those of the dates that were asked of who answers. */
async function asked(tx: Tx, actor: Actor | AskedActor, ids: readonly string[]) {
  const own = actor.kind === 'asked' ? [actor] : await ownIntervenants(actor, tx);
  const rows = await tx.assignment.findMany({
    where: {
      ...{ id: { in: [...ids] }, role: 'INTERVENANT', proposedAt: { not: null } },
      ...{ personId: { in: own.map(({ personId }) => personId) }, person: { erasedAt: null } },
    },
    orderBy: [{ session: { startsAt: 'asc' } }, { id: 'asc' }],
    select: {
      ...{ id: true, collectiviteId: true, sessionId: true, personId: true, state: true, proposedAt: true },
      session: { select: { state: true, startsAt: true } },
    },
  });
  return rows.filter(({ proposedAt }) => actor.kind !== 'asked' || (proposedAt && roundOf(proposedAt) === actor.round));
}

async function write(
  tx: Tx,
  rows: readonly Row[],
  { answer, word }: { answer: ProposalAnswer; word: string },
  now: Date,
): Promise<void> {
  const sessionIds = rows.map(({ sessionId }) => sessionId);
  const data = { state: answer, answer: word === '' ? null : word, answeredAt: now };
  await tx.assignment.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data });
  if (answer === 'DECLINED') {
    const held = rows.map(({ sessionId, personId }) => ({ sessionId, resource: `person:${personId}` }));
    await tx.occupation.deleteMany({ where: { OR: held } });
  }
  await tx.session.updateMany({ where: { id: { in: sessionIds } }, data: { version: { increment: 1 } } });
  await record(
    tx,
    now,
    rows.map(({ collectiviteId, personId, sessionId }) => ({
      ...{ collectiviteId, actorId: personId, subject: 'session' as const, subjectId: sessionId },
      what: answer === 'ACCEPTED' ? 'proposal.accepted' : 'proposal.declined',
    })),
  );
  const published = rows.filter(({ session }) => session.state === 'PUBLISHED');
  await enqueueJob(
    tx,
    published.map(({ sessionId }) => ({
      ...{ task: 'render-session-events', payload: { sessionId }, key: `render-${sessionId}` },
    })),
  );
  await tellAnswer(tx, { assignmentIds: rows.map(({ id }) => id), sessionIds, answer, word }, now);
}
