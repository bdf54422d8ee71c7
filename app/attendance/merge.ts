/** A mark that a line had: by whom, and the line's version once it was received. */
export type Former = { id: string; markedAt: number; byId: string | null; imprint: string; version: number };

/** What a line of the sheet shows: the last mark that holds, how many have held, and all it had. */
export type Holding = { markId: string; version: number; markedAt: number; marks: readonly Former[] };

/** A mark that arrives, from whichever tablet, whenever. */
export type Incoming = { id: string; base: number; markedAt: number; byId: string | null; imprint: string };

export type Merged = {
  outcome: 'APPLIED' | 'SET_ASIDE' | 'REPLACED';
  /** Two people marked different things without seeing each other's: both are shown until someone settles it. */
  conflict: boolean;
  /** When it counts as made: never before what the marker had seen. */
  markedAt: number;
  /** That of the line from now on. */
  version: number;
};

/**
 * What becomes of a mark (rule 9): of two, the later one holds, whatever the order in which they arrive; the other is
 * kept aside. A conflict is told when a colleague's last word is another, and the marker had not seen it.
 *
 * @param holding null: nothing is marked yet
 */
export function merge(holding: Holding | null, incoming: Incoming): Merged {
  const { id, markedAt, base } = incoming;
  if (!holding) return { outcome: 'APPLIED', conflict: false, markedAt, version: 1 };
  const { version } = holding;
  if (base >= version) {
    const after = Math.max(markedAt, holding.markedAt);
    return { outcome: 'APPLIED', conflict: false, markedAt: after, version: version + 1 };
  }
  const conflict = isContested(holding.marks, incoming);
  const wins = isLater({ id, markedAt }, { id: holding.markId, markedAt: holding.markedAt });
  if (!wins) return { outcome: 'SET_ASIDE', conflict, markedAt, version };
  return { outcome: conflict ? 'REPLACED' : 'APPLIED', conflict, markedAt, version: version + 1 };
}

/** Has a colleague, unseen, last marked something else? */
function isContested(marks: readonly Former[], incoming: Incoming): boolean {
  const last = new Map<string | null, Former>();
  for (const mark of marks) {
    const other = last.get(mark.byId);
    if (!other || isLater(mark, other)) last.set(mark.byId, mark);
  }
  last.delete(incoming.byId);
  return [...last.values()].some(({ version, imprint }) => version > incoming.base && imprint !== incoming.imprint);
}

/** The order of marks: by the clock, then by id, so that every tablet finds the same. */
export function isLater(a: { id: string; markedAt: number }, b: { id: string; markedAt: number }): boolean {
  return a.markedAt === b.markedAt ? a.id > b.id : a.markedAt > b.markedAt;
}

/**
 * When a tablet says that it marked: its clock, but never before the mark it shows, and never later than received.
 *
 * @param shownAt of the mark before the marker's eyes; null: none
 */
export function stamp(clock: number, shownAt: number | null): number {
  return shownAt === null ? clock : Math.max(clock, shownAt + 1);
}
