import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { reviseEvent, type StoredRevision, type UnstampedEntry } from '#app/documents/ical-revision.ts';

/** Where an event is listed: the columns feeds are read by. `enrollmentId` and `personId` are null for a session's events. */
export type EventPlace = {
  readonly uid: string;
  readonly collectiviteId: string;
  readonly relaisId: string;
  readonly sessionId: string;
  readonly enrollmentId: string | null;
  readonly personId: string | null;
  readonly siteId: string;
  readonly kind: ActivityKindName;
  readonly public: boolean;
  /** as those who hold the session read it */
  readonly team: boolean;
};

export type WantedEvent = EventPlace & { readonly entry: UnstampedEntry };

export type StoredEvent = EventPlace &
  Pick<StoredRevision, 'startsAt' | 'endsAt' | 'sequence' | 'modifiedAt'> & {
    readonly hash: string;
    readonly text: string;
  };

/** The public feeds that list an event. */
export type Listing = Pick<EventPlace, 'relaisId' | 'collectiviteId' | 'siteId'>;

/** A row to write; `seen`: the `modifiedAt` of the row it replaces, null when there was none. */
export type EventWrite = StoredEvent & {
  readonly cancelled: boolean;
  readonly seen: Date | null;
  /** where the replaced row was listed publicly */
  readonly left: Listing | null;
};

export type EventChanges = {
  readonly writes: readonly EventWrite[];
  readonly removals: readonly StoredEvent[];
  /** UIDs that `renderEvent` refuses: taken out of the feeds, to be logged. */
  readonly unprintable: readonly string[];
};

/** What must be written so that the stored events say what is wanted; those that already do are left alone. */
export function eventChanges(stored: readonly StoredEvent[], wanted: readonly WantedEvent[], now: Date): EventChanges {
  const known = new Map(stored.map((event) => [event.uid, event]));
  const writes: EventWrite[] = [];
  const unprintable: string[] = [];
  for (const event of wanted) {
    const held = known.get(event.uid) ?? null;
    const write = revised(held, event, now);
    if (write === 'unprintable') unprintable.push(event.entry.uid);
    else {
      known.delete(event.uid);
      if (write !== null) writes.push(write);
    }
  }
  return { writes, removals: [...known.values()], unprintable: [...new Set(unprintable)] };
}

function revised(held: StoredEvent | null, wanted: WantedEvent, now: Date): EventWrite | 'unprintable' | null {
  const { entry, ...place } = wanted;
  const former = held && { ...held, contentHash: held.hash, status: statusOf(held.text) };
  const revision = reviseEvent(former, entry, now);
  const { startsAt, endsAt } = entry;
  const before = { seen: held?.modifiedAt ?? null, left: held && held.public ? listingOf(held) : null };
  const row = { ...place, startsAt, endsAt, cancelled: entry.status === 'CANCELLED', ...before };
  switch (revision.type) {
    case 'unprintable':
      return 'unprintable';
    case 'revised': {
      const { contentHash, sequence, modifiedAt, text } = revision;
      return { ...row, hash: contentHash, sequence, modifiedAt, text };
    }
    case 'unchanged': {
      if (held === null || samePlace(held, place)) return null;
      const { hash, sequence, modifiedAt, text } = held;
      return { ...row, hash, sequence, modifiedAt, text };
    }
  }
}

/** Which feeds list an event, nothing more of it. */
export function listingOf({ relaisId, collectiviteId, siteId }: Listing): Listing {
  return { relaisId, collectiviteId, siteId };
}

/** Two sites may have the same name and address: the print stays, the row moves. */
function samePlace(held: EventPlace, place: EventPlace): boolean {
  return (
    held.relaisId === place.relaisId &&
    held.siteId === place.siteId &&
    held.kind === place.kind &&
    held.public === place.public
  );
}

/** The status last printed. No text of a user can begin a line, so the first match is the property. */
function statusOf(text: string): UnstampedEntry['status'] {
  const status = /^STATUS:(CONFIRMED|TENTATIVE|CANCELLED)\r$/m.exec(text)?.[1];
  return status === 'TENTATIVE' || status === 'CANCELLED' ? status : 'CONFIRMED';
}
