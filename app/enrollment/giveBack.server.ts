import type { Tx } from '#app/db/client.server.ts';
import { allocate } from './allocate.server.ts';
import type { ToGiveBack } from './cohort-pending.server.ts';
import { endEnrollment } from './endEnrollment.server.ts';
import { lockMeeting } from './meetings.server.ts';
import { isLive } from './state.ts';

/** Ends a place that came from a group, then serves those waiting there. Her group tells her (`tellGroup`). */
export async function giveBack(tx: Tx, { enrollmentId: id, sessionId, why }: ToGiveBack, now: Date): Promise<void> {
  const meeting = await lockMeeting(tx, sessionId);
  const row = meeting && (await tx.enrollment.findUnique({ where: { id }, select: { state: true } }));
  if (!meeting || !row || !isLive(row.state) || now >= meeting.startsAt) return;
  await endEnrollment(tx, meeting, { id, state: 'WITHDRAWN', actorId: null, reason: why }, now);
  await allocate(tx, meeting, now);
}
