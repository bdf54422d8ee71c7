import { beforeAll, expect, test } from 'vitest';

import { createActivity } from '#app/catalog/createActivity.server.ts';
import { db } from '#app/db/client.server.ts';
import { ANONYMOUS } from '#app/people/actor.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { done, makeWorld, NOW, rowsOfHistory, type World } from './world.ts';

useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const input = (more: object = {}) => ({
  relaisId: world.north,
  kind: 'ATELIER' as const,
  title: ' Peinture ',
  ...more,
});

test('a draft with its rules, and its history', async () => {
  const bookingRules = { mode: 'ON_REQUEST' as const };
  const { activityId, again } = done(await createActivity(world.animator, input({ bookingRules, maxAdults: 8 }), NOW));
  expect(again).toBe(false);
  expect(await db().activity.findUnique({ where: { id: activityId } })).toMatchObject({
    title: 'Peinture',
    state: 'DRAFT',
    bookingRules,
    maxAdults: 8,
    maxChildren: null,
  });
  expect(await rowsOfHistory(activityId)).toMatchObject([{ what: 'activity.created', actorId: world.animatorId }]);
});

test('without an import key two are two; the same key is one', async () => {
  done(await createActivity(world.animator, input(), NOW));
  expect(await db().activity.count({ where: { relaisId: world.north } })).toBe(2);
  const first = done(await createActivity(world.animator, input({ importKey: 'ligne-1' }), NOW));
  expect(await createActivity(world.animator, input({ importKey: 'ligne-1' }), NOW)).toEqual({ ...first, again: true });
});

test('refuses an empty title, ages in the wrong order, another relais, a visitor', async () => {
  const other = await makeWorld();
  const code = async (more: object, actor = world.animator) => {
    const outcome = await createActivity(actor, input(more), NOW);
    return outcome.ok ? null : outcome.refusal.code;
  };
  expect(await code({ title: ' ' })).toBe('TITLE_EMPTY');
  expect(await code({ ageMinMonths: 36, ageMaxMonths: 18 })).toBe('AGES_WRONG');
  expect(await code({ relaisId: world.south })).toBe('NOT_FOUND');
  expect(await code({}, other.animator)).toBe('NOT_FOUND');
  expect(await createActivity(ANONYMOUS, input(), NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
});
