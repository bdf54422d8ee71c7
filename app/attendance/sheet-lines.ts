import type { PartyValue, PresentChild, TallyValue } from './mark.ts';
import { clashOf, formerMarks, type KeptMark } from './conflicts.ts';
import type { Conflict, FormerMark, LineGroup, SheetLine, SheetTally } from './sheet.ts';
import { partyWords, tallyWords } from './words.ts';

/** A mark with what it said, ready to be told. */
export type ToldMark<Value> = KeptMark & { value: Value; by: string; at: string };

/** Who may have a line: who she is, and why. */
export type Listed = {
  personId: string | null;
  /** Her attendance; null: nothing marked. */
  attendanceId: string | null;
  group: LineGroup;
  name: string;
  detail: string;
  phone: string | null;
  booked: readonly PresentChild[];
  labels: SheetLine['labels'];
};

export type ShownRow = { markId: string; version: number; markedAt: number };

/** One line, from whom it is about and the marks it had. */
export function lineOf(listed: Listed, row: ShownRow | null, marks: readonly ToldMark<PartyValue>[]): SheetLine | null {
  const { personId, attendanceId, ...rest } = listed;
  const subject =
    personId !== null
      ? ({ type: 'person', personId } as const)
      : attendanceId !== null
        ? ({ type: 'guest', attendanceId } as const)
        : null;
  if (!subject) return null;
  const shown = row && marks.find(({ id }) => id === row.markId);
  const key = subject.type === 'person' ? `p-${subject.personId}` : `g-${subject.attendanceId}`;
  return { key, subject, ...rest, value: shown?.value ?? null, ...story(row, marks, partyWords) };
}

/** The count of those nobody names. */
export function tallyOf(row: ShownRow | null, marks: readonly ToldMark<TallyValue>[]): SheetTally {
  const shown = row && marks.find(({ id }) => id === row.markId);
  return { value: shown?.value ?? null, ...story(row, marks, tallyWords) };
}

function story<Value>(row: ShownRow | null, marks: readonly ToldMark<Value>[], words: (value: Value) => string) {
  const tell = ({ value, by, at }: ToldMark<Value>): FormerMark => ({ words: words(value), by, at });
  if (!row) return { version: 0, markedAt: null, conflict: null, marked: null, history: [] };
  const clash = clashOf(marks, row.markId);
  const conflict: Conflict | null = clash && {
    markId: clash.about.id,
    kept: tell(clash.kept),
    other: tell(clash.other),
  };
  const shown = marks.find(({ id }) => id === row.markId);
  const history = formerMarks(marks, row.markId).map(tell);
  const marked = shown ? { by: shown.by, at: shown.at } : null;
  return { version: row.version, markedAt: row.markedAt, conflict, marked, history };
}
