import { renderEvent, type CalendarEntry, type CalendarPerson } from '#app/documents/ical-event.ts';
import { oneLine, textLine } from '#app/documents/ical-text.ts';
import { timezoneText } from '#app/documents/ical-timezone.ts';

/** What a mail carries so that a meeting enters (REQUEST) or leaves (CANCEL) someone's calendar. */
export type Invitation = {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly entry: CalendarEntry;
  readonly organizer: CalendarPerson;
  readonly attendee: CalendarPerson;
  readonly prodId: string;
};

/**
 * The body of an iTIP message (RFC 5546): the attendee has already accepted and is asked nothing. A CANCEL carries the
 * same UID, ORGANIZER and ATTENDEE as the REQUEST; its caller gives a higher `sequence`. Null as for `renderEvent`.
 */
export function renderInvitation({ method, entry, organizer, attendee, prodId }: Invitation): string | null {
  const event = renderEvent(entry, { organizer, attendee, cancels: method === 'CANCEL' });
  if (event === null) return null;
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n',
    textLine('PRODID', oneLine(prodId)),
    `CALSCALE:GREGORIAN\r\nMETHOD:${method}\r\n`,
    timezoneText(entry.zone),
    event,
    'END:VCALENDAR\r\n',
  ].join('');
}
