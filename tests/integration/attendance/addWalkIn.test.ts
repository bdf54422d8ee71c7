import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addWalkIn } from '#app/attendance/addWalkIn.server.ts';
import { readWalkIn, type WalkIn } from '#app/attendance/sheet-form.schema.server.ts';
import { countThere } from '#app/attendance/sheet.ts';
import { db } from '#app/db/client.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addStaff, at, world } from '#tests/integration/enrollment/world.ts';
import { before, bookedWorld, during, SMALL, stateOf } from './sheets.ts';

useDatabase();

const nobodyElse = { outcome: 'notFound' };

function walkInOf(change: Partial<WalkIn> = {}): WalkIn {
  return {
    ...{ markId: randomUUID(), attendanceId: randomUUID(), personId: null, children: [SMALL] },
    guest: { kind: 'PARENT', label: 'Julie', commune: null },
    ...change,
  };
}

describe('addWalkIn', () => {
  it('adds someone without a file, once however often the page is sent', async () => {
    const { animator, sessionId } = await bookedWorld({ ams: 1 });
    const walkIn = walkInOf();
    const first = await addWalkIn(animator, { sessionId, walkIn }, during);
    const second = await addWalkIn(animator, { sessionId, walkIn }, during);
    expect(first).toMatchObject({ outcome: 'marked', answers: [{ outcome: 'APPLIED' }] });
    expect(second).toMatchObject({ outcome: 'marked', answers: [{ outcome: 'DUPLICATE' }] });
    const state = await stateOf(animator, sessionId);
    expect(countThere(state)).toEqual({ adults: 1, children: 1 });
    expect(state.lines.find(({ group }) => group === 'WALK_IN')?.name).toBe('Julie');
    expect(await db().enrollment.count({ where: { sessionId } })).toBe(1);
  });

  it('adds someone who has a file, over every ceiling, without enrolling her', async () => {
    const made = await bookedWorld({ ams: 1, maxAdults: 1, maxChildren: 1 });
    const { animator, sessionId } = made;
    const known = await addStaff(made, { role: 'SECRETARY', relaisId: made.relaisId });
    const walkIn = walkInOf({ personId: known.personId });
    expect(await addWalkIn(animator, { sessionId, walkIn }, during)).toMatchObject({ outcome: 'marked' });
    expect(await db().attendance.findFirst({ where: { sessionId } })).toMatchObject({
      personId: known.personId,
      walkIn: true,
      label: null,
    });
    expect(await db().enrollment.count({ where: { sessionId, personId: known.personId } })).toBe(0);
  });

  it('is refused before the day, to another relais, to the AM, and to who only reads', async () => {
    const made = await bookedWorld({ ams: 1 });
    const { sessionId, animator, ams, relaisId } = made;
    const walkIn = walkInOf();
    expect(await addWalkIn(animator, { sessionId, walkIn }, before)).toEqual({
      outcome: 'notYet',
      date: '2026-11-24',
    });
    const elsewhere = await world();
    const secretary = await addStaff(made, { role: 'SECRETARY', relaisId });
    for (const actor of [elsewhere.animator, at(0, ams), secretary]) {
      expect(await addWalkIn(actor, { sessionId, walkIn }, during)).toEqual(nobodyElse);
    }
    expect(await db().attendanceMark.count({ where: { sessionId } })).toBe(0);
  });

  it('does not take a person of another collectivité', async () => {
    const { animator, sessionId } = await bookedWorld({ ams: 1 });
    const { ams } = await world();
    const walkIn = walkInOf({ personId: at(0, ams).personId });
    const refused = { outcome: 'marked', answers: [{ outcome: 'REFUSED' }] };
    expect(await addWalkIn(animator, { sessionId, walkIn }, during)).toMatchObject(refused);
    expect(await db().attendance.count({ where: { sessionId } })).toBe(0);
  });

  it('records a cancelled session’s too: the sheet refuses nothing that happened', async () => {
    const { animator, sessionId } = await bookedWorld({ ams: 1 });
    await db().session.update({ where: { id: sessionId }, data: { state: 'CANCELLED' } });
    expect(await addWalkIn(animator, { sessionId, walkIn: walkInOf() }, during)).toMatchObject({ outcome: 'marked' });
    expect((await stateOf(animator, sessionId)).cancelled).toBe(true);
  });

  it('reads a name of three hundred letters and keeps its beginning', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ marque: randomUUID(), ligne: randomUUID(), type: 'PARENT' })) {
      form.set(name, value);
    }
    form.set('prenom', 'Marie '.repeat(50));
    expect(readWalkIn(form)?.guest.label).toBe('Marie '.repeat(7).slice(0, 40).trim());
    form.set('bande-venue-18-36', 'beaucoup');
    expect(readWalkIn(form)).toBeNull();
  });
});
