import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { admit, type Asked, type Refusal, type RequestReason } from './admission.ts';
import { applyAllocation, planAllocation, servesAt } from './allocate.server.ts';
import { loadApplicants, overlapsOf, quotasReached, type Applicant } from './applicants.server.ts';
import { childrenBrought, type BroughtInput } from './brought.server.ts';
import { lackInWords, requestReasonInWords } from './messages.ts';
import { lockMeeting, type LoadedMeeting } from './meetings.server.ts';
import { aboutEnrollment, notify } from './notices.server.ts';
import { partyOf } from './party.ts';
import { standing, type Allocation } from './queue.ts';
import { loadQueue, prioritiesOf, type Queued } from './queues.server.ts';
import { LIVE_STATES, stateWhenServed, type LiveState } from './state.ts';

export type EnrollInput = BroughtInput & {
  sessionId: string;
  /** Whom staff enrols; absent: the actor herself. */
  personId?: string;
  wish: 'ENROLL' | 'ASK';
  /** Codes of the conditions she declares. */
  declared: readonly string[];
};

export type EnrollOutcome =
  | { outcome: 'notFound' }
  | { outcome: 'refused'; refusal: Refusal; zone: string }
  /** `again`: she already had it; nothing was written. */
  | { outcome: 'enrolled'; enrollmentId: string; state: LiveState; again: boolean };

/**
 * Books a session for a party of one adult and her children: confirmed, to be confirmed, or waiting with her rank.
 * Asking twice gives the same enrolment. Refuses with a reason (admission.ts), writes nothing then.
 * `notFound`: no such session or person for this actor.
 */
export async function enroll(actor: Actor, input: EnrollInput, now: Date, tx?: Tx): Promise<EnrollOutcome> {
  return inTransaction(tx, async (tx) => {
    const meeting = await lockMeeting(tx, input.sessionId);
    const whom = meeting && whomFor(actor, input, meeting);
    if (!meeting || !whom) return { outcome: 'notFound' };
    const live = await tx.enrollment.findFirst({
      where: { sessionId: meeting.id, personId: whom.personId, state: { in: [...LIVE_STATES] } },
      select: { id: true, state: true },
    });
    if (live) return { outcome: 'enrolled', enrollmentId: live.id, state: liveState(live.state), again: true };
    const [applicant] = await loadApplicants(tx, [whom.personId], meeting, now);
    const children = await childrenBrought(tx, whom.personId, input, meeting);
    if (!applicant || !children) return { outcome: 'notFound' };
    const admission = admit(meeting, applicant, { children, declared: input.declared }, now, whom.onBehalf);
    if (!admission.admitted) return { outcome: 'refused', refusal: admission.refusal, zone: meeting.zone };
    return place(tx, {
      meeting,
      applicant,
      children,
      input,
      reasons: admission.reasons,
      actor,
      onBehalf: whom.onBehalf,
      now,
    });
  });
}

type Booking = {
  meeting: LoadedMeeting;
  applicant: Applicant;
  children: Asked['children'];
  input: EnrollInput;
  reasons: RequestReason[];
  actor: Actor;
  onBehalf: boolean;
  now: Date;
};

/** Who books for whom: herself, or the host relais's staff for someone; null: not hers to do. */
function whomFor(actor: Actor, input: EnrollInput, meeting: LoadedMeeting) {
  if (meeting.state === 'DRAFT' || actor.kind === 'anonymous' || actor.kind === 'bearer') return null;
  if (actor.kind === 'system') return input.personId ? { personId: input.personId, onBehalf: true } : null;
  if (actor.collectiviteId !== meeting.collectiviteId) return null;
  const personId = input.personId ?? actor.personId;
  if (personId === actor.personId) return { personId, onBehalf: false };
  return may(actor, 'enrollment.forOthers', meeting.relaisId) ? { personId, onBehalf: true } : null;
}

/** The newcomer joins the queue, one allocation runs, and she gets what it gives her. */
async function place(tx: Tx, booking: Booking): Promise<EnrollOutcome> {
  const { meeting, applicant, now } = booking;
  const id = randomUUID();
  const waiting = servesAt(meeting, now) ? await loadQueue(tx, meeting, now) : [];
  const newcomer = await newcomerOf(tx, booking, id);
  const queue = [...waiting, newcomer];
  const plan = await planAllocation(tx, meeting, queue, now);
  if (newcomer.skip === 'QUOTA' || newcomer.skip === 'OVERLAP') {
    return { outcome: 'refused', refusal: await skipRefusal(tx, booking, newcomer.skip), zone: meeting.zone };
  }
  // A quota used up refuses at once, even where she would only wait; overlapping waits are allowed (rule 2).
  if (!plan.served.includes(id) && !booking.onBehalf) {
    const quota = (await quotasReached(tx, [applicant.id], meeting)).get(applicant.id);
    if (quota)
      return { outcome: 'refused', refusal: { code: 'QUOTA', most: quota.most, per: quota.per }, zone: meeting.zone };
  }
  const state = plan.served.includes(id)
    ? stateWhenServed({ newcomer: true, wish: booking.input.wish, mustBeAnswered: booking.reasons.length > 0 })
    : 'WAITING';
  await writeNewcomer(tx, booking, newcomer, state);
  await applyAllocation(tx, meeting, waiting, plan, now);
  await tell(tx, booking, queue, plan, newcomer, state);
  return { outcome: 'enrolled', enrollmentId: id, state, again: false };
}

