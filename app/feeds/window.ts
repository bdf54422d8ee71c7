import { addDays, addMonths, localDate, startOfDay } from '#app/time/local.ts';

const DAYS_BACK = 60;
const MONTHS_AHEAD = 12;

/** Google drops what follows the first megabyte of a feed. */
export const FEED_LIMITS = { events: 1000, bytes: 900_000 } as const;

/** The local date a feed is made for, and the starts it lists: from `from`, before `until`. */
export type FeedWindow = { readonly day: string; readonly from: Date; readonly until: Date };

/** 60 days back and 12 months ahead, in whole local days: two readers of one day get the same feed. */
export function feedWindow(now: Date, zone: string): FeedWindow {
  const day = localDate(now, zone);
  return {
    day,
    from: startOfDay(addDays(day, -DAYS_BACK), zone),
    until: startOfDay(addDays(addMonths(day, MONTHS_AHEAD), 1), zone),
  };
}

/** The earliest start that any feed may list from now on, in any zone: older events need not be rendered again. */
export function oldestListed(now: Date): Date {
  return new Date(now.getTime() - (DAYS_BACK + 2) * 86_400_000);
}

/**
 * As many events as a feed may hold, in their order. Those over are dropped oldest past first, then farthest ahead.
 *
 * @param events by start, earliest first
 * @param room bytes left for them beside the feed's head
 */
export function fitFeed<Event extends { readonly endsAt: Date; readonly bytes: number }>(
  events: readonly Event[],
  now: Date,
  room: number = FEED_LIMITS.bytes,
): readonly Event[] {
  const past = events.filter(({ endsAt }) => endsAt <= now);
  const ahead = events.filter(({ endsAt }) => endsAt > now);
  const kept = new Set<Event>();
  let left = room;
  for (const event of [...ahead, ...past.reverse()]) {
    left -= event.bytes;
    if (left < 0 || kept.size === FEED_LIMITS.events) break;
    kept.add(event);
  }
  return events.filter((event) => kept.has(event));
}
