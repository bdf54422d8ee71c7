import { db } from '#app/db/client.server.ts';
import { roomLeft, type Ceilings } from '#app/enrollment/capacity.ts';
import { allocate, type Waiting } from '#app/enrollment/queue.ts';

export type Arrival = { arrival: number; children: number; state: string };

/** Who came to a session, in the order the database numbered them. */
export async function arrivalsOf(sessionId: string): Promise<Arrival[]> {
  const rows = await db().enrollment.findMany({
    where: { sessionId },
    orderBy: { arrival: 'asc' },
    select: { arrival: true, state: true, _count: { select: { children: true } } },
  });
  return rows.map((row) => ({ arrival: row.arrival, state: row.state, children: row._count.children }));
}

/** What each gets when they come one after the other in that order: the pure rule, played alone. */
export function allowedByArrival(arrivals: readonly Arrival[], ceilings: Ceilings): string[] {
  let room = roomLeft(ceilings, { adults: 0, children: 0, persons: 0 });
  let queue: Waiting[] = [];
  const states = new Map<string, string>();
  for (const { arrival, children } of arrivals) {
    const id = String(arrival);
    queue.push({ id, party: { adults: 1, children }, priority: 0, arrival, passedOver: 0, skip: null });
    const plan = allocate(queue, ceilings, room);
    room = plan.room;
    states.set(id, 'WAITING');
    for (const served of plan.served) states.set(served, served === id ? 'CONFIRMED' : 'OFFERED');
    queue = queue
      .filter((one) => !plan.served.includes(one.id))
      .map((one) => (plan.passedOver.includes(one.id) ? { ...one, passedOver: one.passedOver + 1 } : one));
  }
  return arrivals.map(({ arrival }) => states.get(String(arrival)) ?? '');
}
