import { createHash } from 'node:crypto';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { markAttendance, type MarkAttendanceOutcome } from './markAttendance.server.ts';
import { imprint, type PartyValue, type SheetMark, type TallyValue } from './mark.ts';
import { sheetAccess } from './sheet-access.server.ts';
import type { TypedLine, TypedSheet, TypedTally } from './sheet-form.schema.server.ts';
import { sheetState } from './sheet-state.server.ts';
import type { SheetLine } from './sheet.ts';

/** Records the sheet's form, posted whole without script: what differs from what the page showed is marked. */
export async function saveSheet(
  actor: Actor,
  input: { sessionId: string; typed: TypedSheet },
  now: Date,
  tx?: Tx,
): Promise<MarkAttendanceOutcome> {
  return inTransaction(tx, async (tx) => {
    const access = await sheetAccess(actor, input.sessionId, tx);
    if (!access?.mark) return { outcome: 'notFound' };
    const { formId, lines, tally } = input.typed;
    const shown = new Map((await sheetState(tx, access, now)).lines.map((line) => [line.key, line]));
    const marks = [
      ...lines.flatMap((typed) => lineMark(typed, shown.get(typed.key), formId, now) ?? []),
      ...[tally].flatMap((typed) => (typed && tallyMark(typed, formId, now)) ?? []),
    ];
    return markAttendance(actor, { sessionId: input.sessionId, marks }, now, tx);
  });
}

function lineMark(typed: TypedLine, line: SheetLine | undefined, formId: string, now: Date): SheetMark | null {
  if (!line) return null;
  const { key, base, before, state, late, byParent, children } = typed;
  const guest = line.value?.guest;
  const value: PartyValue = { state, late, byParent, children, ...(guest && { guest }) };
  const unmarked = before === '' && state === 'NONE';
  if (unmarked || imprint(value) === before) return null;
  return { id: idOf(formId, key, value), base, markedAt: now.getTime(), subject: line.subject, value };
}

function tallyMark({ adults, children, base, before }: TypedTally, formId: string, now: Date): SheetMark | null {
  const value: TallyValue = { adults, children };
  if ((before === '' && adults === 0 && children.every(({ count }) => count === 0)) || imprint(value) === before)
    return null;
  return { id: idOf(formId, 'tally', value), base, markedAt: now.getTime(), subject: { type: 'tally' }, value };
}

/** The same form sent twice draws the same id. */
function idOf(formId: string, key: string, value: PartyValue | TallyValue): string {
  const hash = createHash('sha256')
    .update(`${formId}|${key}|${imprint(value)}`)
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
