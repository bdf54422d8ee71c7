import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { servesAt } from './allocate.server.ts';
import { overlapsOf } from './applicants.server.ts';
import { fits, lackFor, roomLeft, type Lack } from './capacity.ts';
import { isBeyond } from './desk-words.ts';
import { holdEnrollment, type Held } from './held.server.ts';
import { countTaken } from './meetings.server.ts';
import { aboutEnrollment, notify } from './notices.server.ts';
import { mayOnBehalf } from './on-behalf.server.ts';

export type ServeByPhoneOutcome =
  | { outcome: 'notFound' }
  /** She no longer waits, or the session has begun. */
  | { outcome: 'over' }
  /** Enrolment runs: places go by themselves to whoever is next. */
  | { outcome: 'notClosed' }
  | { outcome: 'noRoom'; lack: Lack }
  | { outcome: 'overlap'; title: string }
  | { outcome: 'reasonNeeded' }
  /** Her demande is for whoever answers them. */
  | { outcome: 'notYours' }
  /** `again`: she was enrolled already. */
  | { outcome: 'served'; sessionId: string; again: boolean };

/** After closing, someone of the "à appeler" list says yes on the telephone: she is confirmed, if she still fits (rule 4). */
export async function serveByPhone(
  actor: Actor,
  input: { enrollmentId: string; reason: string | null },
  now: Date,
  tx?: Tx,
): Promise<ServeByPhoneOutcome> {
  return inTransaction(tx, async (tx) => {
    const held = await holdEnrollment(tx, actor, input.enrollmentId, 'enrollment.forOthers', now);
    if (!held || !held.byStaff) return { outcome: 'notFound' };
    const { meeting } = held;
    if (held.state === 'CONFIRMED') return { outcome: 'served', sessionId: meeting.id, again: true };
    if (held.state !== 'WAITING' || meeting.state !== 'PUBLISHED' || now >= meeting.startsAt)
      return { outcome: 'over' };
    if (servesAt(meeting, now)) return { outcome: 'notClosed' };
    if (!(await mayConfirm(tx, actor, held, now))) return { outcome: 'notYours' };
    const reason = input.reason?.trim() || null;
    if (reason === null && isBeyond(held.requestReasons)) return { outcome: 'reasonNeeded' };
    const refused = await refuseNow(tx, held);
    if (refused) return refused;
    await confirm(tx, held, reason, now);
    return { outcome: 'served', sessionId: meeting.id, again: false };
  });
}

async function mayConfirm(tx: Tx, actor: Actor, held: Held, now: Date): Promise<boolean> {
  if (held.requestReasons.length === 0) return true;
  const { meeting, person } = held;
  return mayOnBehalf(tx, actor, 'enrollment.answer', { meeting, personId: person.id }, now);
}

async function refuseNow(tx: Tx, { meeting, person, children }: Held): Promise<ServeByPhoneOutcome | null> {
  const room = roomLeft(meeting.ceilings, await countTaken(tx, meeting));
  const party = { adults: 1, children };
  if (!fits(room, party)) return { outcome: 'noRoom', lack: lackFor(room, party) };
  await lockPersons(tx, [person.id]);
  const [overlap] = await overlapsOf(tx, [person.id], meeting);
  return overlap ? { outcome: 'overlap', title: overlap.title } : null;
}

async function confirm(tx: Tx, held: Held, reason: string | null, now: Date): Promise<void> {
  const { meeting, id, person } = held;
  const { collectiviteId } = meeting;
  const acceptedBeyond = isBeyond(held.requestReasons) ? reason : null;
  await tx.enrollment.update({
    where: { id },
    data: { state: 'CONFIRMED', acceptedBeyond, skipReason: null, passedOver: 0, changedAt: now },
    select: { id: true },
  });
  const actorId = meeting.kind === 'ANALYSE' ? null : held.actorId;
  await record(tx, now, { collectiviteId, actorId, subject: 'enrollment', subjectId: id, what: 'called:CONFIRMED' });
  await enqueueJob(tx, { task: 'render-enrollment-event', payload: { enrollmentId: id }, key: `render:${id}` });
  const props = aboutEnrollment(meeting, id, held.children, held.round);
  const content = { template: 'enrollment-promoted', props } as const;
  await notify(tx, meeting, [{ to: person, enrollmentId: id, content, invitation: 'REQUEST' }], now);
}
