import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { allocate } from './allocate.server.ts';
import { overlapsOf } from './applicants.server.ts';
import { endEnrollment } from './endEnrollment.server.ts';
import { holdEnrollment } from './held.server.ts';
import { aboutEnrollment, aboutParty, notify } from './notices.server.ts';

export type AnswerRequestInput = {
  enrollmentId: string;
  answer: 'accept' | 'refuse';
  /** Required to accept beyond the agrément; told to her when refusing. */
  reason: string | null;
};

export type AnswerRequestOutcome =
  | { outcome: 'notFound' }
  | { outcome: 'notRequested'; state: string }
  | { outcome: 'reasonNeeded' }
  | { outcome: 'overlap'; title: string }
  | { outcome: 'accepted' | 'refused'; sessionId: string };

/** An animator of the host relais accepts or refuses a demande; beyond the agrément only with a reason (rule 3). */
export async function answerRequest(
  actor: Actor,
  input: AnswerRequestInput,
  now: Date,
  tx?: Tx,
): Promise<AnswerRequestOutcome> {
  return inTransaction(tx, async (tx) => {
    const held = await holdEnrollment(tx, actor, input.enrollmentId, 'enrollment.answer', now);
    if (!held || !held.byStaff) return { outcome: 'notFound' };
    const { meeting, id } = held;
    if (held.state !== 'REQUESTED') return { outcome: 'notRequested', state: held.state };
    // Rule 8: no free text about anyone of a group of analysis.
    const reason = meeting.kind === 'ANALYSE' ? null : input.reason?.trim() || null;
    if (input.answer === 'refuse') {
      await endEnrollment(tx, meeting, { id, state: 'REFUSED', actorId: held.actorId, reason }, now);
      const props = { ...aboutParty(meeting, held.children), reason };
      await notify(
        tx,
        meeting,
        [{ to: held.person, enrollmentId: id, content: { template: 'enrollment-refused', props } }],
        now,
      );
      await allocate(tx, meeting, now);
      return { outcome: 'refused', sessionId: meeting.id };
    }
    if (reason === null && held.requestReasons.some((why) => why !== 'ON_REQUEST')) return { outcome: 'reasonNeeded' };
    await lockPersons(tx, [held.person.id]);
    const [overlap] = await overlapsOf(tx, [held.person.id], meeting);
    if (overlap) return { outcome: 'overlap', title: overlap.title };
    await tx.enrollment.update({
      where: { id },
      data: { state: 'CONFIRMED', acceptedBeyond: reason, changedAt: now },
      select: { id: true },
    });
    const entry = {
      collectiviteId: meeting.collectiviteId,
      actorId: held.actorId,
      subject: 'enrollment',
      subjectId: id,
    } as const;
    await record(tx, now, { ...entry, what: 'request:accepted', detail: { reason } });
    await enqueueJob(tx, { task: 'render-enrollment-event', payload: { enrollmentId: id }, key: `render:${id}` });
    const content = {
      template: 'enrollment-confirmed',
      props: aboutEnrollment(meeting, id, held.children, held.round),
    } as const;
    await notify(tx, meeting, [{ to: held.person, enrollmentId: id, content, invitation: 'REQUEST' }], now);
    return { outcome: 'accepted', sessionId: meeting.id };
  });
}
