import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { digestMoment } from '#app/enrollment/digest-people.server.ts';
import { sendDigests } from '#app/enrollment/sendDigests.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, at, now, world, type World } from './world.ts';

useDatabase({ fresh: true });
let place: World;
/** 20 November is a Friday. */
const MONDAY = new Date('2026-11-23T06:00:00Z');
beforeEach(async () => {
  place = await world({ ams: 2, rules: { reglement: 'NOT_ASKED' } });
});

async function asks(index: number, since = new Date('2026-11-18T10:00:00Z')) {
  const { personId } = at(index, place.ams);
  const { collectiviteId } = place;
  const kind = { kind: 'DIGEST' as const, channel: 'MAIL' as const, wanted: true };
  await db().messagePreference.create({ data: { personId, collectiviteId, ...kind, at: since } });
}

async function publish(startsAt: string, publishedAt = now, more: object = {}): Promise<string> {
  const id = await addSession(place, { startsAt: new Date(startsAt) });
  await db().session.update({ where: { id }, data: { publishedAt, ...more } });
  return id;
}

const mails = () => db().outgoingMail.findMany({ where: { template: 'new-sessions' } });
const listed = async () =>
  (await mails()).map(({ props }) => {
    const sessions: unknown = Reflect.get(Object(props), 'sessions');
    return Array.isArray(sessions) ? sessions.map((one): unknown => Reflect.get(Object(one), 'sessionId')) : [];
  });

describe('the moment', () => {
  it.each([
    ['2026-11-23T06:00:00Z', '2026-11-23T06:00:00Z'],
    ['2026-11-23T05:59:00Z', '2026-11-16T06:00:00Z'],
    ['2026-11-29T22:00:00Z', '2026-11-23T06:00:00Z'],
    ['2026-10-26T10:00:00Z', '2026-10-26T06:00:00Z'],
    ['2026-10-25T10:00:00Z', '2026-10-19T05:00:00Z'],
    ['2027-03-29T10:00:00Z', '2027-03-29T05:00:00Z'],
  ])('at %s is %s', (given, moment) => {
    expect(digestMoment(new Date(given), 'Europe/Paris')).toEqual(new Date(moment));
  });
});

describe('sendDigests', () => {
  it('goes on Monday at 7 h to who asked, once, with what is new', async () => {
    await asks(0);
    const fresh = await publish('2026-12-08T08:30:00Z');
    await publish('2026-12-15T08:30:00Z', new Date('2026-11-17T10:00:00Z'));
    expect(await sendDigests(new Date('2026-11-23T05:55:00Z'))).toBe(0);
    expect(await sendDigests(MONDAY)).toBe(1);
    expect(await sendDigests(MONDAY)).toBe(0);
    expect(await listed()).toEqual([[fresh]]);
    expect((await mails())[0]?.personId).toBe(at(0, place.ams).personId);
    const next = await publish('2026-12-22T08:30:00Z', new Date('2026-11-25T10:00:00Z'));
    expect(await sendDigests(new Date('2026-11-27T10:00:00Z'))).toBe(0);
    expect(await sendDigests(new Date('2026-11-30T06:05:00Z'))).toBe(1);
    expect(await listed()).toContainEqual([next]);
  });

  it('is harmless twice at once', async () => {
    await asks(0);
    await publish('2026-12-08T08:30:00Z');
    const queued = await Promise.all([sendDigests(MONDAY), sendDigests(MONDAY)]);
    expect(queued.reduce((a, b) => a + b)).toBe(1);
  });

  it('is not sent when there is nothing: not published, booked, an ANALYSE, not for her', async () => {
    await asks(0);
    await publish('2026-12-08T08:30:00Z', now, { state: 'DRAFT' });
    const booked = await publish('2026-12-09T08:30:00Z');
    const { personId } = at(0, place.ams);
    const row = { collectiviteId: place.collectiviteId, sessionId: booked, personId, state: 'CONFIRMED' as const };
    await db().enrollment.create({
      data: { ...row, arrival: 1, createdById: personId, createdAt: now, changedAt: now },
    });
    const elsewhere = await db().activity.create({
      data: {
        ...{ collectiviteId: place.collectiviteId, relaisId: place.relaisId, state: 'PUBLISHED', title: 'Groupe' },
        kind: 'ANALYSE',
      },
    });
    await publish('2026-12-10T08:30:00Z', now, { activityId: elsewhere.id });
    expect(await sendDigests(MONDAY)).toBe(0);
    expect(await mails()).toEqual([]);
  });

  it('follows a kind, a place, a relais', async () => {
    await asks(0);
    await asks(1);
    const [first, second] = [at(0, place.ams).personId, at(1, place.ams).personId];
    const follow = { collectiviteId: place.collectiviteId, createdAt: now };
    const other = await db().site.create({ data: { collectiviteId: place.collectiviteId, name: 'Ailleurs' } });
    await db().follow.create({ data: { ...follow, personId: first, kind: 'REUNION' } });
    await db().follow.create({ data: { ...follow, personId: second, kind: 'ATELIER', siteId: other.id } });
    const here = await publish('2026-12-08T08:30:00Z');
    const there = await publish('2026-12-09T08:30:00Z', now, { siteId: other.id });
    expect(await sendDigests(MONDAY)).toBe(1);
    expect(await listed()).toEqual([[there]]);
    expect((await listed()).flat()).not.toContain(here);
  });

  it('lists twelve and counts the others', async () => {
    await asks(0);
    for (let day = 1; day <= 15; day += 1) await publish(`2026-12-${String(day).padStart(2, '0')}T08:30:00Z`);
    await sendDigests(MONDAY);
    expect((await listed())[0]).toHaveLength(12);
    expect((await mails())[0]?.props).toMatchObject({ more: 3 });
  });
});
