import { beforeAll, describe, expect, test } from 'vitest';

import { addSeries, type SeriesSlot } from '#app/catalog/addSeries.server.ts';
import { removeDraftSessions } from '#app/catalog/removeDraftSessions.server.ts';
import type { SeriesRule } from '#app/catalog/series.ts';
import { db } from '#app/db/client.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { actorOf, done, makeActivity, makeWorld, NOW, paris, rowsOfHistory, type World } from './world.ts';

useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const rule = (from: string, until: string): SeriesRule => ({
  recurrence: { type: 'weekly', weekdays: [2], every: 1 },
  term: { first: '2027-01-05', last: '2027-01-19' },
  ...{ from, until },
  skipping: { publicHolidays: true, schoolHolidays: true, closures: true },
});

function slot(from: string, until: string, days: readonly string[]): SeriesSlot {
  const dates = days.map((day) => ({
    ...{ startsAt: paris(day, from), endsAt: paris(day, until), siteId: world.siteId, animatorIds: [world.animatorId] },
  }));
  return { rule: rule(from, until), dates };
}

describe('addSeries', () => {
  test('writes a series a slot of the day, its rule and its drafts; twice is once', async () => {
    const activityId = await makeActivity(world);
    const slots = [slot('09:00', '10:00', ['2027-01-05', '2027-01-12']), slot('10:30', '11:30', ['2027-01-05'])];
    const { sessionIds } = done(await addSeries(world.animator, { activityId, slots }, NOW));
    expect(sessionIds).toHaveLength(3);
    const series = await db().series.findMany({
      where: { activityId },
      select: { rule: true, createdById: true, _count: { select: { sessions: true } } },
    });
    expect(series.map(({ _count }) => _count.sessions).sort()).toEqual([1, 2]);
    expect(series.find(({ _count }) => _count.sessions === 2)).toMatchObject({
      rule: rule('09:00', '10:00'),
      createdById: world.animatorId,
    });
    expect(await addSeries(world.animator, { activityId, slots }, NOW)).toEqual({
      ok: true,
      sessionIds: [],
      alreadyThere: 3,
    });
    expect(await db().series.count({ where: { activityId } })).toBe(2);
  });

  test('refuses a clash naming it, writing neither series nor dates; a date overrides it with its reason', async () => {
    const first = await makeActivity(world, { title: 'Peinture' });
    done(await addSeries(world.animator, { activityId: first, slots: [slot('14:00', '15:00', ['2027-01-12'])] }, NOW));
    const activityId = await makeActivity(world, { title: 'Motricité' });
    const clashing = slot('14:30', '15:30', ['2027-01-05', '2027-01-12']);
    const refused = await addSeries(world.animator, { activityId, slots: [clashing] }, NOW);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'CLASH' } });
    expect(await db().series.count({ where: { activityId } })).toBe(0);
    const dates = clashing.dates.map((date) => ({ ...date, override: { reason: 'Salle partagée ce jour-là' } }));
    const { sessionIds } = done(await addSeries(world.animator, { activityId, slots: [{ ...clashing, dates }] }, NOW));
    expect(await db().occupation.count({ where: { sessionId: { in: sessionIds }, overridden: true } })).toBe(2);
  });

  test('is for who plans there', async () => {
    const activityId = await makeActivity(world);
    const other = await makeWorld();
    const slots = [slot('16:00', '17:00', ['2027-01-05'])];
    for (const actor of [other.animator, actorOf(world.collectiviteId, world.speakerId)]) {
      expect(await addSeries(actor, { activityId, slots }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    }
  });
});

describe('removeDraftSessions', () => {
  test('removes a draft, or the drafts that follow; what is published stays', async () => {
    const activityId = await makeActivity(world);
    const days = ['2027-02-02', '2027-02-09', '2027-03-02', '2027-03-09'];
    const { sessionIds } = done(
      await addSeries(world.animator, { activityId, slots: [slot('09:00', '10:00', days)] }, NOW),
    );
    const [one = '', two = '', three = ''] = sessionIds;
    await db().session.update({ where: { id: three }, data: { state: 'PUBLISHED' } });
    const remove = (sessionId: string, scope: 'ONE' | 'FOLLOWING', actor = world.animator) =>
      removeDraftSessions(actor, { sessionId, scope }, NOW);
    expect(await remove(one, 'ONE', (await makeWorld()).animator)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await remove(three, 'ONE')).toMatchObject({ refusal: { code: 'NOT_A_DRAFT' } });
    expect(await remove(two, 'FOLLOWING')).toEqual({ ok: true, removed: 2, activityId });
    expect(await db().session.findMany({ where: { activityId }, select: { id: true } })).toEqual(
      expect.arrayContaining([{ id: one }, { id: three }]),
    );
    expect(await db().occupation.count({ where: { sessionId: two } })).toBe(0);
    expect((await rowsOfHistory(two)).map(({ what }) => what)).toContain('session.removed');
    expect(await remove(two, 'ONE')).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });
});
