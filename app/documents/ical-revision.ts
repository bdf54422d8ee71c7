import { icalContentHash, renderEvent, type CalendarEntry } from '#app/documents/ical-event.ts';

/** What the source says of an event; the stamps are ours to give. */
export type UnstampedEntry = Omit<CalendarEntry, 'sequence' | 'modifiedAt'>;

/** An event as it was last printed and stored. */
export type StoredRevision = Pick<CalendarEntry, 'startsAt' | 'endsAt' | 'status' | 'sequence' | 'modifiedAt'> & {
  readonly contentHash: string;
};

export type Revision =
  | { readonly type: 'unchanged' }
  | { readonly type: 'unprintable' }
  | {
      readonly type: 'revised';
      readonly contentHash: string;
      readonly sequence: number;
      readonly modifiedAt: Date;
      readonly text: string;
    };

/**
 * Whether an event must be printed anew, and with which stamps: SEQUENCE rises when start, end or status changes,
 * `modifiedAt` moves with any printed change and never otherwise, by a second at least, since that is what is printed.
 * `unprintable`: `renderEvent` refuses it; the caller logs it and takes it out of the feeds.
 */
export function reviseEvent(stored: StoredRevision | null, entry: UnstampedEntry, now: Date): Revision {
  const draft = { ...entry, sequence: 0, modifiedAt: now };
  const contentHash = icalContentHash(draft);
  if (stored?.contentHash === contentHash) return { type: 'unchanged' };
  const sequence = stored ? stored.sequence + (sameSchedule(stored, entry) ? 0 : 1) : 0;
  const modifiedAt = wholeSecond(stored ? Math.max(now.getTime(), stored.modifiedAt.getTime() + 1000) : now.getTime());
  const text = renderEvent({ ...draft, sequence, modifiedAt });
  return text === null ? { type: 'unprintable' } : { type: 'revised', contentHash, sequence, modifiedAt, text };
}

function sameSchedule(stored: StoredRevision, entry: UnstampedEntry): boolean {
  return (
    stored.startsAt.getTime() === entry.startsAt.getTime() &&
    stored.endsAt.getTime() === entry.endsAt.getTime() &&
    stored.status === entry.status
  );
}

function wholeSecond(millis: number): Date {
  return new Date(Math.floor(millis / 1000) * 1000);
}
