import type { Tx } from '#app/db/client.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { LoadedMeeting } from './meetings.server.ts';
import { serveNeighbours } from './serveNeighbours.server.ts';
import type { EndedState } from './state.ts';

/** Ends an enrolment, in the caller's transaction and under its session's lock: row, history, calendar. The message is the caller's. */
export async function endEnrollment(
  tx: Tx,
  meeting: LoadedMeeting,
  ended: { id: string; state: EndedState; actorId: string | null; late?: boolean; reason?: string | null },
  now: Date,
): Promise<void> {
  const { personId } = await tx.enrollment.update({
    where: { id: ended.id },
    data: {
      state: ended.state,
      late: ended.late ?? false,
      endReason: ended.reason ?? null,
      endedAt: now,
      changedAt: now,
      offerExpiresAt: null,
    },
    select: { personId: true },
  });
  await record(tx, now, {
    collectiviteId: meeting.collectiviteId,
    actorId: meeting.kind === 'ANALYSE' ? null : ended.actorId,
    subject: 'enrollment',
    subjectId: ended.id,
    what: `ended:${ended.state}`,
    detail: ended.late ? { late: true } : {},
  });
  await enqueueJob(tx, {
    task: 'render-enrollment-event',
    payload: { enrollmentId: ended.id },
    key: `render:${ended.id}`,
  });
  await serveElsewhere(tx, personId);
  await serveNeighbours(tx, [meeting]);
}

/** Where this place, or a quota, had made her skipped, she may qualify now: those sessions are allocated again, by a job. */
async function serveElsewhere(tx: Tx, personId: string): Promise<void> {
  const skipped = await tx.enrollment.findMany({
    where: { personId, state: 'WAITING', skipReason: { not: null } },
    select: { sessionId: true },
  });
  await enqueueJob(
    tx,
    skipped.map(({ sessionId }) => ({
      task: 'allocate-session',
      payload: { sessionId },
      key: `allocate:${sessionId}`,
    })),
  );
}
