import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { allocate, servesAt } from './allocate.server.ts';
import { endEnrollment } from './endEnrollment.server.ts';
import { holdEnrollment, type Held } from './held.server.ts';
import { aboutParty, notify } from './notices.server.ts';
import { isLive } from './state.ts';

export type WithdrawOutcome =
  | { outcome: 'notFound' }
  /** The session has begun: it is for the sheet to say who came. */
  | { outcome: 'started' }
  /** `again`: it was over already; nothing was written. `late`: after closing. */
  | { outcome: 'withdrawn'; sessionId: string; late: boolean; again: boolean };

/**
 * Gives back a place, a request, an offer or a rank, until the session starts (noted as late once enrolment is closed),
 * then serves those waiting. By herself, by the link in her mail, or by the host relais's staff.
 */
export async function withdraw(
  actor: Actor,
  input: { enrollmentId: string; /** Staff told her, or she told them, by telephone. */ byPhone?: boolean },
  now: Date,
  tx?: Tx,
): Promise<WithdrawOutcome> {
  return inTransaction(tx, async (tx) => {
    const held = await holdEnrollment(tx, actor, input.enrollmentId, 'enrollment.forOthers', now);
    if (!held) return { outcome: 'notFound' };
    const { meeting } = held;
    if (!isLive(held.state)) return { outcome: 'withdrawn', sessionId: meeting.id, late: false, again: true };
    if (now >= meeting.startsAt) return { outcome: 'started' };
    const late = held.state !== 'WAITING' && !servesAt(meeting, now);
    await endEnrollment(tx, meeting, { id: held.id, state: 'WITHDRAWN', actorId: held.actorId, late }, now);
    if (input.byPhone && held.byStaff) await noteTold(tx, held, now);
    const props = { ...aboutParty(meeting, held.children), byStaff: held.byStaff, late };
    const content = { template: 'enrollment-withdrawn', props } as const;
    const notice = { to: held.person, enrollmentId: held.id, content };
    await notify(tx, meeting, [held.state === 'CONFIRMED' ? { ...notice, invitation: 'CANCEL' } : notice], now);
    await allocate(tx, meeting, now);
    return { outcome: 'withdrawn', sessionId: meeting.id, late, again: false };
  });
}

async function noteTold(tx: Tx, { meeting, id, actorId }: Held, now: Date): Promise<void> {
  const { collectiviteId } = meeting;
  const who = meeting.kind === 'ANALYSE' ? null : actorId;
  await record(tx, now, { collectiviteId, actorId: who, subject: 'enrollment', subjectId: id, what: 'told:phone' });
}
