import { beforeEach, expect, test } from 'vitest';

import { changeSessions } from '#app/enrollment/changeSessions.server.ts';
import { readSchedule, typedSchedule } from '#app/enrollment/schedule.schema.server.ts';
import { sessionSchedule } from '#app/enrollment/session-schedule.server.ts';
import { addClosure } from '#app/people/addClosure.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  makeSessions,
  makeWorld,
  NOW,
  paris,
  type World,
} from '#tests/integration/catalog/world.ts';

useDatabase();
let world: World;
let sessionId: string;
beforeEach(async () => {
  world = await makeWorld();
  sessionId = (await makeSessions(world, ['2026-11-24'])).sessionIds[0] ?? '';
});

const ask = (query: string) =>
  sessionSchedule(world.animator, sessionId, typedSchedule(new URLSearchParams(query)), NOW);

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

test('tells when, where and by whom it is held', async () => {
  expect(await ask('')).toMatchObject({
    ...{ date: '2026-11-24', from: '09:30', until: '11:00', siteId: world.siteId, animatorIds: [world.animatorId] },
    ...{ people: 0, past: false, objections: [], title: 'Éveil musical', state: 'PUBLISHED' },
  });
});

test('tells what is held then before anything is saved, and does not clash with itself', async () => {
  const other = { startsAt: paris('2026-11-25', '10:30'), endsAt: paris('2026-11-25', '12:00') };
  await makeSessions(world, ['2026-11-25'], { title: 'Motricité' }, other);
  const taken = await ask('date=2026-11-25');
  expect(taken?.objections.join()).toMatch(/^Déjà pris : .*Salle des Nuages, mercredi 25 novembre, 10 h 30 – 12 h/);
  expect(taken?.objections.join()).toContain('Léa Martin');
  expect((await ask('date=2026-11-25&de=09:00&a=10:30'))?.objections).toEqual([]);
  expect((await ask('de=10:00&a=11:30'))?.objections).toEqual([]);
  expect((await ask('de=10:00&a=09:30'))?.objections).toHaveLength(1);
});

test('is refused with a clash, saved with a reason; a drag leaves place and team alone', async () => {
  await makeSessions(world, ['2026-11-25'], { title: 'Motricité' });
  const dragged = readSchedule(form({ date: '2026-11-25', de: '09:30', a: '11:00' }));
  if (!dragged.ok) throw new Error('unread');
  const input = { sessionId, scope: 'ONE', change: dragged.change } as const;
  const refused = await changeSessions(world.animator, input, NOW);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'CLASH' } });
  const override = { reason: 'Une collègue ouvre la salle' };
  expect(await changeSessions(world.animator, { ...input, override }, NOW)).toMatchObject({ ok: true, changed: 1 });
  expect(await ask('')).toMatchObject({ date: '2026-11-25', siteId: world.siteId, animatorIds: [world.animatorId] });
});

test('warns of a day off, and of someone away at these hours', async () => {
  expect((await ask(''))?.warning).toBeNull();
  expect((await ask('date=2026-12-25'))?.warning).toBe('Vendredi 25 décembre : férié (Noël).');
  const days = { first: '2026-11-24', last: '2026-11-24', part: 'MORNING', reason: 'congés' } as const;
  await addClosure(world.animator, { personId: world.animatorId, ...days }, NOW);
  expect((await ask(''))?.warning).toContain('Léa Martin');
  expect((await ask('de=14:00&a=15:30'))?.warning).toBeNull();
});

test('does not exist for who does not plan there', async () => {
  const { collectiviteId, north, south } = world;
  const roles = [
    { role: 'SECRETARY', relaisId: north },
    { role: 'ANIMATOR', relaisId: south },
  ] as const;
  for (const role of roles) {
    const actor = { ...actorOf(collectiviteId, crypto.randomUUID(), [role]), covers: [sessionId] };
    expect(await sessionSchedule(actor, sessionId, {}, NOW)).toBeNull();
  }
});

test('costs the same whatever clashes', async () => {
  const cost = await countStatements(() => ask('date=2026-11-25&de=08:00&a=20:00'));
  for (const hour of [9, 11, 13, 15]) {
    const at = {
      startsAt: paris('2026-11-25', `${hour}:00`.padStart(5, '0')),
      endsAt: paris('2026-11-25', `${hour + 1}:00`),
    };
    await makeSessions(world, ['2026-11-25'], { title: `Motricité ${hour}` }, at);
  }
  expect(await countStatements(() => ask('date=2026-11-25&de=08:00&a=20:00'))).toBe(cost);
});

test('a form with a date or an hour that does not exist is refused beside its field', () => {
  const read = readSchedule(form({ date: '2026-02-30', de: '25:00', a: '' }));
  expect(read.ok ? [] : read.issues.map(({ path }) => path[0])).toEqual(['date', 'de', 'a']);
});
