import { fold } from '#app/documents/fold.ts';
import {
  imprint,
  keyOf,
  normalParty,
  type PartyState,
  type PartyValue,
  type PresentChild,
  type SheetMark,
  type Subject,
  type TallyValue,
} from './mark.ts';
import { stamp } from './merge.ts';

/** What two people marked without seeing each other's, with who and when, for the banner. */
export type Conflict = {
  /** The mark that someone settles. */
  markId: string;
  kept: { words: string; by: string; at: string };
  other: { words: string; by: string; at: string };
};

export type FormerMark = { words: string; by: string; at: string };

export type LineGroup = 'EXPECTED' | 'WALK_IN' | 'WAITING';

/** One line of the sheet. */
export type SheetLine = {
  key: string;
  subject: Exclude<Subject, { type: 'tally' }>;
  group: LineGroup;
  name: string;
  /** What she is, where from; why she waits. */
  detail: string;
  phone: string | null;
  /** Whom she said she would bring. */
  booked: readonly PresentChild[];
  /** Her labels among them. */
  labels: readonly { childId: string; label: string; fromMonths: number; untilMonths: number }[];
  value: PartyValue | null;
  version: number;
  markedAt: number | null;
  conflict: Conflict | null;
  /** Who marked what is shown, and when. */
  marked: { by: string; at: string } | null;
  /** Former values, the latest first. */
  history: readonly FormerMark[];
};

export type SheetTally = {
  value: TallyValue | null;
  version: number;
  markedAt: number | null;
  conflict: Conflict | null;
  marked: { by: string; at: string } | null;
  history: readonly FormerMark[];
};

/** What changes while the sheet is filled; the rest of the page does not. */
export type SheetState = {
  lines: readonly SheetLine[];
  /** null: the session is booked, and everyone has a line. */
  tally: SheetTally | null;
  /** What may change under a tablet without network: when the session is, and whether it is. */
  when: string;
  cancelled: boolean;
  /** The server's clock when it told this. */
  toldAt: number;
};

export type Count = { adults: number; children: number };

/** Adults and children really there. */
export function countThere({ lines, tally }: Pick<SheetState, 'lines' | 'tally'>): Count {
  const there = lines.flatMap(({ value }) => (value?.state === 'PRESENT' ? [value] : []));
  const unnamed = tally?.value;
  return {
    adults: there.length + (unnamed?.adults ?? 0),
    children:
      there.reduce((sum, { children }) => sum + children.length, 0) +
      (unnamed?.children ?? []).reduce((sum, { count }) => sum + count, 0),
  };
}

/** Adults and children expected: those who have a place. */
export function countExpected(lines: readonly SheetLine[]): Count {
  const expected = lines.filter(({ group }) => group === 'EXPECTED');
  return { adults: expected.length, children: expected.reduce((sum, { booked }) => sum + booked.length, 0) };
}

/** How many lines of those expected nobody has marked yet. */
export const countUnmarked = (lines: readonly SheetLine[]): number =>
  lines.filter(({ group, value }) => group === 'EXPECTED' && (value === null || value.state === 'NONE')).length;

/** First names that two walk-ins without a file bear: perhaps one person, noted on two tablets. */
export function sameGuests(lines: readonly SheetLine[]): string[] {
  const names = new Map<string, string[]>();
  for (const { subject, value, name } of lines) {
    if (subject.type !== 'guest' || value?.state !== 'PRESENT' || !value.guest?.label) continue;
    const key = fold(value.guest.label);
    names.set(key, [...(names.get(key) ?? []), name]);
  }
  return [...names.values()].flatMap((those) => (those.length > 1 ? those.slice(0, 1) : []));
}

/** A walk-in without a file who has no line yet. */
function newLine(mark: Extract<SheetMark, { value: PartyValue }>): SheetLine {
  const { subject, value } = mark;
  return {
    key: keyOf(subject),
    subject,
    group: 'WALK_IN',
    name: value.guest?.label || 'Sans nom',
    detail: '',
    phone: null,
    booked: [],
    labels: [],
    value: null,
    version: 0,
    markedAt: null,
    conflict: null,
    marked: null,
    history: [],
  };
}

/** The sheet as the tablet shows it: what the server last told, then what it has still to send. */
export function withPending(
  state: SheetState,
  pending: readonly SheetMark[],
  found: readonly SheetLine[] = [],
): SheetState {
  const lines = new Map(state.lines.map((line) => [line.key, line]));
  let tally = state.tally;
  for (const mark of pending) {
    if ('adults' in mark.value) {
      if (tally) tally = { ...tally, value: mark.value, markedAt: mark.markedAt };
      continue;
    }
    const { value, markedAt, subject } = mark;
    const key = keyOf(subject);
    const line =
      lines.get(key) ?? found.find((one) => one.key === key) ?? newLine({ ...mark, subject: notTally(subject), value });
    const group = line.group === 'WAITING' && value.state === 'PRESENT' ? 'WALK_IN' : line.group;
    lines.set(key, { ...line, group, value: normalParty(value), markedAt });
  }
  return { ...state, lines: [...lines.values()], tally };
}

function notTally(subject: Subject): Exclude<Subject, { type: 'tally' }> {
  if (subject.type === 'tally') throw new Error('a tally has no line');
  return subject;
}

/** What a tap records: the state, with the children shown at that moment. */
export function valueFor(line: SheetLine, change: Partial<PartyValue> & { state?: PartyState }): PartyValue {
  const shown = shownValue(line);
  const state = change.state ?? 'PRESENT';
  const children = change.children ?? (state === 'PRESENT' ? childrenShown(line) : []);
  return normalParty({ ...shown, ...change, state, children });
}

/** The children a line shows: those marked; else, until she is said not to be there, those she booked for. */
export function childrenShown({ value, booked }: Pick<SheetLine, 'value' | 'booked'>): readonly PresentChild[] {
  return value?.state === 'PRESENT' ? value.children : booked;
}

function shownValue({ value }: SheetLine): PartyValue {
  return value ?? { state: 'NONE', late: false, byParent: false, children: [] };
}

/** The mark of a tap, to be kept and sent; null when it changes nothing. */
export function markOf(
  { subject, value: shown, version, markedAt }: Pick<SheetLine, 'subject' | 'value' | 'version' | 'markedAt'>,
  value: PartyValue,
  made: { id: string; clock: number },
): SheetMark | null {
  if (shown && imprint(shown) === imprint(value)) return null;
  return { id: made.id, base: version, markedAt: stamp(made.clock, markedAt), subject, value };
}

/** Children of each band who have no label, as − and + count them. */
export function countBand(children: readonly PresentChild[], fromMonths: number, untilMonths: number): number {
  return children.filter(
    (one) => one.childId === null && one.fromMonths === fromMonths && one.untilMonths === untilMonths,
  ).length;
}

/** The same children with another number of unlabelled ones in a band. */
export function withCount(
  children: readonly PresentChild[],
  { fromMonths, untilMonths }: { fromMonths: number; untilMonths: number },
  count: number,
): PresentChild[] {
  const others = children.filter(
    (one) => one.childId !== null || one.fromMonths !== fromMonths || one.untilMonths !== untilMonths,
  );
  return [...others, ...Array.from({ length: count }, () => ({ childId: null, fromMonths, untilMonths }))];
}

/** The same children with or without one of her labels. */
export function withLabel(children: readonly PresentChild[], label: PresentChild, there: boolean): PresentChild[] {
  const others = children.filter(({ childId }) => childId !== label.childId);
  const { childId, fromMonths, untilMonths } = label;
  return there ? [...others, { childId, fromMonths, untilMonths }] : others;
}
