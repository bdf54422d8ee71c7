import { isLater } from './merge.ts';

/** A mark as it is kept. */
export type KeptMark = {
  id: string;
  outcome: 'APPLIED' | 'SET_ASIDE' | 'REPLACED';
  markedAt: number;
  byId: string | null;
  imprint: string;
  settled: boolean;
};

/** Two marks that someone must choose between. */
export type Clash<Mark> = { about: Mark; kept: Mark; other: Mark };

/**
 * What is not settled of one line, the latest when there are several: the mark that is shown, and what a colleague
 * marked without having seen it. Null: nothing, or the line has come to say the same since.
 *
 * @param marks all those of the line, in any order
 * @param shownId the mark that the line shows
 */
export function clashOf<Mark extends KeptMark>(marks: readonly Mark[], shownId: string): Clash<Mark> | null {
  const ordered = [...marks].sort((a, b) => (isLater(a, b) ? -1 : 1));
  const kept = marks.find(({ id }) => id === shownId);
  const about = ordered.find(({ outcome, settled }) => outcome !== 'APPLIED' && !settled);
  if (!kept || !about) return null;
  const other =
    about.outcome === 'SET_ASIDE'
      ? about
      : ordered.find((mark) => isLater(about, mark) && mark.byId !== about.byId && mark.imprint !== about.imprint);
  return other && other.imprint !== kept.imprint ? { about, kept, other } : null;
}

/** What a line said before what it shows, the latest first. */
export function formerMarks<Mark extends KeptMark>(marks: readonly Mark[], shownId: string): Mark[] {
  return marks.filter(({ id }) => id !== shownId).sort((a, b) => (isLater(a, b) ? -1 : 1));
}
