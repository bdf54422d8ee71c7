import { randomUUID } from 'node:crypto';
import { markAttendance } from '#app/attendance/markAttendance.server.ts';
import type { PartyState, SheetMark } from '#app/attendance/mark.ts';
import { db } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import type { DemoWorld } from './world.ts';

const DAY = 86_400_000;
/** The latest sheets are still to fill. */
const LEFT_DAYS = 8;

/** The sheets of what is over, as who led each filled them at its end: nine in ten came, some excused themselves. */
export async function fillAttendance(world: DemoWorld): Promise<void> {
  const until = new Date(world.now.getTime() - LEFT_DAYS * DAY);
  const sessions = await db().session.findMany({
    where: { state: 'PUBLISHED', endsAt: { lt: until }, activity: { kind: { not: 'ANALYSE' } } },
    orderBy: [{ startsAt: 'asc' }, { relais: { slug: 'asc' } }],
    select: {
      id: true,
      endsAt: true,
      activity: { select: { kind: true } },
      assignments: { where: { role: 'ANIMATOR' }, select: { personId: true }, take: 1 },
      enrollments: {
        where: { state: 'CONFIRMED' },
        orderBy: { arrival: 'asc' },
        select: { personId: true, children: { select: { childId: true, fromMonths: true, untilMonths: true } } },
      },
    },
  });
  for (const { id: sessionId, endsAt, activity, assignments, enrollments } of sessions) {
    const actor = animator(world, assignments[0]?.personId);
    const made = () => ({ id: randomUUID(), base: 0, markedAt: endsAt.getTime() });
    const marks = enrollments.map(({ personId, children }): SheetMark => ({
      ...made(),
      subject: { type: 'person', personId },
      value: { state: drawState(world), late: world.random.chance(8), byParent: false, children },
    }));
    if (activity.kind === 'PERMANENCE') marks.push({ ...made(), subject: { type: 'tally' }, value: drawTally(world) });
    if (actor && marks.length > 0) await markAttendance(actor, { sessionId, marks }, endsAt);
  }
}

function animator({ collectiviteId }: DemoWorld, personId: string | undefined): PersonActor | null {
  if (personId === undefined) return null;
  const roles = [{ role: 'ANIMATOR', relaisId: null }] as const;
  return { kind: 'person', personId, collectiviteId, name: '', professionalId: null, intervenantId: null, roles };
}

function drawState({ random }: DemoWorld): PartyState {
  if (random.chance(90)) return 'PRESENT';
  return random.chance(60) ? 'EXCUSED' : 'ABSENT';
}

function drawTally({ random }: DemoWorld) {
  return { adults: random.int(1, 6), children: [{ fromMonths: 18, untilMonths: 36, count: random.int(0, 4) }] };
}
