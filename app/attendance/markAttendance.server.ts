import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockSessions } from '#app/db/locks.server.ts';
import { dateOf, type LoadedMeeting } from '#app/enrollment/meetings.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { communesOf, frozenFacts, frozenGuest, type Frozen } from './frozen.server.ts';
import { loadHoldings } from './holdings.server.ts';
import { imprint, keyOf, normalParty, normalTally, type PartyValue, type SheetMark } from './mark.ts';
import { merge } from './merge.ts';
import { sheetAccess } from './sheet-access.server.ts';
import { writeMarks, type Decided, type MarkRow, type Shown } from './writeMarks.server.ts';

export type MarkAnswer = {
  id: string;
  /** DUPLICATE: received before, nothing done; REFUSED: about nobody of this collectivité, or of another sheet. */
  outcome: 'APPLIED' | 'SET_ASIDE' | 'REPLACED' | 'DUPLICATE' | 'REFUSED';
  conflict: boolean;
};

export type MarkAttendanceOutcome =
  | { outcome: 'notFound' }
  /** The sheet opens on the session's local day. */
  | { outcome: 'notYet'; date: string }
  | { outcome: 'marked'; answers: MarkAnswer[] };

/**
 * Records what happened at a session (rule 9): who came, with how many children, walk-ins, those who did not come; or how
 * many, nobody named. A batch sent twice is recorded once; marks that arrive late, or in another order, give the same
 * sheet. Ceilings and quotas refuse nothing here.
 */
export async function markAttendance(
  actor: Actor,
  input: { sessionId: string; marks: readonly SheetMark[] },
  now: Date,
  tx?: Tx,
): Promise<MarkAttendanceOutcome> {
  return inTransaction(tx, async (tx) => {
    const access = await sheetAccess(actor, input.sessionId, tx);
    if (!access?.mark) return { outcome: 'notFound' };
    const { meeting } = access;
    const date = dateOf(meeting);
    if (localDate(now, meeting.zone) < date) return { outcome: 'notYet', date };
    await lockSessions(tx, [meeting.id]);
    const decided = await decideAll(tx, meeting, input.marks, actorId(actor), now);
    await writeMarks(tx, meeting, decided, now);
    await tellHistory(tx, meeting, decided, actorId(actor), now);
    return { outcome: 'marked', answers: decided.answers };
  });
}

async function decideAll(
  tx: Tx,
  meeting: LoadedMeeting,
  marks: readonly SheetMark[],
  byId: string | null,
  now: Date,
): Promise<Decided & { answers: MarkAnswer[] }> {
  const known = await knownIds(tx, marks);
  const holdings = await loadHoldings(tx, meeting.id, marks);
  const facts = await factsOf(tx, meeting, marks);
  const rows: MarkRow[] = [];
  const shown = new Map<string, Shown>();
  const answers: MarkAnswer[] = [];
  for (const mark of marks) {
    const answer = (outcome: MarkAnswer['outcome'], conflict = false) =>
      void answers.push({ id: mark.id, outcome, conflict });
    const seenIn = known.get(mark.id);
    const facing = facts(mark);
    if (seenIn === meeting.id) answer('DUPLICATE');
    else if (seenIn !== undefined || facing === null) answer('REFUSED');
    else {
      const key = keyOf(mark.subject);
      const held = holdings.get(key) ?? null;
      const value = 'adults' in mark.value ? normalTally(mark.value) : normalParty(mark.value);
      const incoming = { id: mark.id, base: mark.base, byId, imprint: imprint(value) };
      const merged = merge(held, { ...incoming, markedAt: Math.min(mark.markedAt, now.getTime()) });
      const { markedAt, version, outcome } = merged;
      const rowId = held?.rowId ?? newRowId(mark, meeting.id);
      rows.push({ ...merged, id: mark.id, subjectId: rowId, value, base: mark.base, byId });
      const marks = [...(held?.marks ?? []), { ...incoming, markedAt, version }];
      const isWon = held === null || outcome !== 'SET_ASIDE';
      const next = isWon ? { rowId, markId: mark.id, version, markedAt, marks } : { ...held, marks };
      holdings.set(key, next);
      if (isWon) {
        const isNew = shown.get(key)?.isNew ?? !held;
        shown.set(key, { ...next, byId, subject: mark.subject, value, frozen: facing, isNew });
      }
      known.set(mark.id, meeting.id);
      answer(merged.outcome, merged.conflict);
    }
  }
  return { rows, shown: [...shown.values()], answers };
}

function newRowId({ subject }: SheetMark, sessionId: string): string {
  if (subject.type === 'tally') return sessionId;
  return subject.type === 'guest' ? subject.attendanceId : crypto.randomUUID();
}

/** The session of each mark received before. */
async function knownIds(tx: Tx, marks: readonly SheetMark[]): Promise<Map<string, string>> {
  const found = await tx.attendanceMark.findMany({
    where: { id: { in: marks.map(({ id }) => id) } },
    select: { id: true, sessionId: true },
  });
  return new Map(found.map(({ id, sessionId }) => [id, sessionId]));
}

const NOBODY: Frozen = { kind: 'OTHER', homeRelaisId: null, communeId: null, communeName: null, outside: null };

/** What to freeze of whom a mark is about; null: she is nobody of this collectivité, or the line is another sheet's. */
async function factsOf(
  tx: Tx,
  meeting: LoadedMeeting,
  marks: readonly SheetMark[],
): Promise<(mark: SheetMark) => Frozen | null> {
  const personIds = marks.flatMap(({ subject }) => (subject.type === 'person' ? [subject.personId] : []));
  const guestIds = marks.flatMap(({ subject }) => (subject.type === 'guest' ? [subject.attendanceId] : []));
  const persons = await frozenFacts(tx, meeting, [...new Set(personIds)]);
  const communes = guestIds.length > 0 ? await communesOf(tx, meeting) : new Map();
  const taken = await tx.attendance.findMany({
    where: { id: { in: guestIds }, OR: [{ sessionId: { not: meeting.id } }, { personId: { not: null } }] },
    select: { id: true },
  });
  const elsewhere = new Set(taken.map(({ id }) => id));
  return ({ subject, value }) => {
    if (subject.type === 'tally') return 'adults' in value ? NOBODY : null;
    if ('adults' in value) return null;
    if (subject.type === 'person') return persons.get(subject.personId) ?? null;
    return elsewhere.has(subject.attendanceId) ? null : guestFacts(value, communes);
  };
}

function guestFacts(value: PartyValue, communes: Parameters<typeof frozenGuest>[1]): Frozen {
  return value.guest ? frozenGuest(value.guest, communes) : NOBODY;
}

/** Who marked how much and when; what each mark said stays in the marks. */
async function tellHistory(
  tx: Tx,
  { id, collectiviteId }: LoadedMeeting,
  { rows }: Decided,
  byId: string | null,
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const conflicts = rows.filter(({ conflict }) => conflict).length;
  const detail = { marks: rows.length, conflicts };
  await record(tx, now, {
    ...{ collectiviteId, actorId: byId, subject: 'session', subjectId: id },
    ...{ what: 'attendance:marked', detail },
  });
}
