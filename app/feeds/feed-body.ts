import { createHash } from 'node:crypto';
import { calendarHead, joinCalendar, type CalendarHead } from '#app/documents/ical-calendar.ts';
import { FEED_LIMITS, fitFeed } from './window.ts';

/** A stored event as feeds are joined of it. */
export type FeedEvent = {
  readonly endsAt: Date;
  readonly hash: string;
  readonly sequence: number;
  readonly modifiedAt: Date;
  readonly text: string;
};

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
  return { head, zone: about.zone, digest: digestOf([empty]), room: FEED_LIMITS.bytes - Buffer.byteLength(empty) };
}

/** The events that fit, and the digest of frame and events, from their stored hashes and stamps. */
export function fillFrame(frame: FeedFrame, events: readonly FeedEvent[], now: Date) {
  const listed = fitFeed(events, now, frame.room);
  const stamps = listed.map(({ hash, sequence, modifiedAt }) => `${hash} ${sequence} ${modifiedAt.getTime()}`);
  return { digest: digestOf([frame.digest, ...stamps]), texts: listed.map(({ text }) => text) };
}

/** The whole calendar. */
export function feedBody({ head, zone }: FeedFrame, texts: readonly string[]): string {
  return joinCalendar(head, zone, texts);
}

function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27);
}
