import type { Tx } from '#app/db/client.server.ts';
import { imprint, keyOf, type SheetMark } from './mark.ts';
import { readParty, readTally } from './mark.schema.server.ts';
import type { Former, Holding } from './merge.ts';

/** What the sheet shows now of one subject, and the row that holds it. */
export type Held = Holding & { rowId: string };

/** What is marked of these subjects, by key; two queries whatever their number. */
export async function loadHoldings(
  tx: Tx,
  sessionId: string,
  touched: readonly Pick<SheetMark, 'subject'>[],
): Promise<Map<string, Held>> {
  const subjects = touched.map(({ subject }) => subject);
  const personIds = subjects.flatMap((one) => (one.type === 'person' ? [one.personId] : []));
  const guestIds = subjects.flatMap((one) => (one.type === 'guest' ? [one.attendanceId] : []));
  const select = { id: true, personId: true, markId: true, version: true, markedAt: true } as const;
  const parties = await tx.attendance.findMany({
    where: { sessionId, OR: [{ personId: { in: personIds } }, { id: { in: guestIds }, personId: null }] },
    select,
  });
  const tally = subjects.some(({ type }) => type === 'tally')
    ? await tx.tally.findUnique({ where: { sessionId } })
    : null;
  const rows = await tx.attendanceMark.findMany({
    where: { subjectId: { in: [...parties.map(({ id }) => id), ...(tally ? [sessionId] : [])] }, sessionId },
    select: { id: true, subjectId: true, markedAt: true, byId: true, value: true, version: true },
  });
  const marksOf = (subjectId: string, read: (value: unknown) => string): Former[] =>
    rows
      .filter((mark) => mark.subjectId === subjectId)
      .map(({ id, markedAt, byId, version, value }) => ({
        ...{ id, byId, version, markedAt: markedAt.getTime(), imprint: read(value) },
      }));
  const held = parties.map(({ id, personId, markId, version, markedAt }) => {
    const subject =
      personId === null ? ({ type: 'guest', attendanceId: id } as const) : ({ type: 'person', personId } as const);
    const marks = marksOf(id, (value) => imprint(readParty(value)));
    return [keyOf(subject), { rowId: id, markId, version, markedAt: markedAt.getTime(), marks }] as const;
  });
  if (!tally) return new Map(held);
  const { markId, version, markedAt } = tally;
  const marks = marksOf(sessionId, (value) => imprint(readTally(value)));
  return new Map([...held, ['tally', { rowId: sessionId, markId, version, markedAt: markedAt.getTime(), marks }]]);
}
