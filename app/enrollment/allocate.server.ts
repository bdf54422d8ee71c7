import type { Tx } from '#app/db/client.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { deadline } from '#app/time/french.ts';
import { offerDeadline } from '#app/time/booking-deadline.ts';
import { loadApplicants, skipsOf } from './applicants.server.ts';
import { roomLeft, type Room } from './capacity.ts';
import { skipInWords } from './messages.ts';
import { countTaken, type LoadedMeeting } from './meetings.server.ts';
import { aboutEnrollment, notify, type Notice } from './notices.server.ts';
import { allocate as walk, type Allocation } from './queue.ts';
import { loadQueue, type Queued } from './queues.server.ts';
import { stateWhenServed } from './state.ts';

/**
 * One allocation over those waiting, in the caller's transaction, under the locks that `lockMeeting` took. To be run
 * after whatever frees or adds places. Serves nobody once enrolment is closed or the session is not published.
 */
export async function allocate(tx: Tx, meeting: LoadedMeeting, now: Date): Promise<void> {
  if (!servesAt(meeting, now)) return;
  const queue = await loadQueue(tx, meeting, now);
  if (queue.length === 0) return;
  const room = roomLeft(meeting.ceilings, await countTaken(tx, meeting));
  await applyAllocation(tx, meeting, queue, await planAllocation(tx, meeting, queue, room, now), now);
}

/** After closing nothing is served automatically (rule 4). */
export function servesAt(meeting: LoadedMeeting, now: Date): boolean {
  return meeting.state === 'PUBLISHED' && now < (meeting.closesAt ?? meeting.startsAt);
}

/**
 * Who would be served now: walks the queue, checks again those it would serve under their locks, and walks anew as long
 * as someone is found who no longer qualifies.
 */
export async function planAllocation(
  tx: Tx,
  meeting: LoadedMeeting,
  queue: Queued[],
  room: Room,
  now: Date,
): Promise<Allocation> {
  const checked = new Set<string>();
  for (;;) {
    const plan = walk(queue, meeting.ceilings, room);
    const fresh = queue.filter((one) => plan.served.includes(one.id) && !checked.has(one.id));
    if (fresh.length === 0) return plan;
    await lockPersons(
      tx,
      fresh.map((one) => one.personId),
    );
    const candidates = fresh.map(({ personId, byStaff, weighed, requestReasons }) => ({
      personId,
      byStaff,
      weighed,
      mustBeAnswered: requestReasons.length > 0,
    }));
    const skips = await skipsOf(tx, candidates, meeting, now);
    for (const one of fresh) {
      checked.add(one.id);
      one.skip = skips.get(one.personId) ?? null;
    }
  }
}

/** Writes a plan: states, deadlines, passings over, history and messages of those who were already waiting. */
export async function applyAllocation(
  tx: Tx,
  meeting: LoadedMeeting,
  queue: readonly Queued[],
  plan: Allocation,
  now: Date,
): Promise<void> {
  const known = new Map(queue.map((one) => [one.id, one]));
  const served = plan.served.flatMap((id) => known.get(id) ?? []);
  const toTell = plan.skipped.flatMap(({ id, reason }) => {
    const one = known.get(id);
    return one && one.lastSkip !== reason ? [{ one, reason }] : [];
  });
  if (plan.passedOver.length > 0) {
    await tx.enrollment.updateMany({ where: { id: { in: plan.passedOver } }, data: { passedOver: { increment: 1 } } });
  }
  if (served.length === 0 && toTell.length === 0) return;
  const people = await loadApplicants(
    tx,
    [...served, ...toTell.map(({ one }) => one)].map((one) => one.personId),
    meeting,
    now,
  );
  const to = new Map(people.map((person) => [person.id, person]));
  const notices: Notice[] = [];
  for (const one of served) {
    const notice = await serve(tx, meeting, one, now);
    const person = to.get(one.personId);
    if (person) notices.push({ to: person, enrollmentId: one.id, ...notice });
  }
  for (const { one, reason } of toTell) {
    await tx.enrollment.update({ where: { id: one.id }, data: { skipReason: reason }, select: { id: true } });
    const person = to.get(one.personId);
    const about = aboutEnrollment(meeting, one.id, one.party.children, one.offerRound);
    const content = { template: 'enrollment-skipped', props: { ...about, reason: skipInWords(reason) } } as const;
    if (person) notices.push({ to: person, enrollmentId: one.id, content });
  }
  await notify(tx, meeting, notices, now);
}

async function serve(
  tx: Tx,
  meeting: LoadedMeeting,
  one: Queued,
  now: Date,
): Promise<Pick<Notice, 'content' | 'invitation'>> {
  const mustBeAnswered = one.requestReasons.length > 0;
  const state = stateWhenServed({ newcomer: false, wish: one.wish, mustBeAnswered });
  const round = one.offerRound + 1;
  const expiresAt =
    state === 'OFFERED' ? offerDeadline(now, meeting.rules.offerHours, meeting.zone, meeting.closesAt) : null;
  await tx.enrollment.update({
    where: { id: one.id },
    data: { state, offerRound: round, offerExpiresAt: expiresAt, skipReason: null, passedOver: 0, changedAt: now },
    select: { id: true },
  });
  await record(tx, now, {
    collectiviteId: meeting.collectiviteId,
    actorId: null,
    subject: 'enrollment',
    subjectId: one.id,
    what: `served:${state}`,
  });
  await enqueueJob(tx, { task: 'render-enrollment-event', payload: { enrollmentId: one.id }, key: `render:${one.id}` });
  const about = aboutEnrollment(meeting, one.id, one.party.children, round);
  if (expiresAt) {
    await enqueueJob(tx, {
      task: 'expire-offers',
      payload: { sessionId: meeting.id },
      runAt: expiresAt,
      key: `expire:${one.id}`,
    });
    return { content: { template: 'offer-made', props: { ...about, deadline: deadline(expiresAt, meeting.zone) } } };
  }
  if (state === 'REQUESTED') {
    return { content: { template: 'enrollment-requested', props: { ...about, reasons: [] } } };
  }
  return { content: { template: 'enrollment-promoted', props: about }, invitation: 'REQUEST' };
}
