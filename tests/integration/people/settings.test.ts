import { beforeAll, expect, test } from 'vitest';
import { newCohortPage } from '#app/enrollment/cohort-settings.server.ts';
import { agrementLength } from '#app/people/agrement-length.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { changeDatedSetting } from '#app/people/changeDatedSetting.server.ts';
import { settingOn } from '#app/people/dated-settings.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import { removeDatedSetting } from '#app/people/removeDatedSetting.server.ts';
import { settingsPage } from '#app/people/settings-page.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  done,
  makeActivity,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from '../catalog/world.ts';

useDatabase();
let world: World;
let sophie: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  sophie = actorOf(world.collectiviteId, world.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
});

const allocation = { key: 'training.allocationAnHour', from: '2027-01-01', value: 6.1 } as const;
const shownOf = async (key: string, now = NOW) =>
  (await settingsPage(sophie, now))?.settings.find((setting) => setting.key === key);

test('a change holds from its day on: past years keep their values, and the page shows it', async () => {
  done(await changeDatedSetting(sophie, allocation, NOW));
  done(await changeDatedSetting(sophie, allocation, NOW));
  const own = await datedValues(world.collectiviteId);
  const on = ['2025-12-31', '2026-12-31', '2027-01-01'];
  expect(on.map((day) => settingOn('training.allocationAnHour', day, own))).toEqual([5.57, 5.57, 6.1]);
  expect(await shownOf('training.allocationAnHour')).toMatchObject({
    today: '5,57',
    values: [
      { since: 'à partir du 1er avril 2025', value: '5,57', own: false, state: 'NOW' },
      { since: 'à partir du 1er janvier 2027', value: '6,1', own: true, state: 'COMING' },
    ],
  });
  const nextYear = new Date('2027-02-01T09:00:00Z');
  expect(await shownOf('training.allocationAnHour', nextYear)).toMatchObject({
    today: '6,1',
    values: [{ state: 'PAST' }, { state: 'NOW' }],
  });
});

test('what has come is not rewritten; what is to come is corrected and taken back', async () => {
  const change = (from: string, value: number, now = NOW) =>
    changeDatedSetting(sophie, { ...allocation, from, value }, now);
  expect(await change('2025-06-01', 9)).toMatchObject({ refusal: { code: 'YEAR_PAST' } });
  expect(await change('2027-01-01', 6.3, new Date('2027-02-01T09:00:00Z'))).toMatchObject({
    refusal: { code: 'HOLDS_ALREADY' },
  });
  done(await change('2027-01-01', 6.2));
  expect((await shownOf('training.allocationAnHour'))?.values.at(-1)?.value).toBe('6,2');
  const { key } = allocation;
  const remove = (from: string, actor = sophie, now = NOW) => removeDatedSetting(actor, { key, from }, now);
  const february = new Date('2027-02-01T09:00:00Z');
  expect(await remove('2027-01-01', sophie, february)).toMatchObject({ refusal: { code: 'HOLDS_ALREADY' } });
  expect(await remove('2027-01-01', world.animator)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
  done(await remove('2027-01-01'));
  done(await remove('2027-01-01'));
  expect((await shownOf('training.allocationAnHour'))?.values).toHaveLength(1);
  const told = (await rowsOfHistory(world.collectiviteId)).map(({ what }) => what);
  expect(told.filter((what) => what === 'setting.removed')).toHaveLength(1);
});

test('who answers for one relais reads them, an animator does not; another collectivité has its own', async () => {
  const { collectiviteId, animatorId, north } = world;
  const local = actorOf(collectiviteId, animatorId, [{ role: 'COORDINATOR', relaisId: north }]);
  expect(await settingsPage(local, NOW)).toMatchObject({ changes: false, earliest: '2026-01-01' });
  expect(await changeDatedSetting(local, allocation, NOW)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
  expect(await settingsPage(world.animator, NOW)).toBeNull();
  expect(await countStatements(() => settingsPage(sophie, NOW))).toBe(2);
  done(await changeDatedSetting(sophie, { key: 'agrement.years', from: '2026-11-22', value: 6 }, NOW));
  expect(await agrementLength(sophie, NOW)).toBe('6 ans le plus souvent, 10 après EP1 et EP3.');
  const far = await makeWorld();
  const other = actorOf(far.collectiviteId, far.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
  expect(await agrementLength(other, NOW)).toBe('5 ans le plus souvent, 10 après EP1 et EP3.');
});

test('a new group of analysis is offered the values of its day', async () => {
  const activityId = await makeActivity(world, { kind: 'ANALYSE', title: 'Cycle', maxChildren: null });
  done(await changeDatedSetting(sophie, { key: 'analyse.maxMembers', from: '2027-01-01', value: 12 }, NOW));
  const offered = async (now: Date) => (await newCohortPage(sophie, activityId, now))?.maxMembers;
  expect([await offered(NOW), await offered(new Date('2027-01-02T09:00:00Z'))]).toEqual([15, 12]);
  expect(await newCohortPage(sophie, activityId, NOW)).toMatchObject({
    hoursPerYear: 6,
    minMembers: 5,
    minPresence: 75,
  });
});

test('an animator composes a group of reflection over a meeting or an atelier of hers, without the secrecy', async () => {
  const meeting = await makeActivity(world, { kind: 'REUNION', title: 'Lire ensemble', maxChildren: null });
  const page = await newCohortPage(world.animator, meeting, NOW);
  expect(page).toMatchObject({ analyse: false, name: 'Lire ensemble', activity: { id: meeting } });
  expect(page?.cycles.map(({ id }) => id)).not.toContain(meeting);
  const elsewhere = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  expect(await newCohortPage(elsewhere, meeting, NOW)).toBeNull();
  const party = await makeActivity(world, { kind: 'EVENEMENT', title: 'Fête' });
  expect(await newCohortPage(world.animator, party, NOW)).toBeNull();
});
