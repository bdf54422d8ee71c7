import { describe, expect, it } from 'vitest';
import { settleConflict } from '#app/attendance/settleConflict.server.ts';
import { db } from '#app/db/client.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addStaff, at, world } from '#tests/integration/enrollment/world.ts';
import { bookedWorld, during, lineFor, personMark, send, tallyMark, stateOf } from './sheets.ts';

useDatabase();

const now = new Date(during.getTime() + 3_600_000);

/** Léa marks her absent, then Ana, who had not seen it, present: the later one holds. */
async function conflicting() {
  const made = await bookedWorld();
  const { ams, animator, sessionId, relaisId } = made;
  const ana = await addStaff(made, { role: 'ANIMATOR', relaisId });
  const am = at(0, ams);
  await send(animator, sessionId, [personMark(am, { state: 'ABSENT' })], now);
  await send(ana, sessionId, [personMark(am, {}, { markedAt: during.getTime() + 60_000 })], now);
  const { conflict } = await lineFor(animator, sessionId, am);
  if (!conflict) throw new Error('no conflict');
  return { ...made, ana, am, conflict };
}

describe('settleConflict', () => {
  it.each([
    ['KEPT', 'PRESENT', 2],
    ['OTHER', 'ABSENT', 3],
  ] as const)('keeps %s: %s; both marks stay', async (keep, state, marks) => {
    const { animator, sessionId, am, conflict } = await conflicting();
    expect(conflict).toMatchObject({
      kept: { words: 'présente, 1 enfant', by: 'Léa Martin' },
      other: { words: 'absence non prévenue', by: 'Léa Martin' },
    });
    const input = { sessionId, markId: conflict.markId, keep };
    expect(await settleConflict(animator, input, now)).toEqual({ outcome: 'settled', again: false });
    const line = await lineFor(animator, sessionId, am);
    expect([line.value?.state, line.conflict]).toEqual([state, null]);
    expect(await db().attendanceMark.count({ where: { sessionId } })).toBe(marks);
    expect(await settleConflict(animator, input, now)).toEqual({ outcome: 'settled', again: true });
    expect(await db().attendanceMark.count({ where: { sessionId } })).toBe(marks);
    expect(await db().presence.count({ where: { sessionId } })).toBe(state === 'PRESENT' ? 1 : 0);
  });

  it('settles a count of those nobody names', async () => {
    const made = await world({ rules: { mode: 'FREE' } });
    const ana = await addStaff(made, { role: 'ANIMATOR', relaisId: made.relaisId });
    await send(made.animator, made.sessionId, [tallyMark({ adults: 4, children: [] })], now);
    const later = { markedAt: during.getTime() + 1 };
    await send(ana, made.sessionId, [tallyMark({ adults: 6, children: [] }, later)], now);
    const markId = (await stateOf(ana, made.sessionId)).tally?.conflict?.markId ?? '';
    await settleConflict(ana, { sessionId: made.sessionId, markId, keep: 'OTHER' }, now);
    expect((await stateOf(ana, made.sessionId)).tally).toMatchObject({ value: { adults: 4 }, conflict: null });
  });

  it('is for whoever may mark there', async () => {
    const made = await conflicting();
    const { sessionId, conflict, relaisId } = made;
    const input = { sessionId, markId: conflict.markId, keep: 'KEPT' } as const;
    const secretary = await addStaff(made, { role: 'SECRETARY', relaisId });
    for (const actor of [secretary, (await world()).animator, made.am]) {
      expect(await settleConflict(actor, input, now)).toEqual({ outcome: 'notFound' });
    }
    const theirs = await conflicting();
    const wrong = { ...input, markId: theirs.conflict.markId };
    expect(await settleConflict(made.animator, wrong, now)).toEqual({ outcome: 'notFound' });
  });
});
