import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { remindersDue } from '#app/enrollment/reminders-due.server.ts';
import { remindEnrolled } from '#app/enrollment/remindEnrolled.server.ts';
import { countStatements } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, at, now, world, type World } from './world.ts';

useDatabase({ fresh: true });
let place: World;
beforeEach(async () => {
  place = await world({ ams: 2 });
});

/** Tuesday 24 November, 9 h 30: reminded on Sunday and Monday at 18 h. */
const SUNDAY = new Date('2026-11-22T17:05:00Z');
const MONDAY = new Date('2026-11-23T17:05:00Z');

async function enrolled(index = 0, sessionId = place.sessionId, more: object = {}): Promise<string> {
  const { personId } = at(index, place.ams);
  const { collectiviteId } = place;
  const row = {
    collectiviteId,
    sessionId,
    personId,
    state: 'CONFIRMED' as const,
    arrival: index + 1,
    createdById: personId,
  };
  const { id } = await db().enrollment.create({ data: { ...row, createdAt: now, changedAt: now, ...more } });
  return id;
}

const mails = () =>
  db().outgoingMail.findMany({ where: { template: 'session-reminder' }, orderBy: { queuedAt: 'asc' } });

const prop = (of: unknown, name: string): unknown => Reflect.get(Object(of), name);

describe('remindEnrolled', () => {
  it('reminds two days before and the evening before, once each', async () => {
    await enrolled();
    expect(await remindEnrolled(new Date('2026-11-22T16:55:00Z'))).toBe(0);
    expect(await remindEnrolled(SUNDAY)).toBe(1);
    expect(await remindEnrolled(new Date('2026-11-22T17:15:00Z'))).toBe(0);
    expect(await remindEnrolled(MONDAY)).toBe(1);
    expect(await remindEnrolled(MONDAY)).toBe(0);
    expect((await mails()).map(({ props }) => prop(props, 'soon'))).toEqual(['dans 2 jours', 'demain']);
  });

  it('is harmless twice at once', async () => {
    await enrolled();
    const queued = await Promise.all([remindEnrolled(MONDAY), remindEnrolled(MONDAY)]);
    expect(queued.reduce((a, b) => a + b)).toBe(1);
  });

  it('gathers the sessions of one day, not those of the next', async () => {
    const afternoon = await addSession(place, { startsAt: new Date('2026-11-24T13:00:00Z') });
    const next = await addSession(place, { startsAt: new Date('2026-11-25T08:30:00Z') });
    for (const id of [place.sessionId, afternoon, next]) await enrolled(0, id);
    expect(await remindEnrolled(MONDAY)).toBe(2);
    const lengths = (await mails()).map(({ props }) => prop(prop(props, 'sessions'), 'length'));
    expect(lengths.sort()).toEqual([1, 2]);
  });

  it('follows what she chose: another day, or none', async () => {
    await enrolled();
    await enrolled(1);
    const habits = { collectiviteId: place.collectiviteId, quietFrom: 20, quietUntil: 7, at: now };
    const [first, second] = [at(0, place.ams).personId, at(1, place.ams).personId];
    await db().messageHabits.create({ data: { ...habits, personId: first, remindDays: [] } });
    await db().messageHabits.create({ data: { ...habits, personId: second, remindDays: [3] } });
    expect(await remindEnrolled(new Date('2026-11-21T17:05:00Z'))).toBe(1);
    expect(await remindEnrolled(SUNDAY)).toBe(0);
    expect(await remindEnrolled(MONDAY)).toBe(0);
    expect((await mails()).map(({ personId }) => personId)).toEqual([second]);
  });

  it('leaves out who enrolled since, who waits, and what is cancelled or over', async () => {
    await enrolled(0, place.sessionId, { changedAt: new Date('2026-11-23T17:01:00Z') });
    await enrolled(1, place.sessionId, { state: 'WAITING' });
    const cancelled = await addSession(place, { startsAt: new Date('2026-11-24T13:00:00Z') });
    await enrolled(0, cancelled);
    await db().session.update({ where: { id: cancelled }, data: { state: 'CANCELLED' } });
    expect(await remindEnrolled(MONDAY)).toBe(0);
    expect(await remindEnrolled(new Date('2026-11-24T08:31:00Z'))).toBe(0);
  });

  it('reminds again of the day it was moved to', async () => {
    await enrolled();
    expect(await remindEnrolled(MONDAY)).toBe(1);
    const startsAt = new Date('2026-11-26T08:30:00Z');
    await db().session.update({
      where: { id: place.sessionId },
      data: { startsAt, endsAt: new Date(startsAt.getTime() + 1) },
    });
    expect(await remindEnrolled(new Date('2026-11-24T17:05:00Z'))).toBe(1);
    expect(await remindEnrolled(new Date('2026-11-25T17:05:00Z'))).toBe(1);
  });

  it('sends late what nothing sent in time, but one only', async () => {
    await enrolled();
    expect(await remindEnrolled(new Date('2026-11-24T06:30:00Z'))).toBe(1);
    expect((await mails()).map(({ props }) => prop(props, 'soon'))).toEqual(["aujourd'hui"]);
  });

  it('keeps the hour across the change of clocks', async () => {
    const monday = await addSession(place, { startsAt: new Date('2027-03-29T07:30:00Z') });
    await enrolled(0, monday);
    expect(await remindEnrolled(new Date('2027-03-27T16:59:00Z'))).toBe(0);
    expect(await remindEnrolled(new Date('2027-03-27T17:00:00Z'))).toBe(1);
    expect(await remindEnrolled(new Date('2027-03-28T15:59:00Z'))).toBe(0);
    expect(await remindEnrolled(new Date('2027-03-28T16:00:00Z'))).toBe(1);
  });

  it('keeps an ANALYSE to itself', async () => {
    await enrolled();
    await db().activity.update({ where: { id: place.activityId }, data: { kind: 'ANALYSE' } });
    await remindEnrolled(MONDAY);
    expect((await mails()).map(({ props }) => prop(props, 'confidential'))).toEqual([true]);
  });

  it('asks as many queries for 1 as for 30', async () => {
    const one = await countStatements(() => remindersDue(db(), MONDAY));
    for (let i = 0; i < 30; i += 1) {
      const startsAt = new Date(Date.parse('2026-11-24T10:00:00Z') + i * 60_000);
      await enrolled(0, await addSession(place, { startsAt }));
    }
    expect(await countStatements(() => remindersDue(db(), MONDAY))).toBe(one);
  });
});
