import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { endSession } from './endSession.server.ts';
import { lockMeeting } from './meetings.server.ts';
import { tellCancelled } from './tellCancelled.server.ts';
import { tellLedCancelled } from './tellLedCancelled.server.ts';

export type CancelSessionOutcome =
  | { outcome: 'notFound' | 'reasonNeeded' }
  /** `told`: how many live enrolments ended; `toCall`: those of them without e-mail. `again`: it was cancelled already. */
  | { outcome: 'cancelled'; told: number; toCall: number; again: boolean };

/** Cancels a published session: every live enrolment ends, everyone is told, calendars follow, site and persons are free again. */
export async function cancelSession(
  actor: Actor,
  input: { sessionId: string; reason: string },
  now: Date,
  tx?: Tx,
): Promise<CancelSessionOutcome> {
  return inTransaction(tx, async (tx) => {
    const meeting = await lockMeeting(tx, input.sessionId);
    if (!meeting || meeting.state === 'DRAFT' || !may(actor, 'session.cancel', meeting)) return { outcome: 'notFound' };
    if (meeting.state === 'CANCELLED') return { outcome: 'cancelled', told: 0, toCall: 0, again: true };
    const reason = input.reason.trim();
    if (reason === '') return { outcome: 'reasonNeeded' };
    const parties = await endSession(tx, actor, { meeting, reason }, now);
    await tellCancelled(tx, parties, reason, now);
    await tellLedCancelled(tx, actor, { sessionIds: [meeting.id], reason }, now);
    const toCall = parties.filter(({ person }) => !person?.email).length;
    return { outcome: 'cancelled', told: parties.length, toCall, again: false };
  });
}
