import type { Tx } from '#app/db/client.server.ts';
import type { Rendered, Rendering } from './refreshEvents.server.ts';
import { renderManyEvents } from './renderManyEvents.server.ts';

/** To be run once a site was renamed, moved or given another address: renders the events that print it. */
export async function renderSiteEvents(siteId: string, rendering: Rendering, now: Date, tx?: Tx): Promise<Rendered> {
  return renderManyEvents({ siteId }, rendering, now, tx);
}
