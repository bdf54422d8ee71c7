import { db, type Tx } from '#app/db/client.server.ts';
import { refreshEvents, type Rendered, type Rendering } from './refreshEvents.server.ts';
import { oldestListed } from './window.ts';

/** Renders every place that a person's private feed may list; without a live link of hers, none is kept. */
export async function renderPersonEvents(
  personId: string,
  rendering: Rendering,
  now: Date,
  tx?: Tx,
): Promise<Rendered> {
  const places = await (tx ?? db()).enrollment.findMany({
    where: { personId, session: { startsAt: { gte: oldestListed(now) } } },
    select: { sessionId: true },
  });
  const sessionIds = [...new Set(places.map(({ sessionId }) => sessionId))];
  return refreshEvents({ sessionIds, enrollments: { personId } }, rendering, now, tx);
}
