import { sessionUid } from '#app/documents/calendar-uid.ts';
import type { FeedEvent } from './feed-body.ts';

/**
 * The stored event of a session as someone sees it who was only asked to come: TENTATIVE, under a UID of its own, so
 * that accepting replaces it by the session's event and no client has to compare stamps.
 */
export function asProposal<Event extends FeedEvent>(event: Event, sessionId: string): Event {
  const uid = sessionUid(sessionId);
  const text = event.text
    .replace(`\r\nUID:${uid}\r\n`, `\r\nUID:${uid.replace(/^seance-/, 'propose-')}\r\n`)
    .replace('\r\nSTATUS:CONFIRMED\r\n', '\r\nSTATUS:TENTATIVE\r\n');
  return { ...event, text, hash: `proposed ${event.hash}` };
}
