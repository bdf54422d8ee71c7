import { beforeAll, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { addLine } from '#app/training/addLine.server.ts';
import { addOrganisation } from '#app/training/addOrganisation.server.ts';
import { addToLine } from '#app/training/addToLine.server.ts';
import { changeLine } from '#app/training/changeLine.server.ts';
import { changeOrganisation } from '#app/training/changeOrganisation.server.ts';
import { changePlan } from '#app/training/changePlan.server.ts';
import { createPlan } from '#app/training/createPlan.server.ts';
import { exportPlan } from '#app/training/exportPlan.server.ts';
import { NEW_LINE } from '#app/training/line-terms.ts';
import { linePage } from '#app/training/line-page.server.ts';
import { needStandings } from '#app/training/need-standings.server.ts';
import { planPage } from '#app/training/plan-page.server.ts';
import { plans } from '#app/training/plans.server.ts';
import { planNeeds } from '#app/training/plan-needs.server.ts';
import { removeFromLine } from '#app/training/removeFromLine.server.ts';
import { retireOrganisation } from '#app/training/retireOrganisation.server.ts';
import { organisations } from '#app/training/organisations.server.ts';
import { moveFile } from '#app/training/moveFile.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { actorOf, done, makeWorld, NOW, rowsOfHistory } from '../catalog/world.ts';
import { makeLine, needsOf, NO_DETAIL, planWorld, validated, type PlanWorld } from './plan-world.ts';

useDatabase();
let world: PlanWorld;
let stranger: PersonActor;
beforeAll(async () => {
  world = await planWorld();
  stranger = (await makeWorld()).animator;
});

const refused = (code: string) => ({ ok: false, refusal: { code } });
const page = { page: 1 };

describe('a plan', () => {
  test('is opened for one relais or several, once', async () => {
    const { coordinator, north, south } = world;
    const shared = { name: ' Plan commun ', year: 2027, relaisIds: [south, north] };
    const { planId, again } = done(await createPlan(coordinator, shared, NOW));
    expect(again).toBe(false);
    expect(done(await createPlan(coordinator, { ...shared, name: 'Plan commun' }, NOW))).toMatchObject({
      planId,
      again: true,
    });
    expect((await rowsOfHistory(planId)).map(({ what }) => what)).toEqual(['plan.created']);
    expect((await plans(coordinator, { year: 2027 }, NOW))?.plans).toMatchObject([
      { name: 'Plan commun', relais: ['Relais nord', 'Relais sud'], lines: 0 },
    ]);
    expect(await planPage(world.southern, planId, NOW)).toMatchObject({ name: 'Plan commun' });
  });

  test('is refused without name, relais, or a year that is one', async () => {
    const { animator, north } = world;
    const plan = { name: 'Plan', year: 2028, relaisIds: [north] };
    expect(await createPlan(animator, { ...plan, name: ' ' }, NOW)).toMatchObject(refused('NAME_EMPTY'));
    expect(await createPlan(animator, { ...plan, relaisIds: [] }, NOW)).toMatchObject(refused('RELAIS_NEEDED'));
    expect(await createPlan(animator, { ...plan, year: 1999 }, NOW)).toMatchObject(refused('YEAR_WRONG'));
  });

  test('is not for a secretary, another relais, another collectivité', async () => {
    const { secretary, southern, planId, north, animator, south } = world;
    for (const actor of [secretary, southern, stranger]) {
      expect(await createPlan(actor, { name: 'Autre', year: 2026, relaisIds: [north] }, NOW)).toMatchObject(
        refused('NOT_FOUND'),
      );
      expect(await changePlan(actor, { planId, name: 'Autre', relaisIds: [north] }, NOW)).toMatchObject(
        refused('NOT_FOUND'),
      );
      expect(await planPage(actor, planId, NOW)).toBe(null);
      expect(await planNeeds(actor, planId, page)).toBe(null);
      expect(await exportPlan(actor, planId, NOW)).toBe(null);
    }
    expect(await changePlan(animator, { planId, name: 'Plan', relaisIds: [north, south] }, NOW)).toMatchObject(
      refused('NOT_FOUND'),
    );
    expect(await plans(secretary, {}, NOW)).toBe(null);
  });

  test('changes its name and relais, but not those whose people it trains', async () => {
    const { coordinator, north, south } = world;
    const { planId } = done(await createPlan(coordinator, { name: 'À changer', year: 2026, relaisIds: [north] }, NOW));
    const both = { planId, name: 'Changé', relaisIds: [north, south] };
    done(await changePlan(coordinator, both, NOW));
    done(await changePlan(coordinator, both, NOW));
    expect((await rowsOfHistory(planId)).map(({ what }) => what)).toEqual(['plan.created', 'plan.changed']);
    const [one] = await needsOf(world, 1, { relaisId: south, words: 'Le sud' });
    const line = { ...NEW_LINE, title: 'Le sud', planId, relaisId: north, needIds: [one?.needId ?? ''] };
    done(await addLine(coordinator, line, NOW));
    expect(await changePlan(coordinator, { ...both, relaisIds: [north] }, NOW)).toMatchObject(
      refused('RELAIS_HAS_LINES'),
    );
    expect(await changePlan(coordinator, { ...both, name: '' }, NOW)).toMatchObject(refused('NAME_EMPTY'));
    expect(await changePlan(coordinator, { ...both, relaisIds: [] }, NOW)).toMatchObject(refused('RELAIS_NEEDED'));
  });
});

test('a provider is noted once, changed, and proposed no more', async () => {
  const { animator, collectiviteId, secretary } = world;
  const known = {
    ...NO_DETAIL,
    name: 'Secours',
    siret: '123 456 789 00011',
    qualiopiUntil: '2026-01-01',
    collectiviteId,
  };
  const { organisationId } = done(await addOrganisation(animator, known, NOW));
  expect(done(await addOrganisation(animator, { ...known, name: 'secours' }, NOW))).toMatchObject({
    organisationId,
    again: true,
  });
  expect(await addOrganisation(animator, { ...known, name: '' }, NOW)).toMatchObject(refused('NAME_EMPTY'));
  expect(await addOrganisation(animator, { ...known, name: 'X', siret: '12' }, NOW)).toMatchObject(
    refused('SIRET_WRONG'),
  );
  for (const actor of [secretary, stranger]) {
    expect(await addOrganisation(actor, { ...known, name: 'Y' }, NOW)).toMatchObject(refused('NOT_FOUND'));
    expect(await changeOrganisation(actor, { ...known, organisationId }, NOW)).toMatchObject(refused('NOT_FOUND'));
    expect(await retireOrganisation(actor, { organisationId }, NOW)).toMatchObject(refused('NOT_FOUND'));
  }
  const changed = { ...known, organisationId, qualiopiNumber: 'Q1' };
  done(await changeOrganisation(animator, changed, NOW));
  expect(await changeOrganisation(animator, { ...changed, name: 'CEFAM' }, NOW)).toMatchObject(refused('NAME_TAKEN'));
  expect(await organisations(animator, NOW)).toMatchObject([
    { name: 'CEFAM', expired: false },
    { name: 'Secours', expired: true, qualiopiNumber: 'Q1' },
  ]);
  done(await retireOrganisation(animator, { organisationId }, NOW));
  done(await retireOrganisation(animator, { organisationId }, NOW));
  expect((await rowsOfHistory(organisationId)).map(({ what }) => what)).toHaveLength(3);
  const { lineId } = await makeLine(world, 1);
  const terms = { ...NEW_LINE, title: 'T', lineId, organisationId };
  expect(await changeLine(animator, terms, NOW)).toMatchObject(refused('ORGANISATION_RETIRED'));
});

describe('needs become a line', () => {
  test('one file a person, its needs taken up, its dated history', async () => {
    const { animator, planId } = world;
    const before = (await planPage(animator, planId, NOW))?.free.needs ?? 0;
    const { lineId, people, fileIds } = await makeLine(world, 3);
    expect((await planPage(animator, planId, NOW))?.free.needs).toBe(before);
    const shown = await linePage(animator, lineId, NOW);
    expect(shown?.files.map(({ name, stage }) => [name, stage])).toEqual([
      ['Nadia Nom0', 'GROUPED'],
      ['Nadia Nom1', 'GROUPED'],
      ['Nadia Nom2', 'GROUPED'],
    ]);
    expect(shown?.files[0]?.history.map(({ label }) => label)).toEqual(['Souhaité', 'Regroupé']);
    expect(shown?.next).toBe('Il manque 1 personne pour former le groupe');
    expect(shown?.files.map(({ hasEmail }) => hasEmail)).toEqual([true, true, false]);
    const [first] = people;
    if (!first) throw new Error('nobody');
    expect(await needStandings(first.actor, NOW)).toMatchObject([
      { needId: first.needId, words: 'Regroupée dans « Gestes de premiers secours », dossier à compléter' },
    ]);
    expect(fileIds).toHaveLength(3);
  });

  test('two needs of one person make one file; needs of elsewhere, withdrawn or taken are refused', async () => {
    const { animator, planId, north: relaisId, south } = world;
    const [mine] = await needsOf(world, 1);
    const [far] = await needsOf(world, 1, { relaisId: south });
    if (!mine || !far) throw new Error('nobody');
    const twin = await db().trainingNeed.create({
      data: { ...(await needRow(mine.needId)), words: 'Autre chose' },
    });
    const line = { ...NEW_LINE, title: 'Une', planId, relaisId, needIds: [mine.needId, twin.id, mine.needId] };
    expect(await addLine(animator, { ...line, needIds: [far.needId] }, NOW)).toMatchObject(refused('NEEDS_TAKEN'));
    expect(await addLine(animator, { ...line, needIds: [] }, NOW)).toMatchObject(refused('NOBODY_CHOSEN'));
    expect(await addLine(animator, { ...line, title: ' ' }, NOW)).toMatchObject(refused('TITLE_EMPTY'));
    expect(await addLine(animator, { ...line, minPeople: 5, maxPeople: 4 }, NOW)).toMatchObject(
      refused('PEOPLE_WRONG'),
    );
    expect(await addLine(animator, { ...line, relaisId: south }, NOW)).toMatchObject(refused('NOT_FOUND'));
    expect(await addLine(world.southern, line, NOW)).toMatchObject(refused('NOT_FOUND'));
    expect(done(await addLine(animator, line, NOW)).people).toBe(1);
    expect(await addLine(animator, line, NOW)).toMatchObject(refused('NEEDS_TAKEN'));
  });

  test('people come in later, and leave before it is proposed', async () => {
    const { animator } = world;
    const { lineId, fileIds, people } = await makeLine(world, 2, { maxPeople: 4 });
    const [first, second] = await needsOf(world, 2);
    if (!first || !second) throw new Error('nobody');
    const needIds = [first.needId, second.needId];
    expect(await addToLine(animator, { lineId, needIds: [] }, NOW)).toMatchObject(refused('NOBODY_CHOSEN'));
    expect(await addToLine(world.southern, { lineId, needIds }, NOW)).toMatchObject(refused('NOT_FOUND'));
    expect(done(await addToLine(animator, { lineId, needIds }, NOW)).added).toBe(2);
    const more = (await needsOf(world, 1)).map(({ needId }) => needId);
    expect(await addToLine(animator, { lineId, needIds: more }, NOW)).toMatchObject(refused('TOO_MANY'));
    const [fileId = ''] = fileIds;
    done(await removeFromLine(animator, { fileId }, NOW));
    expect(await removeFromLine(animator, { fileId }, NOW)).toMatchObject(refused('NOT_FOUND'));
    const back = people.slice(0, 1).map(({ needId }) => needId);
    expect(done(await addToLine(animator, { lineId, needIds: back }, NOW)).added).toBe(1);
  });

  test('once proposed nobody is taken out: her file is cancelled, and she may come back', async () => {
    const { animator } = world;
    const { lineId, fileIds, people } = await validated(world, 2);
    const [fileId = ''] = fileIds;
    expect(await removeFromLine(animator, { fileId }, NOW)).toMatchObject(refused('WRONG_STAGE'));
    done(await moveFile(animator, { fileId, to: 'CANCELLED', word: '' }, NOW));
    const needIds = people.slice(0, 1).map(({ needId }) => needId);
    expect(done(await addToLine(animator, { lineId, needIds }, NOW)).added).toBe(1);
    const file = await db().trainingFile.findUniqueOrThrow({ where: { id: fileId }, include: { states: true } });
    expect([file.stage, file.states.length]).toEqual(['GROUPED', 4]);
  });

  test('terms change, within what makes sense', async () => {
    const { animator, southern } = world;
    const { lineId } = await makeLine(world, 1);
    const terms = { ...NEW_LINE, title: 'Titre', lineId };
    expect(await changeLine(southern, terms, NOW)).toMatchObject(refused('NOT_FOUND'));
    expect(await changeLine(animator, { ...terms, title: '' }, NOW)).toMatchObject(refused('TITLE_EMPTY'));
    expect(await changeLine(animator, { ...terms, minPeople: 0 }, NOW)).toMatchObject(refused('PEOPLE_WRONG'));
    expect(await changeLine(animator, { ...terms, minutes: 0 }, NOW)).toMatchObject(refused('DURATION_NEEDED'));
    expect(await changeLine(animator, { ...terms, organisationId: crypto.randomUUID() }, NOW)).toMatchObject(
      refused('ORGANISATION_RETIRED'),
    );
    done(await changeLine(animator, { ...terms, costCents: 20_050, payer: 'CAF' }, NOW));
    expect((await linePage(animator, lineId, NOW))?.cost).toBe('200,50\u00a0€ pour 1 personne · La Caf');
  });

  test('the export has one row a file, and says who took it', async () => {
    const { animator, planId } = world;
    const found = await exportPlan(animator, planId, NOW);
    const files = await db().trainingFile.count({ where: { line: { planId } } });
    expect(found?.rows.length).toBeGreaterThanOrEqual(files);
    expect(found?.rows.every((row) => row.length === found.header.length)).toBe(true);
    expect((await rowsOfHistory(planId)).map(({ what }) => what)).toContain('plan.exported');
  });
});

async function needRow(id: string) {
  const { collectiviteId, personId, relaisId, createdAt, changedAt } = await db().trainingNeed.findUniqueOrThrow({
    where: { id },
  });
  return { collectiviteId, personId, relaisId, createdAt, changedAt };
}

test('an actor without role sees nothing', async () => {
  const nobody = actorOf(world.collectiviteId, world.animatorId);
  expect([await plans(nobody, {}, NOW), await organisations(nobody, NOW)]).toEqual([null, null]);
});
