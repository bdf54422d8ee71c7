import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { advanceFiles } from './advanceFiles.server.ts';
import { lockLine } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';
import { writeLineStage } from './writeLineStage.server.ts';

/**
 * Takes up the sheets of a dated line whose last half-day is over: the files of those present for all or part of it advance
 * to "suivie", and the line has taken place. Run again after a correction, it takes up who was missing. Refuses a line
 * that is not over, or of which nothing was marked yet.
 */
export async function settleAttendance(
  actor: Actor,
  { lineId }: { lineId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ present: number; moved: number }, PlanRefusal>> {
  return inTransaction(tx, async (tx) => {
    const line = await lockLine(tx, actor, lineId);
    if (!line) return refuse({ code: 'NOT_FOUND' });
    const { activityId, stage } = line;
    if (activityId === null || !['SCHEDULED', 'HELD', 'CLOSED'].includes(stage)) return refuse({ code: 'WRONG_STAGE' });
    const later = { activityId, state: 'PUBLISHED' as const, endsAt: { gt: now } };
    if ((await tx.session.count({ where: later })) > 0) return refuse({ code: 'NOT_OVER' });
    const rows = await tx.attendance.findMany({
      where: { state: 'PRESENT', personId: { not: null }, session: { activityId, state: 'PUBLISHED' } },
      distinct: ['personId'],
      select: { personId: true },
    });
    const personIds = rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    if (personIds.length === 0) return refuse({ code: 'NOT_MARKED' });
    const { moved } = await advanceFiles(actor, { activityId, personIds, stage: 'ATTENDED' }, now, tx);
    if (stage === 'SCHEDULED') await writeLineStage(tx, actor, line, { stage: 'HELD' }, now);
    return { ok: true, present: personIds.length, moved };
  });
}