async function newcomerOf(tx: Tx, booking: Booking, id: string): Promise<Queued> {
  const { meeting, applicant, children, input, reasons, now } = booking;
  const numbered = await tx.session.update({
    where: { id: meeting.id },
    data: { nextArrival: { increment: 1 } },
    select: { nextArrival: true },
  });
  const priorities = await prioritiesOf(tx, meeting, [applicant.id], now);
  return {
    id,
    personId: applicant.id,
    party: partyOf(children),
    priority: priorities.get(applicant.id) ?? 0,
    arrival: numbered.nextArrival - 1,
    passedOver: 0,
    skip: null,
    wish: input.wish,
    requestReasons: reasons,
    offerRound: 0,
    lastSkip: null,
    byStaff: booking.onBehalf,
  };
}

async function skipRefusal(tx: Tx, { meeting, applicant }: Booking, skip: 'QUOTA' | 'OVERLAP'): Promise<Refusal> {
  if (skip === 'OVERLAP') {
    const [overlap] = await overlapsOf(tx, [applicant.id], meeting);
    return { code: 'OVERLAP', title: overlap?.title ?? '' };
  }
  const quota = (await quotasReached(tx, [applicant.id], meeting)).get(applicant.id);
  return { code: 'QUOTA', most: quota?.most ?? 0, per: quota?.per ?? 'WEEK' };
}

async function writeNewcomer(tx: Tx, booking: Booking, newcomer: Queued, state: LiveState): Promise<void> {
  const { meeting, applicant, children, input, reasons, actor, now } = booking;
  const { collectiviteId } = meeting;
  await tx.enrollment.createMany({
    data: {
      id: newcomer.id,
      collectiviteId,
      sessionId: meeting.id,
      personId: applicant.id,
      state,
      arrival: newcomer.arrival,
      wish: input.wish,
      requestReasons: reasons,
      declared: [...input.declared],
      createdById: actorId(actor) ?? applicant.id,
      createdAt: now,
      changedAt: now,
    },
  });
  if (children.length > 0) {
    await tx.enrolledChild.createMany({
      data: children.map(({ childId, fromMonths, untilMonths }) => ({
        collectiviteId,
        enrollmentId: newcomer.id,
        childId,
        fromMonths,
        untilMonths,
      })),
    });
  }
  await record(tx, now, {
    collectiviteId,
    actorId: actorId(actor),
    subject: 'enrollment',
    subjectId: newcomer.id,
    what: `created:${state}`,
    detail: { children: children.length, reasons },
  });
}

async function tell(
  tx: Tx,
  booking: Booking,
  queue: Queued[],
  plan: Allocation,
  newcomer: Queued,
  state: LiveState,
): Promise<void> {
  const { meeting, applicant, children, reasons, now } = booking;
  const about = aboutEnrollment(meeting, newcomer.id, children.length, 0);
  const notice = { to: applicant, enrollmentId: newcomer.id };
  await enqueueJob(tx, {
    task: 'render-enrollment-event',
    payload: { enrollmentId: newcomer.id },
    key: `render:${newcomer.id}`,
  });
  if (state === 'CONFIRMED') {
    const content = { template: 'enrollment-confirmed', props: about } as const;
    await notify(tx, meeting, [{ ...notice, content, invitation: 'REQUEST' }], now);
  } else if (state === 'REQUESTED') {
    const props = { ...about, reasons: reasons.map(requestReasonInWords) };
    await notify(tx, meeting, [{ ...notice, content: { template: 'enrollment-requested', props } }], now);
  } else {
    const still = queue.filter((one) => !plan.served.includes(one.id));
    const stand = standing(still, plan.room, newcomer.id);
    const lacking = stand ? lackInWords(stand.lack, stand.heldForAnother) : '';
    const props = { ...about, rank: stand?.rank ?? 1, lacking, wish: booking.input.wish };
    await notify(tx, meeting, [{ ...notice, content: { template: 'enrollment-waiting', props } }], now);
  }
}

const liveState = (state: string): LiveState => LIVE_STATES.find((one) => one === state) ?? 'WAITING';
