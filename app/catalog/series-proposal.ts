import { chosen, offReasonInWords, type DaysOff, type Skipping } from '#app/time/days-off.ts';
import { dayPlain, hourRange, list } from '#app/time/french.ts';
import type { DateRange } from '#app/time/iso-date.ts';
import { datesOf, recurrenceInWords, type Recurrence } from '#app/time/recurrence.ts';

/** One slot of the day; what is absent is the series's. */
export type Slot = { from: string; until: string; theme?: string; siteId?: string; animatorId?: string };

/** A recurrence as the form says it, all in order. */
export type SeriesProposal = {
  recurrence: Recurrence;
  term: DateRange;
  skipping: Skipping;
  slots: readonly Slot[];
  siteId: string;
  animatorIds: readonly string[];
  intervenantIds: readonly string[];
  /** They have agreed already: no proposal. */
  agreed: boolean;
  prepMinutes: number;
  tidyMinutes: number;
  maxAdults: number | null;
  maxChildren: number | null;
  /** Plans in spite of what clashes, and says why. */
  reason: string | null;
  /** What was said of single dates, by key. */
  lines: ReadonlyMap<string, SeriesLine>;
};

/** What one date says otherwise; without `kept`, the series decides. */
export type SeriesLine = { kept?: boolean } & Partial<Slot>;

export type ProposedDate = {
  /** `2027-01-05/0`: the date and the slot. */
  key: string;
  date: string;
  /** Which slot of the day. */
  slot: number;
  from: string;
  until: string;
  siteId: string;
  animatorIds: readonly string[];
  theme: string | null;
  kept: boolean;
  /** Why the series skips it; it can be kept all the same. */
  skipped: string | null;
};

/**
 * The dates that a proposal gives, by date then slot: those kept and those skipped with the reason, each with what was
 * said of it alone. A date never seen is kept unless the series skips it.
 *
 * @param daysOffAt what may make a day off for a slot: its place may be closed when others are not
 */
export function proposedDates(proposal: SeriesProposal, daysOffAt: (slot: Slot) => DaysOff): ProposedDate[] {
  const { recurrence, term, skipping, slots } = proposal;
  const dates = slots.flatMap((slot, index) => {
    const off = chosen(daysOffAt(slot), skipping);
    const { kept, skipped } = datesOf(recurrence, term, off, slot);
    const words = skipped.map(({ date, reason }) => ({
      date,
      skipped: reason.kind === 'outsideTerm' ? 'hors de la période' : offReasonInWords(reason),
    }));
    const all = [...kept.map((date) => ({ date, skipped: null })), ...words];
    return all.map((one) => proposedDate(proposal, index, slot, one));
  });
  return dates.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function proposedDate(
  { lines, siteId, animatorIds }: SeriesProposal,
  index: number,
  slot: Slot,
  { date, skipped }: { date: string; skipped: string | null },
): ProposedDate {
  const key = `${date}/${index}`;
  const line = lines.get(key);
  const animatorId = line?.animatorId ?? slot.animatorId;
  return {
    ...{ key, date, skipped, slot: index },
    from: line?.from ?? slot.from,
    until: line?.until ?? slot.until,
    siteId: line?.siteId ?? slot.siteId ?? siteId,
    animatorIds: animatorId === undefined ? animatorIds : [animatorId],
    theme: line?.theme ?? slot.theme ?? null,
    kept: line?.kept ?? skipped === null,
  };
}

/** "tous les mardis, 9 h 30 – 11 h, du 5 janvier au 30 juin" */
export function seriesInWords({
  recurrence,
  slots,
  term,
}: Pick<SeriesProposal, 'recurrence' | 'slots' | 'term'>): string {
  const hours = list(slots.map(({ from, until }) => hourRange(from, until)));
  if (recurrence.type === 'dates') return `${recurrenceInWords(recurrence)}, ${hours}`;
  const last = dayPlain(term.last, { reference: term.first });
  return `${recurrenceInWords(recurrence)}, ${hours}, du ${dayPlain(term.first)} au ${last}`;
}
