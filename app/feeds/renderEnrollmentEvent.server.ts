import { db, type Tx } from '#app/db/client.server.ts';
import { refreshEvents, type Rendered, type Rendering } from './refreshEvents.server.ts';

/**
 * Renders one enrolment in the private feed of who holds it: sure, unsure, waiting, or cancelled with its session; a
 * withdrawn one leaves. Nothing is kept for whoever has no feed.
 */
export async function renderEnrollmentEvent(
  enrollmentId: string,
  rendering: Rendering,
  now: Date,
  tx?: Tx,
): Promise<Rendered> {
  const where = { id: enrollmentId };
  const found = await (tx ?? db()).enrollment.findUnique({ where, select: { sessionId: true } });
  const sessionIds = found ? [found.sessionId] : [];
  return refreshEvents({ sessionIds, enrollments: { enrollmentId } }, rendering, now, tx);
}
