import type { Tx } from '#app/db/client.server.ts';
import { refreshEvents, type Rendered, type Rendering } from './refreshEvents.server.ts';

/**
 * Renders the event of a session and those of its enrolments again, from their source: nothing is written where the
 * print is the same. A draft, or a session that is no more, leaves the feeds.
 */
export async function renderSessionEvents(
  sessionId: string,
  rendering: Rendering,
  now: Date,
  tx?: Tx,
): Promise<Rendered> {
  return refreshEvents({ sessionIds: [sessionId], enrollments: 'all' }, rendering, now, tx);
}
