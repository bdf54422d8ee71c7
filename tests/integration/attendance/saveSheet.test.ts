import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { imprint } from '#app/attendance/mark.ts';
import { saveSheet } from '#app/attendance/saveSheet.server.ts';
import type { TypedLine, TypedSheet } from '#app/attendance/sheet-form.schema.server.ts';
import { countThere, type SheetLine } from '#app/attendance/sheet.ts';
import { db } from '#app/db/client.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addStaff, at, world } from '#tests/integration/enrollment/world.ts';
import { before, bookedWorld, during, lineFor, personMark, send, SMALL, stateOf } from './sheets.ts';

useDatabase();

const nobodyElse = { outcome: 'notFound' };

/** A line as the page posts it back. */
function typed({ key, version, value }: SheetLine, change: Partial<TypedLine> = {}): TypedLine {
  const shown = value ?? { state: 'NONE', late: false, byParent: false, children: [SMALL] };
  const { state, late, byParent } = shown;
  const said = { state, late, byParent, children: [...shown.children] };
  return { key, ...said, base: version, before: value ? imprint(value) : '', ...change };
}

const sheet = (lines: TypedLine[], change: Partial<TypedSheet> = {}): TypedSheet => ({
  ...{ formId: randomUUID(), lines, tally: null },
  ...change,
});

describe('saveSheet', () => {
  it('marks what was changed and nothing else, once however often the form is sent', async () => {
    const { ams, animator, sessionId } = await bookedWorld({ ams: 3 });
    const first = await lineFor(animator, sessionId, at(0, ams));
    const second = await lineFor(animator, sessionId, at(1, ams));
    const third = await lineFor(animator, sessionId, at(2, ams));
    const form = sheet([typed(first, { state: 'PRESENT' }), typed(second, { state: 'ABSENT' }), typed(third)]);
    expect(await saveSheet(animator, { sessionId, typed: form }, during)).toMatchObject({
      outcome: 'marked',
      answers: [{ outcome: 'APPLIED' }, { outcome: 'APPLIED' }],
    });
    expect(await saveSheet(animator, { sessionId, typed: form }, during)).toMatchObject({
      answers: [{ outcome: 'DUPLICATE' }, { outcome: 'DUPLICATE' }],
    });
    expect(countThere(await stateOf(animator, sessionId))).toEqual({ adults: 1, children: 1 });
    expect(await db().attendanceMark.count({ where: { sessionId } })).toBe(2);
  });

  it('marks nothing when the page comes back as it was shown', async () => {
    const { ams, animator, sessionId } = await bookedWorld({ ams: 1 });
    await send(animator, sessionId, [personMark(at(0, ams))]);
    const form = sheet([typed(await lineFor(animator, sessionId, at(0, ams)))]);
    expect(await saveSheet(animator, { sessionId, typed: form }, during)).toEqual({ outcome: 'marked', answers: [] });
  });

  it('tells of a colleague’s mark that the page did not show', async () => {
    const made = await bookedWorld({ ams: 1 });
    const { ams, animator, sessionId, relaisId } = made;
    const colleague = await addStaff(made, { role: 'ANIMATOR', relaisId });
    const shown = await lineFor(animator, sessionId, at(0, ams));
    await send(colleague, sessionId, [personMark(at(0, ams), { state: 'ABSENT' })]);
    const form = sheet([typed(shown, { state: 'PRESENT' })]);
    const later = new Date(during.getTime() + 60_000);
    expect(await saveSheet(animator, { sessionId, typed: form }, later)).toMatchObject({
      answers: [{ outcome: 'REPLACED', conflict: true }],
    });
    const line = await lineFor(animator, sessionId, at(0, ams));
    expect(line.value?.state).toBe('PRESENT');
    expect(line.conflict).not.toBeNull();
  });

  it('counts in free access those whom nobody names', async () => {
    const { animator, sessionId } = await bookedWorld({ ams: 1 });
    const tally = { adults: 4, children: [{ fromMonths: 18, untilMonths: 36, count: 6 }], base: 0, before: '' };
    const form = sheet([], { tally });
    expect(await saveSheet(animator, { sessionId, typed: form }, during)).toMatchObject({ outcome: 'marked' });
    expect(countThere(await stateOf(animator, sessionId))).toEqual({ adults: 4, children: 6 });
  });

  it('ignores lines that are not on this sheet', async () => {
    const { animator, sessionId, ams } = await bookedWorld({ ams: 1 });
    const line = await lineFor(animator, sessionId, at(0, ams));
    const form = sheet([typed({ ...line, key: `p-${randomUUID()}` }, { state: 'PRESENT' })]);
    expect(await saveSheet(animator, { sessionId, typed: form }, during)).toEqual({ outcome: 'marked', answers: [] });
  });

  it('is refused before the day, to another relais, to the AM, and to who only reads', async () => {
    const made = await bookedWorld({ ams: 1 });
    const { animator, sessionId, ams, relaisId } = made;
    const form = sheet([typed(await lineFor(animator, sessionId, at(0, ams)), { state: 'PRESENT' })]);
    const input = { sessionId, typed: form };
    expect(await saveSheet(animator, input, before)).toEqual({ outcome: 'notYet', date: '2026-11-24' });
    const elsewhere = await world();
    const secretary = await addStaff(made, { role: 'SECRETARY', relaisId });
    for (const actor of [elsewhere.animator, at(0, ams), secretary]) {
      expect(await saveSheet(actor, input, during)).toEqual(nobodyElse);
    }
    expect(await db().attendanceMark.count({ where: { sessionId } })).toBe(0);
  });
});
