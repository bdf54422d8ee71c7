import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { lockMeeting } from './meetings.server.ts';

export type MaintainSessionOutcome =
  | { outcome: 'notFound' }
  /** It has no minimum, is no longer published, or has begun. */
  | { outcome: 'nothingToDecide' }
  /** `again`: it was decided already; who decided first stays. */
  | { outcome: 'maintained'; again: boolean };

/** Decides that a session is held in spite of fewer people than its minimum. */
export async function maintainSession(
  actor: Actor,
  input: { sessionId: string },
  now: Date,
  tx?: Tx,
): Promise<MaintainSessionOutcome> {
  return inTransaction(tx, async (tx) => {
    const meeting = await lockMeeting(tx, input.sessionId);
    if (!meeting || !may(actor, 'session.cancel', meeting)) return { outcome: 'notFound' };
    const { id, collectiviteId, rules, state, startsAt } = meeting;
    if (!rules.minimum || state !== 'PUBLISHED' || now >= startsAt) return { outcome: 'nothingToDecide' };
    const { count } = await tx.session.updateMany({
      where: { id, maintainedAt: null },
      data: { maintainedAt: now, maintainedById: actorId(actor), version: { increment: 1 } },
    });
    if (count === 0) return { outcome: 'maintained', again: true };
    const entry = { collectiviteId, actorId: actorId(actor), subject: 'session', subjectId: id } as const;
    await record(tx, now, { ...entry, what: 'maintained' });
    return { outcome: 'maintained', again: false };
  });
}
