import type { Tx } from '#app/db/client.server.ts';
import { freeOccupations } from '#app/catalog/freeOccupations.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { ReadingWords } from '#app/mail/templates.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { loadApplicants, type Applicant } from './applicants.server.ts';
import { endEnrollment } from './endEnrollment.server.ts';
import type { LoadedMeeting } from './meetings.server.ts';
import { LIVE_STATES, type EnrollmentStateName } from './state.ts';
import { tellAbout } from './tellAbout.server.ts';

/** A party whose place ended with its session. */
export type EndedParty = {
  enrollmentId: string;
  meeting: LoadedMeeting;
  /** As it was before. */
  state: EnrollmentStateName;
  children: number;
  /** Null: erased since. */
  person: Applicant | null;
  reading: ReadingWords | null;
};

/**
 * Cancels a published session under its lock, in the caller's transaction: every live enrolment ends, calendars follow,
 * site and persons are free again. Gives the parties, whom the caller tells.
 */
export async function endSession(
  tx: Tx,
  actor: Actor,
  { meeting, reason }: { meeting: LoadedMeeting; reason: string },
  now: Date,
): Promise<EndedParty[]> {
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
  for (const { id } of live) {
    await endEnrollment(tx, meeting, { id, state: 'CANCELLED', actorId: actorId(actor), reason }, now);
  }
  await tx.session.update({
    where: { id: meeting.id },
    data: { state: 'CANCELLED', cancelledAt: now, cancelReason: reason, version: { increment: 1 } },
    select: { id: true },
  });
  await freeOccupations(tx, meeting.id);
  const { id: sessionId, collectiviteId } = meeting;
  const who = { collectiviteId, actorId: actorId(actor), subject: 'session', subjectId: sessionId } as const;
  await record(tx, now, { ...who, what: 'cancelled', detail: { reason } });
  await enqueueJob(tx, { task: 'render-session-events', payload: { sessionId }, key: `render-${sessionId}` });
  return live.map(({ id, personId, state, _count }) => ({
    ...{ enrollmentId: id, meeting, state, children: _count.children },
    person: people.find((person) => person.id === personId) ?? null,
    reading: reading.get(id) ?? null,
  }));
}
