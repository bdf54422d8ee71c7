import { beforeAll, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { addTheme } from '#app/training/addTheme.server.ts';
import { changeTheme } from '#app/training/changeTheme.server.ts';
import { myNeeds } from '#app/training/my-needs.server.ts';
import { retireTheme } from '#app/training/retireTheme.server.ts';
import { stateNeed } from '#app/training/stateNeed.server.ts';
import { themeCatalogue, themeToChange } from '#app/training/theme-catalogue.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  done,
  makeProfessional,
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

const facts = { title: 'Signes et parole', hours: 14, renewalMonths: null, position: 1 };
const theme = (relaisId: string | null, more: Partial<typeof facts> = {}) => ({
  ...{ collectiviteId: world.collectiviteId, relaisId, ...facts },
  ...more,
});

test('a relais proposes its own, the coordinator for all; each says them where they are proposed', async () => {
  const { themeId } = done(await addTheme(world.animator, theme(world.north), NOW));
  expect(done(await addTheme(world.animator, theme(world.north, { title: 'signes ET parole' }), NOW))).toEqual({
    ...{ ok: true, themeId, again: true },
  });
  expect(await addTheme(world.animator, theme(null), NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  expect(await addTheme(world.animator, theme(world.south), NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  done(await addTheme(sophie, theme(null, { title: 'Secourisme', position: 0 }), NOW));
  const { actor } = await makeProfessional(world);
  expect((await myNeeds(actor, NOW))?.themes.map(({ title }) => title)).toEqual(['Secourisme', 'Signes et parole']);
  const hers = await themeCatalogue(world.animator);
  expect(hers?.themes.map(({ title, relais, settles }) => [title, relais, settles])).toEqual([
    ['Secourisme', null, false],
    ['Signes et parole', 'Relais nord', true],
  ]);
  expect([hers?.everywhere, (await themeCatalogue(sophie))?.everywhere]).toEqual([false, true]);
});

test('renamed, reordered, retired: needs already said follow, and nobody may say it any more', async () => {
  const { themeId } = done(await addTheme(world.animator, theme(world.north, { title: 'Le jeu' }), NOW));
  const { actor } = await makeProfessional(world);
  const need = { words: '', why: '', suits: [], urgency: 'SOMEDAY', source: 'SELF' } as const;
  done(await stateNeed(actor, { ...need, themeId }, NOW));
  const change = { themeId, title: 'Le jeu libre', hours: 7, renewalMonths: 24, position: 0 };
  done(await changeTheme(world.animator, change, NOW));
  expect((await myNeeds(actor, NOW))?.needs.map(({ title }) => title)).toEqual(['Le jeu libre']);
  const same = { ...change, title: 'SIGNES et parole' };
  expect(await changeTheme(world.animator, same, NOW)).toMatchObject({ refusal: { code: 'ALREADY_THERE' } });
  for (const [wrong, code] of [
    [{ title: ' ' }, 'TITLE_EMPTY'],
    [{ hours: 500 }, 'HOURS_WRONG'],
    [{ renewalMonths: 0 }, 'MONTHS_WRONG'],
    [{ position: 1.5 }, 'POSITION_WRONG'],
  ] as const)
    expect(await changeTheme(world.animator, { ...change, ...wrong }, NOW)).toMatchObject({ refusal: { code } });
  done(await retireTheme(world.animator, { themeId }, NOW));
  done(await retireTheme(world.animator, { themeId }, NOW));
  expect(await stateNeed(actor, { ...need, themeId, why: 'encore' }, NOW)).toMatchObject({
    refusal: { code: 'THEME_UNKNOWN' },
  });
  expect((await myNeeds(actor, NOW))?.needs).toHaveLength(1);
  expect(await themeToChange(world.animator, themeId)).toBeNull();
  const told = (await rowsOfHistory(world.collectiviteId)).filter(({ what }) => what === 'theme.retired');
  expect(told).toHaveLength(1);
});

test('another relais, a secretary, another collectivité, change nothing', async () => {
  const { id: themeId } = await db().trainingTheme.findFirstOrThrow({
    where: { relaisId: world.north, retiredAt: null },
  });
  const other = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  const secretary = actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId: world.north }]);
  for (const actor of [other, secretary, (await makeWorld()).animator]) {
    expect(await changeTheme(actor, { themeId, ...facts }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await retireTheme(actor, { themeId }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await themeToChange(actor, themeId)).toBeNull();
  }
  expect(await themeCatalogue(secretary)).toBeNull();
});

test('the catalogue asks the same of the database for a few themes and for thirty', async () => {
  const few = await countStatements(() => themeCatalogue(sophie));
  for (let n = 0; n < 30; n += 1) done(await addTheme(sophie, theme(null, { title: `Thème ${n}` }), NOW));
  expect(await countStatements(() => themeCatalogue(sophie))).toBe(few);
});
