import { sessionUid } from '#app/documents/calendar-uid.ts';
import { replacedInLines } from '#app/documents/ical-text.ts';
import { deskPath, practicalPath } from './event-text.ts';
import type { Stamp } from './feed-body.ts';

/** How someone holds a session: she works there, was asked to speak, or speaks. */
export type Holding = { readonly sessionId: string; readonly speaks: boolean; readonly proposed: boolean };

/** The stamp of a session's event as she holds it: another reading of the same row is another event. */
export function heldStamp<Event extends Stamp & Holding>(event: Event): Event {
  const marks = `${event.speaks ? 'speaks ' : ''}${event.proposed ? 'proposed ' : ''}`;
  return marks === '' ? event : { ...event, hash: marks + event.hash };
}

/**
 * The team's event of a session as one holds it. An intervenant is led to her practical page. Whoever was only asked
 * reads it TENTATIVE, under a UID of its own: accepting replaces it by the session's event, no client compares stamps.
 */
export function heldText(text: string, { sessionId, speaks, proposed }: Holding): string {
  const shown = speaks ? replacedInLines(text, deskPath(sessionId), practicalPath(sessionId)) : text;
  if (!proposed) return shown;
  const uid = sessionUid(sessionId);
  return shown
    .replace(`\r\nUID:${uid}\r\n`, `\r\nUID:${uid.replace(/^seance-/, 'propose-')}\r\n`)
    .replace('\r\nSTATUS:CONFIRMED\r\n', '\r\nSTATUS:TENTATIVE\r\n');
}
