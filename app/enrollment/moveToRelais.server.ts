import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { allocate } from './allocate.server.ts';
import { loadApplicants } from './applicants.server.ts';
import { loadMeeting, lockMeeting, type LoadedMeeting } from './meetings.server.ts';
import { aboutEnrollment, notify, type Notice } from './notices.server.ts';
import { LIVE_STATES } from './state.ts';

type Refusal = { code: 'NOT_FOUND' | 'PAST' };

/**
 * Gives a session to another relais, which receives it from now on: the actor plans in both. Date, place, people and
 * places stay; the booking rules become those of the new host; those enrolled in a published one are told. Twice is once.
 */
export async function moveToRelais(
  actor: Actor,
  { sessionId, relaisId }: { sessionId: string; relaisId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ told: number; again: boolean }, Refusal>> {
  return inTransaction(tx, async (tx) => {
    const before = await lockMeeting(tx, sessionId);
    if (!before || before.state === 'CANCELLED') return refuse({ code: 'NOT_FOUND' });
    const from = await managedRelais(tx, actor, 'session.plan', before.relaisId);
    const to = await managedRelais(tx, actor, 'session.plan', relaisId);
    if (!from || !to || from.collectiviteId !== to.collectiviteId) return refuse({ code: 'NOT_FOUND' });
    if (from.id === to.id) return { ok: true, told: 0, again: true };
    if (before.startsAt <= now) return refuse({ code: 'PAST' });
    await tx.session.update({
      where: { id: sessionId },
      data: { relaisId, version: { increment: 1 } },
      select: { id: true },
    });
    const about = { collectiviteId: from.collectiviteId, actorId: actorId(actor), subjectId: sessionId };
    const detail = { from: from.id, to: to.id };
    await record(tx, now, { ...about, subject: 'session', what: 'session.handedOver', detail });
    const after = await loadMeeting(tx, sessionId);
    if (!after || after.state !== 'PUBLISHED') return { ok: true, told: 0, again: false };
    const told = await tell(tx, before, after, now);
    await allocate(tx, after, now);
    return { ok: true, told, again: false };
  });
}

async function tell(tx: Tx, before: LoadedMeeting, after: LoadedMeeting, now: Date): Promise<number> {
  const live = await tx.enrollment.findMany({
    where: { sessionId: after.id, state: { in: [...LIVE_STATES] } },
    select: { id: true, personId: true, state: true, offerRound: true, _count: { select: { children: true } } },
  });
  const people = await loadApplicants(
    tx,
    live.map(({ personId }) => personId),
    after,
    now,
  );
  const notices = live.flatMap((one): Notice[] => {
    const to = people.find(({ id }) => id === one.personId);
    const props = {
      ...aboutEnrollment(after, one.id, one._count.children, one.offerRound),
      before: before.relais.name,
    };
    const content = { template: 'session-handed-over', props } as const;
    const notice = to && { to, enrollmentId: one.id, content };
    if (!notice) return [];
    return [one.state === 'CONFIRMED' ? { ...notice, invitation: 'REQUEST' } : notice];
  });
  await notify(tx, after, notices, now);
  await enqueueJob(tx, { task: 'render-session-events', payload: { sessionId: after.id }, key: `render-${after.id}` });
  return notices.length;
}
