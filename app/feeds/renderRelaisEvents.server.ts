import type { Tx } from '#app/db/client.server.ts';
import type { Rendered, Rendering } from './refreshEvents.server.ts';
import { renderManyEvents } from './renderManyEvents.server.ts';

/** To be run once a relais was renamed or changed its telephone: renders the events that print it. */
export async function renderRelaisEvents(
  relaisId: string,
  rendering: Rendering,
  now: Date,
  tx?: Tx,
): Promise<Rendered> {
  return renderManyEvents({ relaisId }, rendering, now, tx);
}
