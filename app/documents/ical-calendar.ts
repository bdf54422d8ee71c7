import { oneLine, textLine, uriText } from '#app/documents/ical-text.ts';
import { timezoneText } from '#app/documents/ical-timezone.ts';

/** What a feed says about itself. `color` is a CSS name; `source` its own address (never for a private feed). */
export type CalendarHead = {
  readonly name: string;
  readonly description: string;
  readonly prodId: string;
  readonly color: string;
  readonly zone: string;
  readonly source?: string;
};

/** How often clients are asked to read again. */
const REFRESH = 'PT4H';

/**
 * From `BEGIN:VCALENDAR` to the last property (RFC 5545, 7986), names told in both the standard and the older way. No
 * METHOD: a feed is published, not sent. Throws RangeError when the colour is no CSS name.
 */
export function calendarHead(head: CalendarHead): string {
  if (!/^[a-z]+$/.test(head.color)) throw new RangeError(`not a CSS colour name: ${head.color}`);
  const name = oneLine(head.name);
  const description = oneLine(head.description);
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n',
    textLine('PRODID', oneLine(head.prodId)),
    'CALSCALE:GREGORIAN\r\n',
    textLine('NAME', name),
    textLine('X-WR-CALNAME', name),
    textLine('DESCRIPTION', description),
    textLine('X-WR-CALDESC', description),
    textLine('X-WR-TIMEZONE', head.zone),
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}\r\nX-PUBLISHED-TTL:${REFRESH}\r\n`,
    `COLOR:${head.color}\r\n`,
    head.source ? textLine('SOURCE;VALUE=URI', uriText(head.source)) : '',
  ].join('');
}

/** A whole calendar: head, one VTIMEZONE, the events as `renderEvent` gave them. Throws RangeError for an unknown zone. */
export function joinCalendar(head: string, zone: string, events: readonly string[]): string {
  return `${head}${timezoneText(zone)}${events.join('')}END:VCALENDAR\r\n`;
}
