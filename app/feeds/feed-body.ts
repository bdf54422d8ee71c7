import { createHash } from 'node:crypto';
import { calendarHead, joinCalendar, type CalendarHead } from '#app/documents/ical-calendar.ts';
import { timezoneText } from '#app/documents/ical-timezone.ts';
import { FEED_LIMITS, fitFeed } from './window.ts';

/** What tells that an event is still the same. */
export type Stamp = { readonly hash: string; readonly sequence: number; readonly modifiedAt: Date };

/** A stored event as feeds are joined of it; `bytes`: of its text. */
export type FeedEvent = Stamp & { readonly endsAt: Date; readonly bytes: number; readonly text: string };

/** What stands before and after the events of one feed, and the digest of that. */
export type FeedFrame = {
  readonly head: string;
  readonly zone: string;
  readonly digest: string;
  readonly room: number;
};

export const PRODID = '-//Ribambelle//Agenda//FR';

/** The frame of a feed, the same for all who read it. */
export function feedFrame(about: Omit<CalendarHead, 'prodId' | 'color'>): FeedFrame {
  const head = calendarHead({ ...about, prodId: PRODID, color: 'teal' });
  const empty = joinCalendar(head, about.zone, []);
  return { head, zone: about.zone, digest: digestOf(empty), room: FEED_LIMITS.bytes - Buffer.byteLength(empty) };
}

/** The events of a feed as they stand in it, one after the other, and the digest of frame and events. */
export type Filling = { readonly digest: string; readonly events: string };

/** Events already joined: `stamps` has a line of `stampOf` for each. Null when they would not all fit. */
export function fillWhole(
  frame: FeedFrame,
  joined: { count: number; bytes: number; stamps: string; events: string },
): Filling | null {
  const { count, bytes, stamps, events } = joined;
  if (count > FEED_LIMITS.events || bytes > frame.room) return null;
  return { digest: digestOf(count === 0 ? frame.digest : `${frame.digest}\n${stamps}`), events };
}

/** The events that fit. */
export function fillFrame(frame: FeedFrame, events: readonly FeedEvent[], now: Date): Filling {
  const listed = fitFeed(events, now, frame.room);
  return { digest: digestWith(frame, listed), events: listed.map(({ text }) => text).join('') };
}

/** The digest of a frame and the events it holds. */
export function digestWith(frame: FeedFrame, listed: readonly Stamp[]): string {
  return digestOf([frame.digest, ...listed.map(stampOf)].join('\n'));
}

/** The whole calendar, with the rules of each time zone that an event is told in. */
export function feedBody(
  { head, zone }: FeedFrame,
  { events }: Pick<Filling, 'events'>,
  zones: readonly string[] = [],
): string {
  const others = zones.filter((other) => other !== zone).map(timezoneText);
  return joinCalendar(head, zone, [...others, events]);
}

function stampOf({ hash, sequence, modifiedAt }: Stamp): string {
  return `${hash} ${sequence} ${modifiedAt.getTime()}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}
