import { beforeAll, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { lineNeeds } from '#app/training/line-needs.server.ts';
import { linePage } from '#app/training/line-page.server.ts';
import { planNeeds } from '#app/training/plan-needs.server.ts';
import { planPage } from '#app/training/plan-page.server.ts';
import { plans } from '#app/training/plans.server.ts';
import { exportPlan } from '#app/training/exportPlan.server.ts';
import { addLine } from '#app/training/addLine.server.ts';
import { NEW_LINE } from '#app/training/line-terms.ts';
import { scheduleLine } from '#app/training/scheduleLine.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { countStatements, done, NOW } from '../catalog/world.ts';
import { dates, planWorld, validated, type PlanWorld } from './plan-world.ts';

useDatabase();
const THEMES = ['SST', 'Signes', 'Mal de dos'];
let world: PlanWorld;
let lineId: string;
let themeIds: string[];
beforeAll(async () => {
  world = await planWorld();
  const { collectiviteId } = world;
  const data = THEMES.map((title) => ({ collectiviteId, title }));
  themeIds = (await db().trainingTheme.createManyAndReturn({ data })).map(({ id }) => id);
  ({ lineId } = await validated(world, 2));
  done(await scheduleLine(world.animator, dates(world, lineId), NOW));
});

/** So many professionals of the relais, with a need of each theme. */
async function professionals(count: number): Promise<string[]> {
  const { collectiviteId, north: relaisId, amiens: communeId } = world;
  const people = Array.from({ length: count }, (_, i) => ({
    id: crypto.randomUUID(),
    firstName: 'Ana',
    lastName: `Nom ${i}`,
  }));
  await db().person.createMany({ data: people.map((one) => ({ ...one, collectiviteId })) });
  await db().professional.createMany({
    data: people.map(({ id: personId }) => ({ collectiviteId, personId, communeId })),
  });
  const needs = people.flatMap(({ id: personId }) =>
    themeIds.map((themeId) => ({
      ...{ id: crypto.randomUUID(), collectiviteId, personId, relaisId, themeId },
      ...{ suits: ['SATURDAY' as const], urgency: 'THIS_YEAR' as const, createdAt: NOW, changedAt: NOW },
    })),
  );
  await db().trainingNeed.createMany({ data: needs });
  return needs.filter(({ themeId }) => themeId === themeIds[0]).map(({ id }) => id);
}

const pages = () => {
  const { animator, planId } = world;
  const theme = { page: 1, theme: themeIds[0] ?? '' };
  return {
    plans: () => plans(animator, {}, NOW),
    plan: () => planPage(animator, planId, NOW),
    needs: () => planNeeds(animator, planId, { page: 1 }),
    theme: () => planNeeds(animator, planId, theme),
    line: () => linePage(animator, lineId, NOW),
    people: () => lineNeeds(animator, lineId, { page: 2 }),
    csv: () => exportPlan(animator, planId, NOW),
  };
};

async function statements(): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const [name, read] of Object.entries(pages())) counted[name] = await countStatements(read);
  return counted;
}

test('491 professionals with three needs each: as many queries as for ten, and pages of a sane size', async () => {
  await professionals(10);
  const few = await statements();
  const needIds = await professionals(481);
  const { planId, north: relaisId, animator } = world;
  for (let i = 0; i < 6; i += 1) {
    const line = { ...NEW_LINE, title: `Groupe ${i}`, planId, relaisId, needIds: needIds.slice(10 * i, 10 * i + 10) };
    done(await addLine(animator, line, NOW));
  }
  expect(await statements()).toEqual(few);
  const found = await planNeeds(animator, planId, { page: 1 });
  expect([found?.total, found?.needs.length, found?.pages]).toEqual([491 * 3 - 60, 60, 24]);
  expect(found?.themes.map(({ title, people, slots }) => [title, people, slots.SATURDAY])).toEqual([
    ['Mal de dos', 491, 491],
    ['Signes', 491, 491],
    ['SST', 431, 431],
  ]);
  expect((await planNeeds(animator, planId, { page: 24 }))?.needs).toHaveLength(33);
  expect((await planNeeds(animator, planId, { page: 1, name: 'nom 480' }))?.total).toBe(3);
  expect((await planPage(animator, planId, NOW))?.free).toEqual({ needs: 1413, people: 491 });
});

test('a line of thirty costs as many queries as one of two', async () => {
  const read = () => linePage(world.animator, lineId, NOW);
  const few = await countStatements(read);
  const needIds = (await professionals(28)).map((id) => id);
  const needs = await db().trainingNeed.findMany({ where: { id: { in: needIds } } });
  const { collectiviteId } = world;
  const made = { collectiviteId, lineId, stage: 'GROUPED' as const, stageAt: NOW, createdAt: NOW };
  await db().trainingFile.createMany({
    data: needs.map(({ id: needId, personId }) => ({ ...made, needId, personId })),
  });
  expect(await countStatements(read)).toBe(few);
  const shown = await read();
  expect(shown?.files).toHaveLength(30);
  expect(shown?.files.filter(({ obstacles }) => obstacles.length === 4)).toHaveLength(28);
});
