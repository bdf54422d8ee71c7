import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockSessions } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { clashOf } from './conflicts.ts';
import { markAttendance } from './markAttendance.server.ts';
import { readParty, readTally } from './mark.schema.server.ts';
import { imprint, type PartyValue, type SheetMark, type TallyValue } from './mark.ts';
import { sheetAccess } from './sheet-access.server.ts';

export type SettleConflictInput = {
  sessionId: string;
  /** The mark that the banner is about. */
  markId: string;
  /** KEPT: what the sheet shows; OTHER: what the colleague had marked. */
  keep: 'KEPT' | 'OTHER';
};

export type SettleConflictOutcome = { outcome: 'notFound' } | { outcome: 'settled'; again: boolean };

/** Chooses between two marks made without seeing each other. Both stay in the sheet's history. Twice is harmless. */
export async function settleConflict(
  actor: Actor,
  input: SettleConflictInput,
  now: Date,
  tx?: Tx,
): Promise<SettleConflictOutcome> {
  return inTransaction(tx, async (tx) => {
    const access = await sheetAccess(actor, input.sessionId, tx);
    if (!access?.mark) return { outcome: 'notFound' };
    const { id: sessionId, collectiviteId } = access.meeting;
    await lockSessions(tx, [sessionId]);
    const about = await tx.attendanceMark.findFirst({ where: { id: input.markId, sessionId } });
    if (!about) return { outcome: 'notFound' };
    if (about.settledAt !== null) return { outcome: 'settled', again: true };
    const line = await lineUnder(tx, sessionId, about.subjectId);
    const clash = line && clashOf(line.marks, line.markId);
    if (clash && input.keep === 'OTHER') {
      const mark = again(line, clash.other.value, now);
      await markAttendance(actor, { sessionId, marks: [mark] }, now, tx);
    }
    await tx.attendanceMark.updateMany({
      where: { sessionId, subjectId: about.subjectId, outcome: { not: 'APPLIED' }, settledAt: null },
      data: { settledAt: now, settledById: actorId(actor) },
    });
    await record(tx, now, {
      ...{ collectiviteId, actorId: actorId(actor), subject: 'session', subjectId: sessionId },
      ...{ what: 'attendance:settled', detail: { markId: about.id, keep: input.keep } },
    });
    return { outcome: 'settled', again: false };
  });
}

type Line = Awaited<ReturnType<typeof lineUnder>>;

/** A line and every mark it had. */
async function lineUnder(tx: Tx, sessionId: string, subjectId: string) {
  const isTally = subjectId === sessionId;
  const select = { markId: true, version: true, markedAt: true } as const;
  const party = isTally
    ? null
    : await tx.attendance.findUnique({ where: { id: subjectId }, select: { ...select, personId: true } });
  const row = isTally ? await tx.tally.findUnique({ where: { sessionId }, select }) : party;
  if (!row) return null;
  const rows = await tx.attendanceMark.findMany({ where: { sessionId, subjectId } });
  const marks = rows.map(({ id, outcome, markedAt, byId, settledAt, value }) => {
    const read = isTally ? readTally(value) : readParty(value);
    const kept = { id, outcome, markedAt: markedAt.getTime(), byId, settled: settledAt !== null };
    return { ...kept, value: read, imprint: imprint(read) };
  });
  const { markId, version, markedAt } = row;
  return { subjectId, personId: party?.personId ?? null, markId, version, markedAt, marks };
}

/** The other value, marked anew by one who has seen both. */
function again(line: NonNullable<Line>, value: PartyValue | TallyValue, now: Date): SheetMark {
  const made = { id: crypto.randomUUID(), base: line.version, markedAt: now.getTime() };
  if ('adults' in value) return { ...made, subject: { type: 'tally' }, value };
  const { personId, subjectId: attendanceId } = line;
  return { ...made, subject: personId ? { type: 'person', personId } : { type: 'guest', attendanceId }, value };
}
