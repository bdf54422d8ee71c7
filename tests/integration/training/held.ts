import { randomUUID } from 'node:crypto';
import { markAttendance } from '#app/attendance/markAttendance.server.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { dateOf, makeActivity, paris, type World, done } from '../catalog/world.ts';
import { addSessions } from '#app/catalog/addSessions.server.ts';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { db } from '#app/db/client.server.ts';

const MORNING = { from: '09:00', until: '12:30' } as const;
const BEFORE = new Date('2024-01-01T09:00:00Z');

export type Slot = { day: string; from?: string; until?: string };

/** An activity whose dates are over, with who came to each as its animator marked it at its end. */
export async function held(
  world: World,
  kind: ActivityKindName,
  slots: readonly Slot[],
  came: readonly (readonly string[])[],
  title = 'Recyclage SST',
): Promise<{ activityId: string; sessionIds: string[] }> {
  const activityId = await makeActivity(world, { kind, title, maxAdults: 20 });
  const dates = slots.map(({ day, from = MORNING.from, until = MORNING.until }) =>
    dateOf(world, day, { startsAt: paris(day, from), endsAt: paris(day, until) }),
  );
  const { sessionIds } = done(await addSessions(world.animator, { activityId, dates }, BEFORE));
  done(await publishSessions(world.animator, { sessionIds }, BEFORE));
  for (const [n, sessionId] of sessionIds.entries()) await mark(world.animator, sessionId, came[n] ?? []);
  return { activityId, sessionIds };
}

/** Marks these people present, at the session's end. */
export async function mark(actor: PersonActor, sessionId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const { endsAt } = await db().session.findUniqueOrThrow({ where: { id: sessionId }, select: { endsAt: true } });
  const marks = personIds.map((personId) => ({
    ...{ id: randomUUID(), base: 0, markedAt: endsAt.getTime(), subject: { type: 'person' as const, personId } },
    value: { state: 'PRESENT' as const, late: false, byParent: false, children: [] },
  }));
  const outcome = await markAttendance(actor, { sessionId, marks }, endsAt);
  if (outcome.outcome !== 'marked') throw new Error(outcome.outcome);
}
