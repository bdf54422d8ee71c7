import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockSessions } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { leadersOf } from './leaders.server.ts';
import type { Scope } from './session-change.ts';
import { sessionsInScope } from './sessions-in-scope.server.ts';
import { tellLeaders } from './tellLeaders.server.ts';

type Refusal = { code: 'NOT_FOUND' | 'NOT_A_DRAFT' };

/**
 * Removes a draft, or it and the other drafts of its series (what is published is left alone), with all they held.
 * Refuses a session that is published, or not hers to plan. Intervenants who were asked are told; nobody else knew of them.
 */
export async function removeDraftSessions(
  actor: Actor,
  { sessionId, scope }: { sessionId: string; scope: Scope },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ removed: number; activityId: string }, Refusal>> {
  return inTransaction(tx, async (tx) => {
    const scoped = { sessionId, scope, permission: 'session.plan' } as const;
    const seen = await sessionsInScope(tx, actor, scoped, now);
    if (!seen) return refuse({ code: 'NOT_FOUND' });
    await lockSessions(
      tx,
      seen.sessions.map(({ id }) => id),
    );
    const found = await sessionsInScope(tx, actor, scoped, now);
    if (!found) return refuse({ code: 'NOT_FOUND' });
    if (found.named.state !== 'DRAFT') return refuse({ code: 'NOT_A_DRAFT' });
    const { collectiviteId, activityId } = found;
    const ids = found.sessions.filter(({ state }) => state === 'DRAFT').map(({ id }) => id);
    const gone = (await leadersOf(tx, ids)).map((before) => ({ before, after: null, moved: false, notes: [] }));
    await tellLeaders(tx, { actor, changes: gone }, now);
    await tx.session.deleteMany({ where: { id: { in: ids }, state: 'DRAFT' } });
    await tx.series.deleteMany({ where: { activityId, sessions: { none: {} } } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'session' as const, what: 'session.removed' };
    await record(
      tx,
      now,
      ids.map((subjectId) => ({ ...who, subjectId })),
    );
    return { ok: true, removed: ids.length, activityId };
  });
}
