import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { markAttendance, type MarkAttendanceOutcome } from './markAttendance.server.ts';
import type { WalkIn } from './sheet-form.schema.server.ts';

/** Records someone who came without a place: known, or without a file. The same page sent twice adds her once. */
export async function addWalkIn(
  actor: Actor,
  { sessionId, walkIn }: { sessionId: string; walkIn: WalkIn },
  now: Date,
  tx?: Tx,
): Promise<MarkAttendanceOutcome> {
  const { markId: id, attendanceId, personId, guest, children } = walkIn;
  const made = { id, base: 0, markedAt: now.getTime() };
  const value = { state: 'PRESENT', late: false, byParent: false, children } as const;
  const mark =
    personId === null
      ? ({ ...made, subject: { type: 'guest', attendanceId }, value: { ...value, guest } } as const)
      : ({ ...made, subject: { type: 'person', personId }, value } as const);
  return markAttendance(actor, { sessionId, marks: [mark] }, now, tx);
}
