import type { Tx } from '#app/db/client.server.ts';
import { moveOccupations } from '#app/catalog/moveOccupations.server.ts';
import { lockPersons, lockSite } from '#app/db/locks.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { when } from '#app/time/french.ts';
import { allocate } from './allocate.server.ts';
import { loadApplicants, overlapsOf } from './applicants.server.ts';
import { loadMeeting, lockMeeting, type LoadedMeeting } from './meetings.server.ts';
import { aboutEnrollment, notify } from './notices.server.ts';
import { LIVE_STATES } from './state.ts';
import { tellAbout } from './tellAbout.server.ts';

export type MoveSessionInput = { sessionId: string; startsAt: Date; endsAt: Date; siteId: string };

export type MoveSessionOutcome =
  | { outcome: 'notFound' | 'badTimes' | 'past' }
  /** The new site cannot hold those who have a place. */
  | { outcome: 'tooSmall' }
  /** The site, an animator or an intervenant is held by another session then. */
  | { outcome: 'clash' }
  /** `overlaps`: how many of those enrolled are now confirmed in two places at once (flagged). */
  | { outcome: 'moved'; told: number; overlaps: number };

/** Moves a published session in time or place: enrolments stay, everyone is told, calendars follow, new overlaps are flagged. */
export async function moveSession(
  actor: Actor,
  input: MoveSessionInput,
  now: Date,
  tx?: Tx,
): Promise<MoveSessionOutcome> {
  if (!(input.endsAt > input.startsAt)) return { outcome: 'badTimes' };
  try {
    return await inTransaction(tx, (tx) => move(tx, actor, input, now));
  } catch (error) {
    const refusal = databaseRefusal(error);
    if (refusal === 'capacity') return { outcome: 'tooSmall' };
    if (refusal === 'occupied') return { outcome: 'clash' };
    throw error;
  }
}

async function move(tx: Tx, actor: Actor, input: MoveSessionInput, now: Date): Promise<MoveSessionOutcome> {
  await lockNewSite(tx, input.siteId);
  const before = await lockMeeting(tx, input.sessionId);
  if (!before || before.state !== 'PUBLISHED' || !may(actor, 'session.plan', before.relaisId))
    return { outcome: 'notFound' };
  if (now >= before.startsAt) return { outcome: 'past' };
  const site = await tx.site.findFirst({
    where: { id: input.siteId, collectiviteId: before.collectiviteId },
    select: { id: true },
  });
  if (!site) return { outcome: 'notFound' };
  const { startsAt, endsAt, siteId } = input;
  await tx.session.update({
    where: { id: before.id },
    data: { startsAt, endsAt, siteId, version: { increment: 1 } },
    select: { id: true },
  });
  await moveOccupations(tx, before.id);
  const subject = {
    collectiviteId: before.collectiviteId,
    actorId: actorId(actor),
    subject: 'session',
    subjectId: before.id,
  } as const;
  const from = { startsAt: before.startsAt.toISOString(), endsAt: before.endsAt.toISOString(), siteId: before.site.id };
  await record(tx, now, { ...subject, what: 'moved', detail: { from } });
  await enqueueJob(tx, {
    task: 'render-session-events',
    payload: { sessionId: before.id },
    key: `render-${before.id}`,
  });
  const after = await loadMeeting(tx, before.id);
  if (!after) return { outcome: 'notFound' };
  const told = await tellMoved(tx, before, after, now);
  await allocate(tx, after, now);
  return { outcome: 'moved', ...told };
}

/** The new site's lock comes before the session's, like every site's. */
async function lockNewSite(tx: Tx, siteId: string): Promise<void> {
  const site = await tx.site.findUnique({ where: { id: siteId }, select: { maxPersons: true } });
  if (site?.maxPersons !== null) await lockSite(tx, siteId);
}

async function tellMoved(tx: Tx, before: LoadedMeeting, after: LoadedMeeting, now: Date) {
  const live = await tx.enrollment.findMany({
    where: { sessionId: after.id, state: { in: [...LIVE_STATES] } },
    select: { id: true, personId: true, state: true, offerRound: true, _count: { select: { children: true } } },
  });
  const ids = live.map((one) => one.personId);
  const confirmed = live.filter((one) => one.state === 'CONFIRMED').map((one) => one.personId);
  await lockPersons(tx, confirmed);
  const overlaps = new Map((await overlapsOf(tx, confirmed, after)).map((one) => [one.personId, one.title]));
  await tx.enrollment.updateMany({
    where: { sessionId: after.id, state: 'CONFIRMED', personId: { in: [...overlaps.keys()] } },
    data: { overlapFlagged: true },
  });
  const applicants = await loadApplicants(tx, ids, after, now);
  const people = new Map(applicants.map((person) => [person.id, person]));
  const reading = await tellAbout(tx, { meeting: after, cause: 'MOVED', before, live, people: applicants }, now);
  for (const one of live) {
    const to = people.get(one.personId);
    if (!to) continue;
    const title = overlaps.get(one.personId);
    const props = {
      ...aboutEnrollment(after, one.id, one._count.children, one.offerRound),
      before: {
        when: when(before.startsAt, before.endsAt, before.zone),
        place: before.site.name,
        address: before.site.address,
      },
      reading: reading.get(one.id) ?? null,
      note: title ? `Attention : vous êtes aussi inscrite au même moment à « ${title} ».` : null,
    };
    const notice = { to, enrollmentId: one.id, content: { template: 'session-moved', props } } as const;
    await notify(tx, after, [one.state === 'CONFIRMED' ? { ...notice, invitation: 'REQUEST' } : notice], now);
    await enqueueJob(tx, {
      task: 'render-enrollment-event',
      payload: { enrollmentId: one.id },
      key: `render:${one.id}`,
    });
  }
  return { told: live.length, overlaps: overlaps.size };
}
