import type { LedLine } from '#app/mail/templates.ts';
import type { Leader, LedMeeting } from './leaders.server.ts';

/** A session as it was and as it is; `after` null: the draft is no more. */
export type LedChange = {
  before: LedMeeting | null;
  after: LedMeeting | null;
  /** Another hour, day or place. */
  moved: boolean;
  /** What else changes, in sentences. */
  notes: readonly string[];
};

/** What one of those who lead hears of a session. */
export type Heard = { leader: Leader; meeting: LedMeeting; line: LedLine };

/**
 * Whom a change concerns, and what each hears: an intervenant hears of all that changes for him, of drafts too; an
 * animator only of a published session that moves or is cancelled, and never of what she did herself.
 */
export function heardOf(change: LedChange, actorId: string | null): Heard[] {
  const { before, after } = change;
  const people = new Map([...(before?.leaders ?? []), ...(after?.leaders ?? [])].map((one) => [one.personId, one]));
  return [...people.values()].flatMap((leader) => {
    const meeting = after ?? before;
    const what = leader.personId === actorId ? null : whatFor(change, leader);
    if (!meeting || what === null || leader.email === null) return [];
    const isMove = change.moved && what !== 'PROPOSED' && what !== 'CANCELLED' && what !== 'REMOVED';
    const was =
      isMove && before ? { when: before.words.when, place: before.words.place, address: before.words.address } : null;
    const notes = what === 'CANCELLED' || what === 'REMOVED' || what === 'PROPOSED' ? [] : [...change.notes];
    return [{ leader, meeting, line: { session: meeting.words, what, before: was, notes } }];
  });
}

function whatFor(change: LedChange, { personId }: Leader): LedLine['what'] | null {
  const { before, after, moved, notes } = change;
  const find = (meeting: LedMeeting | null) => meeting?.leaders.find((one) => one.personId === personId);
  const [was, is] = [find(before), find(after)];
  if ((was ?? is)?.role === 'ANIMATOR') {
    if (!was || !is || after?.state === 'DRAFT') return null;
    if (after?.state === 'CANCELLED') return 'CANCELLED';
    return moved ? 'MOVED' : null;
  }
  const held = was !== undefined && was.state !== 'DECLINED';
  if (!is) return held ? 'REMOVED' : null;
  if (is.state === 'DECLINED') return null;
  if (after?.state === 'CANCELLED') return 'CANCELLED';
  if (!held) return is.state === 'PROPOSED' ? 'PROPOSED' : null;
  if (is.state === 'PROPOSED' && (moved || was.state === 'ACCEPTED')) return 'ASKED_AGAIN';
  if (moved) return 'MOVED';
  return notes.length > 0 ? 'CHANGED' : null;
}
