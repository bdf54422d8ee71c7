import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { admit, type Asked, type Refusal, type RequestReason } from './admission.ts';
import { allocate, servesAt } from './allocate.server.ts';
import { loadApplicants } from './applicants.server.ts';
import { childrenBrought, type BroughtInput } from './brought.server.ts';
import { fits, lackFor, roomLeft, type Lack } from './capacity.ts';
import { holdEnrollment, type Held } from './held.server.ts';
import { partyInWords } from './messages.ts';
import { countTaken } from './meetings.server.ts';
import { aboutEnrollment, notify } from './notices.server.ts';
import { partyOf } from './party.ts';
import { HELD_AFTER } from './queue.ts';
import { loadQueue } from './queues.server.ts';
import { serveNeighbours } from './serveNeighbours.server.ts';
import { holdsPlaces, isLive } from './state.ts';

export type ChangeChildrenOutcome =
  | { outcome: 'notFound' }
  | { outcome: 'over'; sessionId: string }
  | { outcome: 'refused'; sessionId: string; refusal: Refusal; zone: string }
  /** More children than there is room for: her place is kept as it was. */
  | { outcome: 'noRoom'; sessionId: string; lack: Lack; heldForAnother: boolean }
  /** The new party would need the relais's answer: her place is kept as it was. */
  | { outcome: 'beyond'; sessionId: string; reasons: RequestReason[] }
  /** `newArrival`: she waits behind those who were there. */
  | { outcome: 'changed'; sessionId: string; newArrival: boolean };

/**
 * Changes the children someone brings (rule 4). Fewer: always, until the start. More: refused if it does not fit, the
 * place being kept; while waiting, at the price of a new arrival number.
 */
export async function changeChildren(
  actor: Actor,
  input: BroughtInput & { enrollmentId: string },
  now: Date,
  tx?: Tx,
): Promise<ChangeChildrenOutcome> {
  return inTransaction(tx, async (tx) => {
    const held = await holdEnrollment(tx, actor, input.enrollmentId, 'enrollment.forOthers', now);
    if (!held) return { outcome: 'notFound' };
    const sessionId = held.meeting.id;
    if (!isLive(held.state) || now >= held.meeting.startsAt) return { outcome: 'over', sessionId };
    const children = await childrenBrought(tx, held.person.id, input, held.meeting);
    if (!children) return { outcome: 'notFound' };
    const refused = await refuseChange(tx, held, children, now);
    if (refused) return refused;
    const newArrival = held.state === 'WAITING' && children.length > held.children;
    await writeChange(tx, held, children, newArrival, now);
    await tell(tx, held, children, now);
    await allocate(tx, held.meeting, now);
    if (children.length < held.children) await serveNeighbours(tx, [held.meeting]);
    return { outcome: 'changed', sessionId, newArrival };
  });
}

async function refuseChange(
  tx: Tx,
  held: Held,
  children: Asked['children'],
  now: Date,
): Promise<ChangeChildrenOutcome | null> {
  const { meeting } = held;
  const sessionId = meeting.id;
  const [applicant] = await loadApplicants(tx, [held.person.id], meeting, now);
  if (!applicant) return { outcome: 'notFound' };
  // Window and audience were weighed when she enrolled: only the children are new.
  const admission = admit(meeting, applicant, { children, declared: [] }, now, true);
  if (!admission.admitted) return { outcome: 'refused', sessionId, refusal: admission.refusal, zone: meeting.zone };
  const beyond = admission.reasons.filter((reason) => !held.requestReasons.includes(reason));
  if (children.length <= held.children) return null;
  if (!held.byStaff && !servesAt(meeting, now)) {
    return { outcome: 'refused', sessionId, refusal: { code: 'CLOSED' }, zone: meeting.zone };
  }
  if (held.state === 'CONFIRMED' && beyond.length > 0) return { outcome: 'beyond', sessionId, reasons: beyond };
  if (!holdsPlaces(held.state)) return null;
  const room = roomLeft(meeting.ceilings, await countTaken(tx, meeting));
  const more = { adults: 0, children: children.length - held.children };
  const heldForAnother = (await loadQueue(tx, meeting, now)).some((one) => one.passedOver >= HELD_AFTER);
  if (fits(room, more) && !heldForAnother) return null;
  return { outcome: 'noRoom', sessionId, lack: lackFor(room, more), heldForAnother };
}

async function writeChange(
  tx: Tx,
  held: Held,
  children: Asked['children'],
  newArrival: boolean,
  now: Date,
): Promise<void> {
  const { meeting } = held;
  const { collectiviteId } = meeting;
  await tx.enrolledChild.deleteMany({ where: { enrollmentId: held.id } });
  await tx.enrolledChild.createMany({
    data: children.map(({ childId, fromMonths, untilMonths }) => ({
      collectiviteId,
      enrollmentId: held.id,
      childId,
      fromMonths,
      untilMonths,
    })),
  });
  const number = newArrival
    ? await tx.session.update({
        where: { id: meeting.id },
        data: { nextArrival: { increment: 1 } },
        select: { nextArrival: true },
      })
    : null;
  await tx.enrollment.update({
    where: { id: held.id },
    data: number ? { arrival: number.nextArrival - 1, passedOver: 0, changedAt: now } : { changedAt: now },
    select: { id: true },
  });
  await record(tx, now, {
    collectiviteId,
    actorId: held.actorId,
    subject: 'enrollment',
    subjectId: held.id,
    what: 'children:changed',
    detail: { before: held.children, after: children.length },
  });
  await enqueueJob(tx, {
    task: 'render-enrollment-event',
    payload: { enrollmentId: held.id },
    key: `render:${held.id}`,
  });
}

async function tell(tx: Tx, held: Held, children: Asked['children'], now: Date): Promise<void> {
  const about = aboutEnrollment(held.meeting, held.id, partyOf(children).children, held.round);
  const content = { template: 'enrollment-changed', props: { ...about, before: partyInWords(held.children) } } as const;
  await notify(tx, held.meeting, [{ to: held.person, enrollmentId: held.id, content }], now);
}
