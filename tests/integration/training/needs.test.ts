import { beforeAll, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { changeDatedSetting } from '#app/people/changeDatedSetting.server.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { declareTraining } from '#app/training/declareTraining.server.ts';
import { findRenewals } from '#app/training/findRenewals.server.ts';
import { myNeeds } from '#app/training/my-needs.server.ts';
import { myRecord } from '#app/training/my-record.server.ts';
import { stateNeed, type NeedStated } from '#app/training/stateNeed.server.ts';
import { withdrawNeed } from '#app/training/withdrawNeed.server.ts';
import { withdrawTraining } from '#app/training/withdrawTraining.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { actorOf, done, makeProfessional, makeWorld, NOW, rowsOfHistory, type World } from '../catalog/world.ts';

useDatabase();
let world: World;
let nadia: PersonActor;
let themeId: string;
beforeAll(async () => {
  world = await makeWorld();
  nadia = (await makeProfessional(world)).actor;
  const theme = { collectiviteId: world.collectiviteId, title: 'Signes et parole', hours: 14 };
  themeId = (await db().trainingTheme.create({ data: theme })).id;
});

const wish = (more: Partial<NeedStated> = {}): NeedStated => ({
  themeId,
  words: '',
  why: 'Un enfant ne parle pas encore',
  suits: ['SATURDAY', 'REMOTE'],
  urgency: 'THIS_YEAR',
  source: 'SELF',
  ...more,
});
const sst = { themeId: null, title: 'SST', organisation: 'Croix-Rouge', hours: 14, initial: false };

test('she says what she wishes, changes it by saying it again, and takes it back', async () => {
  const first = done(await stateNeed(nadia, wish(), NOW));
  const again = done(await stateNeed(nadia, wish({ urgency: 'URGENT', why: '' }), NOW));
  expect([again.needId, again.again]).toEqual([first.needId, true]);
  const mine = await myNeeds(nadia, NOW);
  expect(mine?.needs).toMatchObject([
    { title: 'Signes et parole', suits: 'le samedi et à distance', urgency: 'Le plus tôt possible' },
  ]);
  expect((await rowsOfHistory(first.needId)).map(({ what }) => what)).toEqual(['need.stated', 'need.changed']);
  done(await withdrawNeed(nadia, { needId: first.needId }, NOW));
  done(await withdrawNeed(nadia, { needId: first.needId }, NOW));
  expect((await myNeeds(nadia, NOW))?.needs).toEqual([]);
  expect(await rowsOfHistory(first.needId)).toHaveLength(3);
});

test('nothing said, a theme of elsewhere, are refused; nothing is written', async () => {
  const elsewhere = await makeWorld();
  const theme = { collectiviteId: elsewhere.collectiviteId, title: 'Ailleurs' };
  const { id } = await db().trainingTheme.create({ data: theme });
  expect(await stateNeed(nadia, wish({ themeId: null, words: '  ' }), NOW)).toMatchObject({
    refusal: { code: 'NOTHING_SAID' },
  });
  expect(await stateNeed(nadia, wish({ themeId: id }), NOW)).toMatchObject({ refusal: { code: 'THEME_UNKNOWN' } });
});

test('staff note needs of their own relais’s professionals alone', async () => {
  const personId = nadia.personId;
  const said = wish({ personId, themeId: null, words: 'Premiers secours', source: 'TELEPHONE' });
  const { needId } = done(await stateNeed(world.animator, said, NOW));
  const secretary = actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId: world.north }]);
  const otherRelais = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  const stranger = (await makeWorld()).animator;
  for (const actor of [secretary, otherRelais, stranger]) {
    expect(await stateNeed(actor, said, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await withdrawNeed(actor, { needId }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  }
});

test('a certificate that ends within a year becomes a need with its date, once, until she has followed it again', async () => {
  const { actor } = await makeProfessional(world, { firstName: 'Awa' });
  const dates = { on: '2025-01-10', expiresOn: '2027-01-10' };
  const { trainingId } = done(await declareTraining(actor, { ...sst, ...dates }, NOW));
  expect(done(await declareTraining(actor, { ...sst, ...dates }, NOW)).again).toBe(true);
  expect([await findRenewals(NOW), await findRenewals(NOW)]).toEqual([1, 0]);
  expect((await myNeeds(actor, NOW))?.needs).toMatchObject([
    { title: 'SST', words: '', due: 'avant le 10 janvier 2027' },
  ]);
  done(await withdrawTraining(actor, { trainingId }, NOW));
  expect((await myNeeds(actor, NOW))?.needs).toEqual([]);
});

test('hours of the year against the right of that year', async () => {
  const { actor } = await makeProfessional(world, { firstName: 'Inès' });
  done(await declareTraining(actor, { ...sst, on: '2026-03-14', hours: 7, expiresOn: null }, NOW));
  expect((await myRecord(actor, NOW))?.hours).toMatchObject({ year: 2026, done: 7, right: 58, left: 51 });
  const future = { ...sst, on: '2026-12-01', expiresOn: null };
  expect(await declareTraining(actor, future, NOW)).toMatchObject({ refusal: { code: 'DATES_WRONG' } });
  const endless = { ...sst, on: '2026-03-14', hours: 0, expiresOn: null };
  expect(await declareTraining(actor, endless, NOW)).toMatchObject({ refusal: { code: 'HOURS_WRONG' } });
});

test('what the State changes is set by who answers for the whole collectivité, from a day on', async () => {
  const { collectiviteId, animatorId } = world;
  const coordinator = actorOf(collectiviteId, animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
  const change = { key: 'training.hoursAYear', from: '2027-01-01', value: 60 } as const;
  expect(await changeDatedSetting(world.animator, change, NOW)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
  expect(await changeDatedSetting(coordinator, { ...change, value: -1 }, NOW)).toMatchObject({
    refusal: { code: 'VALUE_WRONG' },
  });
  done(await changeDatedSetting(coordinator, change, NOW));
  done(await changeDatedSetting(coordinator, change, NOW));
  expect(await datedValues(collectiviteId)).toEqual({ 'training.hoursAYear': [{ from: '2027-01-01', value: 60 }] });
  const told = (await rowsOfHistory(collectiviteId)).filter(({ what }) => what === 'setting.changed');
  expect(told).toHaveLength(1);
});
