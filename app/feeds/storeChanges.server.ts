import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { listingOf, type EventChanges, type EventWrite, type Listing, type StoredEvent } from './event-changes.ts';
import { feedKeys } from './feed-state.ts';

/**
 * Writes what changed, each row only if it still is as it was seen: the others were written meanwhile by someone who may
 * know better, and must be read again. The feeds concerned are marked in the same transaction.
 *
 * @returns how many rows were written or removed as asked; fewer than asked: read again
 */
export async function storeChanges({ writes, removals }: EventChanges, now: Date, tx?: Tx): Promise<number> {
  if (writes.length + removals.length === 0) return 0;
  return inTransaction(tx, async (tx) => {
    const inserted = await insert(
      tx,
      writes.filter(({ seen }) => seen === null),
    );
    const updated = await update(
      tx,
      writes.filter(({ seen }) => seen !== null),
    );
    const removed = await remove(tx, removals);
    await markFeeds(tx, feedsOf(writes, removals), now);
    return inserted + updated + removed;
  });
}

/** The keys of the public feeds that list, or listed, one of these events. */
function feedsOf(writes: readonly EventWrite[], removals: readonly StoredEvent[]): string[] {
  const now = [...writes, ...removals].filter((event) => event.public).map(listingOf);
  const left: Listing[] = writes.flatMap((event) => (event.left === null ? [] : [event.left]));
  return [...new Set([...now, ...left].flatMap(feedKeys))].sort();
}

async function insert(tx: Tx, rows: readonly EventWrite[]): Promise<number> {
  if (rows.length === 0) return 0;
  return tx.$executeRaw`
    INSERT INTO "CalendarEvent" (uid, "collectiviteId", "relaisId", "sessionId", "enrollmentId", "personId", "siteId", kind,
      public, team, cancelled, "startsAt", "endsAt", hash, sequence, "modifiedAt", text)
    SELECT uid, "collectiviteId", "relaisId", "sessionId", "enrollmentId", "personId", "siteId", kind::"ActivityKind",
      public, team, cancelled, "startsAt", "endsAt", hash, sequence, "modifiedAt", text
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(uid text, "collectiviteId" uuid, "relaisId" uuid,
        "sessionId" uuid, "enrollmentId" uuid, "personId" uuid, "siteId" uuid, kind text, public boolean,
        team boolean, cancelled boolean, "startsAt" timestamptz, "endsAt" timestamptz, hash text, sequence int,
        "modifiedAt" timestamptz, text text)
     ORDER BY uid
    ON CONFLICT DO NOTHING`;
}

async function update(tx: Tx, rows: readonly EventWrite[]): Promise<number> {
  if (rows.length === 0) return 0;
  return tx.$executeRaw`
    UPDATE "CalendarEvent" e
       SET "relaisId" = d."relaisId", "siteId" = d."siteId", kind = d.kind::"ActivityKind", public = d.public,
           cancelled = d.cancelled, "startsAt" = d."startsAt", "endsAt" = d."endsAt", hash = d.hash,
           sequence = d.sequence, "modifiedAt" = d."modifiedAt", text = d.text
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(uid text, "relaisId" uuid, "siteId" uuid, kind text,
        public boolean, cancelled boolean, "startsAt" timestamptz, "endsAt" timestamptz, hash text, sequence int,
        "modifiedAt" timestamptz, text text, seen timestamptz)
     WHERE e.uid = d.uid AND e."modifiedAt" = d.seen`;
}

async function remove(tx: Tx, events: readonly StoredEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const seen = JSON.stringify(events.map(({ uid, modifiedAt }) => ({ uid, seen: modifiedAt })));
  return tx.$executeRaw`
    DELETE FROM "CalendarEvent" e USING jsonb_to_recordset(${seen}::jsonb) AS d(uid text, seen timestamptz)
     WHERE e.uid = d.uid AND e."modifiedAt" = d.seen`;
}

/** Whoever compares a feed's state with the one read before sees, by its new mark, that events changed meanwhile. */
async function markFeeds(tx: Tx, keys: readonly string[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "FeedState" AS f (key, hash, "modifiedAt")
    SELECT key, '@' || gen_random_uuid(), ${now}::timestamptz FROM unnest(${[...keys]}::text[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET hash = split_part(f.hash, '@', 1) || '@' || gen_random_uuid()`;
}
