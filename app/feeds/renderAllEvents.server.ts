import type { Tx } from '#app/db/client.server.ts';
import type { Rendered, Rendering } from './refreshEvents.server.ts';
import { renderManyEvents } from './renderManyEvents.server.ts';

/** Renders whatever feeds may list: after a bulk filling, a restore, or when the application's address changed. */
export async function renderAllEvents(rendering: Rendering, now: Date, tx?: Tx): Promise<Rendered> {
  return renderManyEvents({}, rendering, now, tx);
}
