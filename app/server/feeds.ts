import type { Rendered, Rendering } from '#app/feeds/refreshEvents.server.ts';
import { renderEnrollmentEvent } from '#app/feeds/renderEnrollmentEvent.server.ts';
import { renderPersonEvents } from '#app/feeds/renderPersonEvents.server.ts';
import { renderRelaisEvents } from '#app/feeds/renderRelaisEvents.server.ts';
import { renderSessionEvents } from '#app/feeds/renderSessionEvents.server.ts';
import { renderSiteEvents } from '#app/feeds/renderSiteEvents.server.ts';
import type { Task } from './task.ts';

type Render = (id: string, rendering: Rendering, now: Date) => Promise<Rendered>;

/** Calendar events, rendered again once what they print has changed. */
export const feedTasks = {
  'render-session-events': rendering('sessionId', renderSessionEvents),
  'render-enrollment-event': rendering('enrollmentId', renderEnrollmentEvent),
  'render-person-events': rendering('personId', renderPersonEvents),
  'render-site-events': rendering('siteId', renderSiteEvents),
  'render-relais-events': rendering('relaisId', renderRelaisEvents),
} as const satisfies Record<string, Task>;

function rendering(field: string, render: Render): Task {
  return async (payload, { now, settings, logger }) => {
    const id: unknown = Reflect.get(Object(payload), field);
    if (typeof id !== 'string') throw new TypeError(`a job that renders events has a ${field}`);
    const { unprintable } = await render(id, { appUrl: settings.appUrl }, now());
    if (unprintable.length > 0) logger.warn({ uids: unprintable }, 'calendar events that cannot be printed');
  };
}
