import type { Tx } from '#app/db/client.server.ts';
import type { SheetAccess } from './sheet-access.server.ts';
import { capital, when } from '#app/time/french.ts';
import { attendancesOf, enrolledOf, marksOf } from './sheet-facts.server.ts';
import { lineOf, tallyOf, type Listed } from './sheet-lines.ts';
import type { SheetLine, SheetState } from './sheet.ts';

/** What the sheet shows now, for who may read names; the same number of queries whatever its length. */
export async function sheetState(tx: Tx, { meeting }: SheetAccess, now: Date): Promise<SheetState> {
  const enrolled = await enrolledOf(tx, meeting.id);
  const rows = await attendancesOf(tx, meeting.id);
  const marks = await marksOf(tx, meeting.id, meeting.zone);
  const tallyRow = await tx.tally.findUnique({ where: { sessionId: meeting.id } });
  const byPerson = new Map(rows.flatMap((row) => (row.listed.personId ? [[row.listed.personId, row] as const] : [])));
  const listed = new Set(enrolled.map(({ personId }) => personId));
  const lines = [
    ...enrolled.map((one) => {
      const row = byPerson.get(one.personId) ?? null;
      const group = one.group === 'WAITING' && row && row.listed ? came(one, row, marks) : one.group;
      return lineOf({ ...one, group }, row, marks.get(row?.listed.attendanceId ?? '')?.parties ?? []);
    }),
    ...rows
      .filter(({ listed: { personId } }) => personId === null || !listed.has(personId))
      .map((row) => lineOf(row.listed, row, marks.get(row.listed.attendanceId ?? '')?.parties ?? [])),
  ].flatMap((line) => (line ? [line] : []));
  const free = meeting.rules.mode === 'FREE' || tallyRow !== null;
  const shown = tallyRow && { ...tallyRow, markedAt: tallyRow.markedAt.getTime() };
  const tally = free ? tallyOf(shown, marks.get(meeting.id)?.tallies ?? []) : null;
  const { startsAt, endsAt, zone, state } = meeting;
  const moment = { when: capital(when(startsAt, endsAt, zone)), cancelled: state === 'CANCELLED' };
  return { lines: lines.filter(isWorthShowing).sort(byName), tally, ...moment, toldAt: now.getTime() };
}

/** One who waited, and whose mark says that she came. */
function came(one: Listed, row: { markId: string; listed: Listed }, marks: Awaited<ReturnType<typeof marksOf>>) {
  const shown = marks.get(row.listed.attendanceId ?? '')?.parties.find(({ id }) => id === row.markId);
  return shown?.value.state === 'PRESENT' ? 'WALK_IN' : one.group;
}

/** A walk-in added by mistake and taken back leaves the sheet; her marks are kept. */
function isWorthShowing({ group, value, conflict }: SheetLine): boolean {
  return group !== 'WALK_IN' || conflict !== null || (value !== null && value.state !== 'NONE');
}

function byName(a: SheetLine, b: SheetLine): number {
  return a.name.localeCompare(b.name, 'fr') || (a.key < b.key ? -1 : 1);
}
