const HOUR_MS = 3_600_000;

/** The longest a session lives, and how long a browser keeps its cookie. */
export const SESSION_DAYS = 90;
/** Staff and intervenants read other people's data: their session ends after so many hours without a visit. */
export const IDLE_HOURS = 12;
/** A visit is noted at most once in so many hours. */
export const SEEN_EVERY_HOURS = 1;

type Times = { createdAt: Date; lastSeenAt: Date };

/** The instant at which a session ends if nobody comes any more. `works`: staff or intervenant. */
export function endOf({ createdAt, lastSeenAt }: Times, works: boolean): Date {
  const longest = createdAt.getTime() + SESSION_DAYS * 24 * HOUR_MS;
  const idle = lastSeenAt.getTime() + IDLE_HOURS * HOUR_MS;
  return new Date(works ? Math.min(longest, idle) : longest);
}

/** Is it time to note the visit? */
export function isSeenLongAgo(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= SEEN_EVERY_HOURS * HOUR_MS;
}
