import { db, type Tx } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { settleAttendance } from './settleAttendance.server.ts';

/** Every line that is over and marked, and was not taken up yet; run each night. Gives how many lines took place. */
export async function settleAttendances(now: Date, tx?: Tx): Promise<number> {
  const over = await (tx ?? db()).trainingLine.findMany({
    where: {
      stage: 'SCHEDULED',
      activity: {
        sessions: {
          none: { state: 'PUBLISHED', endsAt: { gt: now } },
          some: { attendances: { some: { state: 'PRESENT' } } },
        },
      },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  let held = 0;
  for (const { id: lineId } of over) if ((await settleAttendance(SYSTEM, { lineId }, now, tx)).ok) held += 1;
  return held;
}
