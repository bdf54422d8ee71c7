import { createHash } from 'node:crypto';
import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import { cleanText, oneLine, parameterText, uriText } from '#app/documents/ical-text.ts';
import { toLocal } from '#app/time/local.ts';

/** One dated meeting as a calendar shows it. `zone` is an IANA name; `sequence` and `modifiedAt` are its stamps. */
export type CalendarEntry = {
  readonly uid: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly geo?: { readonly latitude: number; readonly longitude: number };
  readonly categories: readonly string[];
  readonly url: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly private: boolean;
  /** Takes no time although it is not cancelled: a place on a waiting list. */
  readonly transparent?: boolean;
  readonly sequence: number;
  readonly modifiedAt: Date;
};

/** Someone named in an invitation. */
export type CalendarPerson = { readonly name: string; readonly email: string };

/** Who invites whom; `cancels` withdraws the invitation whatever the meeting's own status. */
export type CalendarParty = {
  readonly organizer: CalendarPerson;
  readonly attendee: CalendarPerson;
  readonly cancels: boolean;
};

/** Rises when the same entry comes to be printed otherwise, so that stored texts are made anew. */
const PRINT = 1;

const CANCELLED_PREFIX = 'ANNULÉ : ';

/**
 * One VEVENT (RFC 5545), from `BEGIN:VEVENT` to its last CRLF: local times with TZID, stamps in UTC, lines folded at 75
 * octets. A cancelled one is announced in its SUMMARY and takes no time (TRANSPARENT). Null for an entry that would spoil
 * a calendar: without UID, with an invalid date, or whose end is not after its start, on the wall too.
 * Throws RangeError for an unknown zone.
 */
export function renderEvent(entry: CalendarEntry, party?: CalendarParty): string | null {
  if (oneLine(entry.uid) === '' || Number.isNaN(entry.modifiedAt.getTime()) || !endsAfterStart(entry)) return null;
  const calendar = new ICalCalendar();
  calendar.createEvent({ ...eventData(entry, party?.cancels ?? false), ...(party ? partyData(party) : {}) });
  const text = calendar.toString();
  const begin = text.indexOf('\r\nBEGIN:VEVENT\r\n') + 2;
  const end = text.lastIndexOf('\r\nEND:VEVENT\r\n');
  return `${text.slice(begin, end)}\r\nEND:VEVENT\r\n`;
}

/** Fingerprint of what `renderEvent` prints, stamps (SEQUENCE, DTSTAMP, LAST-MODIFIED) apart. */
export function icalContentHash(entry: CalendarEntry): string {
  const content = { ...entry, ...printed(entry), geo: geoOf(entry), sequence: null, modifiedAt: null };
  const fields = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([PRINT, fields]))
    .digest('base64url');
}

function endsAfterStart({ startsAt, endsAt, zone }: CalendarEntry): boolean {
  if (!(endsAt > startsAt)) return false;
  const [start, end] = [startsAt, endsAt].map((instant) => toLocal(instant, zone).toPlainDateTime().toString());
  return start !== undefined && end !== undefined && start < end;
}

function printed(entry: CalendarEntry) {
  const summary = oneLine(entry.summary);
  const announced = entry.status !== 'CANCELLED' || summary.startsWith(CANCELLED_PREFIX);
  return {
    uid: oneLine(entry.uid),
    summary: announced ? summary : CANCELLED_PREFIX + summary,
    description: cleanText(entry.description),
    location: oneLine(entry.location),
    categories: entry.categories.map(oneLine).filter((name) => name !== ''),
    url: uriText(entry.url),
  };
}

function eventData(entry: CalendarEntry, cancels: boolean): ICalEventData {
  const { uid, summary, description, location, categories, url } = printed(entry);
  const status = cancels ? 'CANCELLED' : entry.status;
  const geo = geoOf(entry);
  return {
    id: uid,
    sequence: entry.sequence,
    stamp: entry.modifiedAt,
    lastModified: entry.modifiedAt,
    start: toLocal(entry.startsAt, entry.zone),
    end: toLocal(entry.endsAt, entry.zone),
    timezone: entry.zone,
    summary,
    description: description || null,
    location: location ? { title: location, ...(geo ? { geo } : {}) } : geo ? { geo } : null,
    categories: categories.map((name) => ({ name })),
    url: url || null,
    status: ICalEventStatus[status],
    transparency:
      status === 'CANCELLED' || entry.transparent ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    class: entry.private ? ICalEventClass.PRIVATE : ICalEventClass.PUBLIC,
  };
}

/** Six decimals (10 cm): fewer than where numbers would be written with an exponent. */
function geoOf({ geo }: CalendarEntry): { lat: number; lon: number } | null {
  if (!geo || !Number.isFinite(geo.latitude) || !Number.isFinite(geo.longitude)) return null;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { lat: round(geo.latitude), lon: round(geo.longitude) };
}

function partyData({ organizer, attendee }: CalendarParty): Pick<ICalEventData, 'organizer' | 'attendees'> {
  const named = ({ name, email }: CalendarPerson) => ({ name: parameterText(name) || email, email: oneLine(email) });
  return {
    organizer: named(organizer),
    attendees: [{ ...named(attendee), role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }],
  };
}
