import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { allocate } from './allocate.server.ts';
import { skipsOf } from './applicants.server.ts';
import { endEnrollment } from './endEnrollment.server.ts';
import { holdEnrollment, type Held } from './held.server.ts';
import { aboutEnrollment, aboutParty, notify } from './notices.server.ts';
import type { SkipReason } from './queue.ts';

export type AnswerOfferInput = {
  enrollmentId: string;
  answer: 'accept' | 'decline';
  /** Accept with fewer children: how many are kept, the first ones of the party (one at least where children are needed); absent: all. */
  keepChildren?: number;
};

export type AnswerOfferOutcome =
  | { outcome: 'notFound' }
  /** No offer runs: its deadline has passed, or it was answered already; `state` is what she has now. */
  | { outcome: 'noOffer'; sessionId: string; state: string }
  /** She no longer qualifies: nothing was written, the offer runs on. */
  | { outcome: 'blocked'; sessionId: string; reason: SkipReason }
  | { outcome: 'accepted'; sessionId: string; enrollmentId: string }
  | { outcome: 'declined'; sessionId: string };

/** Accepts (with all or fewer children) or declines an offer before its deadline; declining leaves the queue. */
export async function answerOffer(
  actor: Actor,
  input: AnswerOfferInput,
  now: Date,
  tx?: Tx,
): Promise<AnswerOfferOutcome> {
  return inTransaction(tx, async (tx) => {
    const held = await holdEnrollment(tx, actor, input.enrollmentId, 'enrollment.forOthers', now);
    if (!held) return { outcome: 'notFound' };
    const sessionId = held.meeting.id;
    const runs = held.state === 'OFFERED' && held.offerExpiresAt !== null && now < held.offerExpiresAt;
    if (!runs) return alreadyAnswered(held, input) ?? { outcome: 'noOffer', sessionId, state: held.state };
    if (input.answer === 'decline') {
      await decline(tx, held, now);
      return { outcome: 'declined', sessionId };
    }
    await lockPersons(tx, [held.person.id]);
    const candidate = { personId: held.person.id, mustBeAnswered: false, byStaff: true, weighed: false };
    const reason = (await skipsOf(tx, [candidate], held.meeting, now)).get(held.person.id);
    if (reason) return { outcome: 'blocked', sessionId, reason };
    await accept(tx, held, input.keepChildren ?? held.children, now);
    return { outcome: 'accepted', sessionId, enrollmentId: held.id };
  });
}

/** The same answer twice is harmless. */
function alreadyAnswered(held: Held, input: AnswerOfferInput): AnswerOfferOutcome | null {
  const sessionId = held.meeting.id;
  if (input.answer === 'accept' && held.state === 'CONFIRMED')
    return { outcome: 'accepted', sessionId, enrollmentId: held.id };
  if (input.answer === 'decline' && held.state === 'WITHDRAWN') return { outcome: 'declined', sessionId };
  return null;
}

async function decline(tx: Tx, held: Held, now: Date): Promise<void> {
  await endEnrollment(
    tx,
    held.meeting,
    { id: held.id, state: 'WITHDRAWN', actorId: held.actorId, reason: 'DECLINED' },
    now,
  );
  const props = { ...aboutParty(held.meeting, held.children), byStaff: held.byStaff, late: false };
  const content = { template: 'enrollment-withdrawn', props } as const;
  await notify(tx, held.meeting, [{ to: held.person, enrollmentId: held.id, content }], now);
  await allocate(tx, held.meeting, now);
}

async function accept(tx: Tx, held: Held, keep: number, now: Date): Promise<void> {
  const least = held.meeting.rules.children.welcome === 'REQUIRED' ? 1 : 0;
  const kept = Math.max(least, Math.min(keep, held.children));
  if (kept < held.children) {
    const children = await tx.enrolledChild.findMany({
      where: { enrollmentId: held.id },
      orderBy: [{ fromMonths: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    await tx.enrolledChild.deleteMany({ where: { id: { in: children.slice(kept).map((child) => child.id) } } });
  }
  await tx.enrollment.update({
    where: { id: held.id },
    data: { state: 'CONFIRMED', offerExpiresAt: null, changedAt: now },
    select: { id: true },
  });
  await record(tx, now, {
    collectiviteId: held.meeting.collectiviteId,
    actorId: held.actorId,
    subject: 'enrollment',
    subjectId: held.id,
    what: 'offer:accepted',
    detail: { children: kept },
  });
  await enqueueJob(tx, {
    task: 'render-enrollment-event',
    payload: { enrollmentId: held.id },
    key: `render:${held.id}`,
  });
  const content = {
    template: 'enrollment-confirmed',
    props: aboutEnrollment(held.meeting, held.id, kept, held.round),
  } as const;
  await notify(tx, held.meeting, [{ to: held.person, enrollmentId: held.id, content, invitation: 'REQUEST' }], now);
  if (kept < held.children) await allocate(tx, held.meeting, now);
}
