import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { admit, type Refusal } from './admission.ts';
import { applyAllocation, planAllocation, servesAt } from './allocate.server.ts';
import { loadApplicants, overlapsOf, quotasReached } from './applicants.server.ts';
import { childrenBrought, type BroughtInput } from './brought.server.ts';
import { isFull, lackFor, roomLeft, type Room } from './capacity.ts';
import { loadMeeting, lockSeen, type LoadedMeeting } from './meetings.server.ts';
import { mayOnBehalf } from './on-behalf.server.ts';
import { partyOf } from './party.ts';
import { standing, type Standing } from './queue.ts';
import { loadQueue, prioritiesOf, type Queued } from './queues.server.ts';
import { situationOf, type Situation } from './situations.server.ts';
import { LIVE_STATES, stateWhenServed, type LiveState } from './state.ts';
import { writeEnrollment, type Booking } from './writeEnrollment.server.ts';

export type EnrollInput = BroughtInput & {
  sessionId: string;
  /** Whom staff enrols; absent: the actor herself. */
  personId?: string;
  wish: 'ENROLL' | 'ASK';
  /** Codes of the conditions she declares. */
  declared: readonly string[];
  /** The standing membership that brings her: her group tells her of all its dates at once. */
  membershipId?: string;
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
 *
 * She is weighed before the session is locked, so that those who come at once wait for each other's writing alone; she
 * is weighed anew when the session changed in between.
 */
export async function enroll(actor: Actor, input: EnrollInput, now: Date, tx?: Tx): Promise<EnrollOutcome> {
  return inTransaction(tx, async (tx) => {
    const seen = await loadMeeting(tx, input.sessionId);
    if (seen === null) return { outcome: 'notFound' };
    const weighed = await weigh(tx, actor, input, seen, now);
    if ('outcome' in weighed) return weighed;
    const meeting = await lockSeen(tx, seen);
    if (meeting === null) return { outcome: 'notFound' };
    const booking = meeting === seen ? weighed : await weigh(tx, actor, input, meeting, now);
    if ('outcome' in booking) return booking;
    const situation = await situationOf(tx, booking.meeting, booking.applicant.id);
    return situation.mine ? again(situation.mine) : place(tx, booking, situation);
  });
}

/** Who would book what, when she may; else the outcome. Reads only. */
async function weigh(
  tx: Tx,
  actor: Actor,
  input: EnrollInput,
  meeting: LoadedMeeting,
  now: Date,
): Promise<Booking | EnrollOutcome> {
  const whom = await whomFor(tx, actor, input, meeting, now);
  if (!whom) return { outcome: 'notFound' };
  const [applicant] = await loadApplicants(tx, [whom.personId], meeting, now);
  const children = await childrenBrought(tx, whom.personId, input, meeting);
  if (!applicant || !children) return (await already(tx, meeting, whom.personId)) ?? { outcome: 'notFound' };
  const { onBehalf } = whom;
  const admission = admit(meeting, applicant, { children, declared: input.declared }, now, onBehalf);
  if (!admission.admitted) {
    return (await already(tx, meeting, applicant.id)) ?? refusedFor(meeting, admission.refusal);
  }
  const { wish, declared, membershipId = null } = input;
  const { reasons } = admission;
  return {
    id: randomUUID(),
    meeting,
    applicant,
    children,
    wish,
    declared,
    reasons,
    membershipId,
    actor,
    onBehalf,
    now,
  };
}

/** Who books for whom: herself, or a relais's staff for someone; null: not hers to do. */
async function whomFor(tx: Tx, actor: Actor, input: EnrollInput, meeting: LoadedMeeting, now: Date) {
  if (meeting.state === 'DRAFT' || actor.kind === 'anonymous' || actor.kind === 'bearer') return null;
  if (actor.kind === 'system') return input.personId ? { personId: input.personId, onBehalf: true } : null;
  if (actor.collectiviteId !== meeting.collectiviteId) return null;
  const personId = input.personId ?? actor.personId;
  if (personId === actor.personId) return { personId, onBehalf: false };
  const allowed = await mayOnBehalf(tx, actor, 'enrollment.forOthers', { meeting, personId }, now);
  return allowed ? { personId, onBehalf: true } : null;
}

async function already(tx: Tx, meeting: LoadedMeeting, personId: string): Promise<EnrollOutcome | null> {
  const mine = await tx.enrollment.findFirst({
    where: { sessionId: meeting.id, personId, state: { in: [...LIVE_STATES] } },
    select: { id: true, state: true },
  });
  return mine && again(mine);
}

/** The newcomer joins the queue, one allocation runs, and she gets what it gives her. */
async function place(tx: Tx, booking: Booking, situation: Situation): Promise<EnrollOutcome> {
  const { meeting } = booking;
  const room = roomLeft(meeting.ceilings, situation);
  // Nobody at all can be served, and in the order of arrivals her rank is a number: no need to read the queue.
  if (isFull(room) && meeting.rules.priority.by === 'ARRIVAL') {
    const stand = { rank: situation.waiting + 1, lack: lackFor(room, partyOf(booking.children)) };
    return wait(tx, booking, situation, { ...stand, heldForAnother: situation.heldFor > 0 });
  }
  return allocateWith(tx, booking, situation, room);
}

async function allocateWith(tx: Tx, booking: Booking, situation: Situation, room: Room): Promise<EnrollOutcome> {
  const { meeting, now, id } = booking;
  const others = situation.waiting > 0 && servesAt(meeting, now) ? await loadQueue(tx, meeting, now) : [];
  const newcomer = await newcomerOf(tx, booking, situation);
  const queue = [...others, newcomer];
  const plan = await planAllocation(tx, meeting, queue, room, now);
  if (newcomer.skip === 'QUOTA' || newcomer.skip === 'OVERLAP') return refuseSkipped(tx, booking, newcomer.skip);
  if (!plan.served.includes(id)) {
    const still = queue.filter((one) => !plan.served.includes(one.id));
    const outcome = await wait(tx, booking, situation, standing(still, plan.room, id));
    if (outcome.outcome === 'enrolled') await applyAllocation(tx, meeting, others, plan, now);
    return outcome;
  }
  const mustBeAnswered = booking.reasons.length > 0;
  const state = stateWhenServed({ newcomer: true, wish: booking.wish, mustBeAnswered });
  await writeEnrollment(tx, booking, { state, arrival: situation.arrival, stand: null });
  await applyAllocation(tx, meeting, others, plan, now);
  return { outcome: 'enrolled', enrollmentId: id, state, again: false };
}

/** A quota used up refuses at once, even where she would only wait; overlapping waits are allowed (rule 2). */
async function wait(tx: Tx, booking: Booking, { arrival }: Situation, stand: Standing | null): Promise<EnrollOutcome> {
  const { meeting, applicant, onBehalf, id, now } = booking;
  const quota = onBehalf ? undefined : (await quotasReached(tx, [applicant.id], meeting, now)).get(applicant.id);
  if (quota) return refusedFor(meeting, { code: 'QUOTA', ...quota });
  await writeEnrollment(tx, booking, { state: 'WAITING', arrival, stand });
  return { outcome: 'enrolled', enrollmentId: id, state: 'WAITING', again: false };
}

async function newcomerOf(tx: Tx, booking: Booking, { arrival }: Situation): Promise<Queued> {
  const { id, meeting, applicant, children, wish, reasons, onBehalf, now } = booking;
  const priorities = await prioritiesOf(tx, meeting, [applicant.id], now);
  return {
    id,
    personId: applicant.id,
    party: partyOf(children),
    priority: priorities.get(applicant.id) ?? 0,
    arrival,
    passedOver: 0,
    skip: null,
    wish,
    requestReasons: reasons,
    offerRound: 0,
    lastSkip: null,
    byStaff: onBehalf,
    weighed: true,
  };
}

async function refuseSkipped(tx: Tx, booking: Booking, skip: 'QUOTA' | 'OVERLAP'): Promise<EnrollOutcome> {
  const { meeting, applicant, now } = booking;
  if (skip === 'OVERLAP') {
    const [overlap] = await overlapsOf(tx, [applicant.id], meeting);
    return refusedFor(meeting, { code: 'OVERLAP', title: overlap?.title ?? '' });
  }
  const quota = (await quotasReached(tx, [applicant.id], meeting, now)).get(applicant.id);
  const { most, per, counting } = quota ?? { most: 0, per: 'WEEK', counting: 'BOOKINGS' };
  return refusedFor(meeting, { code: 'QUOTA', most, per, counting });
}

const refusedFor = ({ zone }: LoadedMeeting, refusal: Refusal): EnrollOutcome => ({
  outcome: 'refused',
  refusal,
  zone,
});

function again({ id, state }: { id: string; state: string }): EnrollOutcome {
  const live = LIVE_STATES.find((one) => one === state) ?? 'WAITING';
  return { outcome: 'enrolled', enrollmentId: id, state: live, again: true };
}
