import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { book } from '#app/enrollment/book.server.ts';
import { stepDown } from '#app/enrollment/stepDown.server.ts';
import { withdrawalPage } from '#app/enrollment/withdrawals.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { at, now, statesOf, withChildren, world } from './world.ts';

useDatabase();

describe('the booking form', () => {
  it('books, then changes the children of what it booked', async () => {
    const { ams, sessionId } = await world();
    const am = at(0, ams);
    expect(await book(am, sessionId, withChildren(1), now)).toMatchObject({ kind: 'done', severity: 'success' });
    const page = await withdrawalPage(am, sessionId, now);
    const enrollmentId = page?.enrollmentId;
    expect(await book(am, sessionId, { ...withChildren(3), enrollmentId }, now)).toMatchObject({ kind: 'done' });
    expect((await withdrawalPage(am, sessionId, now))?.words).toBe('Vous êtes inscrite avec 3 enfants');
  });

  it('says at the children what is wrong with them', async () => {
    const { ams, sessionId } = await world();
    expect(await book(at(0, ams), sessionId, withChildren(0), now)).toMatchObject({
      kind: 'refused',
      field: 'enfants',
    });
    expect(await book(at(0, ams), sessionId, withChildren(5), now)).toMatchObject({
      kind: 'refused',
      field: 'enfants',
    });
  });

  it('keeps the place when more children do not fit', async () => {
    const { ams, sessionId } = await world({ maxChildren: 2 });
    await book(at(0, ams), sessionId, withChildren(2), now);
    const enrollmentId = (await withdrawalPage(at(0, ams), sessionId, now))?.enrollmentId;
    const answer = await book(at(0, ams), sessionId, { ...withChildren(3), enrollmentId }, now);
    expect(answer).toMatchObject({ kind: 'refused' });
    expect(Object.values(await statesOf(sessionId))).toEqual(['CONFIRMED']);
  });

  it('knows no session of another collectivité, nor another’s enrolment', async () => {
    const { ams, sessionId } = await world();
    const far = await world();
    expect(await book(at(0, far.ams), sessionId, withChildren(1), now)).toBeNull();
    await book(at(0, ams), sessionId, withChildren(1), now);
    const enrollmentId = (await withdrawalPage(at(0, ams), sessionId, now))?.enrollmentId;
    expect(await book(at(1, ams), sessionId, { ...withChildren(1), enrollmentId }, now)).toBeNull();
  });
});

describe('the withdrawal page', () => {
  it('says what is given back; withdrawing twice is harmless', async () => {
    const { ams, sessionId } = await world();
    const am = at(0, ams);
    expect(await withdrawalPage(am, sessionId, now)).toBeNull();
    await book(am, sessionId, withChildren(2), now);
    const page = await withdrawalPage(am, sessionId, now);
    expect(page).toMatchObject({ state: 'CONFIRMED', started: false, late: false });
    const id = page?.enrollmentId ?? '';
    expect(await stepDown(am, id, now)).toMatchObject({ kind: 'done', severity: 'success' });
    expect(await stepDown(am, id, now)).toMatchObject({ kind: 'done', severity: 'info' });
    expect(await withdrawalPage(am, sessionId, now)).toMatchObject({ state: null });
    expect(await stepDown(at(1, ams), id, now)).toBeNull();
    expect(await stepDown(am, randomUUID(), now)).toBeNull();
  });

  it('tells that it is late after closing, and impossible after the start', async () => {
    const { ams, sessionId } = await world();
    await book(at(0, ams), sessionId, withChildren(1), now);
    const evening = new Date('2026-11-23T20:00:00Z');
    expect(await withdrawalPage(at(0, ams), sessionId, evening)).toMatchObject({ late: true, started: false });
    const during = new Date('2026-11-24T09:00:00Z');
    const page = await withdrawalPage(at(0, ams), sessionId, during);
    expect(page).toMatchObject({ started: true });
    expect(await stepDown(at(0, ams), page?.enrollmentId ?? '', during)).toMatchObject({ kind: 'refused' });
  });
});
