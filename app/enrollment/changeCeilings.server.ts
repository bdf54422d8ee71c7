import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { allocate } from './allocate.server.ts';
import { lockMeeting } from './meetings.server.ts';

export type ChangeCeilingsOutcome =
  | { outcome: 'notFound' }
  /** Lower than what is already taken: refused, nothing changed. */
  | { outcome: 'belowTaken' }
  /** More than the site receives in all. */
  | { outcome: 'aboveSite'; most: number }
  | { outcome: 'changed' };

/** Changes a session's ceilings (null: none), then serves those waiting. Never below what is taken. */
export async function changeCeilings(
  actor: Actor,
  input: { sessionId: string; maxAdults: number | null; maxChildren: number | null },
  now: Date,
  tx?: Tx,
): Promise<ChangeCeilingsOutcome> {
  try {
    return await inTransaction(tx, async (tx) => {
      const before = await lockMeeting(tx, input.sessionId);
      if (!before || !may(actor, 'session.plan', before)) return { outcome: 'notFound' };
      const { maxAdults, maxChildren } = input;
      const most = before.ceilings.persons;
      if (most !== null && Math.max(maxAdults ?? 0, maxChildren ?? 0) > most) return { outcome: 'aboveSite', most };
      await tx.session.update({ where: { id: before.id }, data: { maxAdults, maxChildren }, select: { id: true } });
      const subject = {
        collectiviteId: before.collectiviteId,
        actorId: actorId(actor),
        subject: 'session',
        subjectId: before.id,
      } as const;
      const from = { maxAdults: before.ceilings.adults, maxChildren: before.ceilings.children };
      await record(tx, now, { ...subject, what: 'ceilings', detail: { from, to: { maxAdults, maxChildren } } });
      const ceilings = { ...before.ceilings, adults: maxAdults, children: maxChildren };
      await allocate(tx, { ...before, ceilings }, now);
      return { outcome: 'changed' };
    });
  } catch (error) {
    if (databaseRefusal(error) === 'capacity') return { outcome: 'belowTaken' };
    throw error;
  }
}
