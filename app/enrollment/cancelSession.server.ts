import type { Tx } from '#app/db/client.server.ts';
import { freeOccupations } from '#app/catalog/freeOccupations.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { loadApplicants } from './applicants.server.ts';
import { endEnrollment } from './endEnrollment.server.ts';
import { lockMeeting } from './meetings.server.ts';
import { aboutParty, notify } from './notices.server.ts';
import { LIVE_STATES } from './state.ts';
import { tellAbout } from './tellAbout.server.ts';

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
    if (!meeting || meeting.state === 'DRAFT' || !may(actor, 'session.cancel', meeting.relaisId))
      return { outcome: 'notFound' };
    if (meeting.state === 'CANCELLED') return { outcome: 'cancelled', told: 0, toCall: 0, again: true };
    const reason = input.reason.trim();
    if (reason === '') return { outcome: 'reasonNeeded' };
    const live = await tx.enrollment.findMany({
      where: { sessionId: meeting.id, state: { in: [...LIVE_STATES] } },
      select: { id: true, personId: true, state: true, _count: { select: { children: true } } },
    });
    const people = await loadApplicants(
      tx,
      live.map((one) => one.personId),
      meeting,
      now,
    );
    const reading = await tellAbout(tx, { meeting, cause: 'CANCELLED', live, people }, now);
    let toCall = 0;
    for (const one of live) {
      await endEnrollment(tx, meeting, { id: one.id, state: 'CANCELLED', actorId: actorId(actor), reason }, now);
      const to = people.find((person) => person.id === one.personId);
      if (!to?.email) toCall += 1;
      const props = { ...aboutParty(meeting, one._count.children), reason, reading: reading.get(one.id) ?? null };
      const notice = { enrollmentId: one.id, content: { template: 'session-cancelled', props } } as const;
      if (to)
        await notify(
          tx,
          meeting,
          [one.state === 'CONFIRMED' ? { ...notice, to, invitation: 'CANCEL' } : { ...notice, to }],
          now,
        );
    }
    await tx.session.update({
      where: { id: meeting.id },
      data: { state: 'CANCELLED', cancelledAt: now, cancelReason: reason, version: { increment: 1 } },
      select: { id: true },
    });
    await freeOccupations(tx, meeting.id);
    const subject = {
      collectiviteId: meeting.collectiviteId,
      actorId: actorId(actor),
      subject: 'session',
      subjectId: meeting.id,
    } as const;
    await record(tx, now, { ...subject, what: 'cancelled', detail: { reason } });
    await enqueueJob(tx, {
      task: 'render-session-events',
      payload: { sessionId: meeting.id },
      key: `render-${meeting.id}`,
    });
    return { outcome: 'cancelled', told: live.length, toCall, again: false };
  });
}
