import { beforeAll, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { fileDeedPage, lineDeedPage } from '#app/training/deed-pages.server.ts';
import { linePage } from '#app/training/line-page.server.ts';
import { moveFile } from '#app/training/moveFile.server.ts';
import { moveLine } from '#app/training/moveLine.server.ts';
import { remindFiles } from '#app/training/remindFiles.server.ts';
import { addLine } from '#app/training/addLine.server.ts';
import { changeLine } from '#app/training/changeLine.server.ts';
import { NEW_LINE } from '#app/training/line-terms.ts';
import { rekeyTraining } from '#app/training/rekeyTraining.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { done, NOW, paris } from '../catalog/world.ts';
import { lineStageOf, mailsOf, makeLine, planWorld, stageOf, validated, type PlanWorld } from './plan-world.ts';

useDatabase();
let world: PlanWorld;
beforeAll(async () => {
  world = await planWorld();
});

const refused = (code: string) => ({ ok: false, refusal: { code } });
const statesOf = async (fileId: string) =>
  (await db().fileState.findMany({ where: { fileId }, orderBy: [{ at: 'asc' }, { stage: 'asc' }] })).map(
    ({ stage }) => stage,
  );

describe('a line', () => {
  test('is proposed with its provider and hours, then validated by the coordinator, everyone told once', async () => {
    const { animator, animatorId, coordinator } = world;
    await db().person.update({ where: { id: animatorId }, data: { email: 'lea@equipe.example' } });
    const { lineId, people } = await makeLine(world, 2, { organisationId: null });
    const propose = { lineId, deed: 'soumission' as const, word: '' };
    expect(await moveLine(animator, propose, NOW)).toMatchObject(refused('ORGANISATION_NEEDED'));
    const terms = { ...NEW_LINE, title: 'T', organisationId: world.organisationId, lineId };
    done(await changeLine(animator, terms, NOW));
    expect(await moveLine(animator, propose, NOW)).toMatchObject(refused('DURATION_NEEDED'));
    done(await changeLine(animator, { ...terms, minutes: 420 }, NOW));
    done(await moveLine(animator, propose, NOW));
    expect(done(await moveLine(animator, propose, NOW)).again).toBe(true);
    expect((await linePage(coordinator, lineId, NOW))?.next).toBe('À valider par Sophie Lefèvre');
    expect(await mailsOf(coordinator.personId)).toEqual(['training-line']);
    const validate = { lineId, deed: 'validation' as const, word: 'Bravo' };
    expect(await moveLine(animator, validate, NOW)).toMatchObject(refused('NOT_FOUND'));
    expect((await linePage(animator, lineId, NOW))?.deeds.map(({ slug }) => slug)).toEqual(['annulation']);
    expect(done(await moveLine(coordinator, validate, NOW))).toMatchObject({ told: 1, toCall: 1, again: false });
    expect(done(await moveLine(coordinator, validate, NOW)).again).toBe(true);
    expect(await Promise.all(people.map(({ personId }) => mailsOf(personId)))).toEqual([['training-news'], []]);
    expect(await mailsOf(animatorId)).toEqual(['training-line']);
    const shown = await linePage(animator, lineId, NOW);
    expect(shown?.history.map(({ label, word }) => [label, word])).toEqual([
      ['En préparation', ''],
      ['À valider', ''],
      ['Validée', 'Bravo'],
    ]);
  });

  test('is sent back with a word, proposed again, postponed, taken up again, cancelled with its files', async () => {
    const { animator, coordinator } = world;
    const { lineId, fileIds, people } = await makeLine(world, 1);
    const move = (
      actor: typeof animator,
      deed: 'soumission' | 'retour' | 'validation' | 'report' | 'reprise' | 'annulation',
      word = '',
    ) => moveLine(actor, { lineId, deed, word }, NOW);
    expect(await move(coordinator, 'retour', 'Trop cher')).toMatchObject(refused('WRONG_STAGE'));
    done(await move(animator, 'soumission'));
    expect(await move(coordinator, 'retour')).toMatchObject(refused('WORD_NEEDED'));
    done(await move(coordinator, 'retour', 'Trop cher'));
    done(await move(animator, 'soumission'));
    done(await move(coordinator, 'validation'));
    expect(await move(animator, 'report')).toMatchObject(refused('WORD_NEEDED'));
    done(await move(animator, 'report', 'Formatrice absente'));
    expect(await lineStageOf(lineId)).toBe('POSTPONED');
    done(await move(animator, 'reprise'));
    expect(await lineStageOf(lineId)).toBe('VALIDATED');
    done(await move(animator, 'annulation', 'Plus d’organisme'));
    expect(await stageOf(fileIds[0] ?? '')).toBe('CANCELLED');
    expect(await moveFile(animator, { fileId: fileIds[0] ?? '', to: 'GROUPED', word: '' }, NOW)).toMatchObject(
      refused('LINE_CLOSED'),
    );
    const needIds = people.map(({ needId }) => needId);
    const again = { ...NEW_LINE, title: 'Encore', planId: world.planId, relaisId: world.north, needIds };
    done(await addLine(animator, again, NOW));
    expect(await mailsOf(people[0]?.personId ?? '')).toEqual(['training-news', 'training-news', 'training-news']);
  });

  test('is not another relais’s, nor a secretary’s', async () => {
    const { southern, secretary } = world;
    const { lineId, fileIds } = await makeLine(world, 1);
    const [id = ''] = fileIds;
    for (const actor of [southern, secretary]) {
      expect(await moveLine(actor, { lineId, deed: 'soumission', word: '' }, NOW)).toMatchObject(refused('NOT_FOUND'));
      expect(await moveFile(actor, { fileId: id, to: 'FROZEN', word: '' }, NOW)).toMatchObject(refused('NOT_FOUND'));
      expect(await linePage(actor, lineId, NOW)).toBe(null);
      expect(await lineDeedPage(actor, { id: lineId, slug: 'annulation' })).toBe(null);
      expect(await fileDeedPage(actor, { id, slug: 'gel' })).toBe(null);
    }
    expect(await lineDeedPage(world.animator, { id: lineId, slug: 'validation' })).toBe(null);
    expect(await lineDeedPage(world.animator, { id: lineId, slug: 'danse' })).toBe(null);
    expect(await lineDeedPage(world.coordinator, { id: lineId, slug: 'validation' })).toMatchObject({ open: false });
    expect(await fileDeedPage(world.animator, { id, slug: 'gel' })).toMatchObject({ open: true, to: 'FROZEN' });
  });
});

describe('a file', () => {
  test('goes one stage at a time, each dated; she is told of what concerns her', async () => {
    const { animator } = world;
    const { fileIds, people } = await makeLine(world, 2);
    const [fileId = ''] = fileIds;
    const personId = people[0]?.personId ?? '';
    const move = (to: Parameters<typeof moveFile>[1]['to'], more = {}) =>
      moveFile(animator, { fileId, to, word: '', ...more }, NOW);
    expect(await move('FUNDED')).toMatchObject(refused('WRONG_STAGE'));
    expect(await move('COMPLETE')).toMatchObject(refused('EMPLOYER_NEEDED'));
    done(await move('COMPLETE', { employer: ' Famille Petit ' }));
    expect(done(await move('COMPLETE')).again).toBe(true);
    expect(await mailsOf(personId)).toEqual([]);
    done(await move('FUNDED'));
    done(await move('FROZEN', { word: 'Un congé' }));
    done(await move('POSTPONED'));
    expect(done(await move('RESUMED')).stage).toBe('FUNDED');
    expect(await mailsOf(personId)).toEqual(Array.from({ length: 4 }, () => 'training-news'));
    expect(await statesOf(fileId)).toHaveLength(7);
    const file = await db().trainingFile.findUniqueOrThrow({ where: { id: fileId } });
    expect(file.employer).toBe('Famille Petit');
    const other = fileIds[1] ?? '';
    expect(done(await moveFile(animator, { fileId: other, to: 'CANCELLED', word: '' }, NOW)).toCall).toBe(1);
  });

  test('does not take up again a need that another line answers', async () => {
    const { animator, planId, north: relaisId } = world;
    const { fileIds, people } = await makeLine(world, 1);
    const [fileId = ''] = fileIds;
    done(await moveFile(animator, { fileId, to: 'POSTPONED', word: '' }, NOW));
    const needIds = people.map(({ needId }) => needId);
    done(await addLine(animator, { ...NEW_LINE, title: 'Ailleurs', planId, relaisId, needIds }, NOW));
    expect(await moveFile(animator, { fileId, to: 'RESUMED', word: '' }, NOW)).toMatchObject(refused('NEEDS_TAKEN'));
  });

  test('follows her when two files of one person are merged', async () => {
    const { lineId, people } = await makeLine(world, 3);
    const [kept, gone, last] = people.map(({ personId }) => personId);
    if (!kept || !gone || !last) throw new Error('nobody');
    const other = await makeLine(world, 1);
    const [single = ''] = other.people.map(({ personId }) => personId);
    await inTransaction(undefined, (tx) => rekeyTraining(tx, { from: gone, to: kept }, NOW));
    await inTransaction(undefined, (tx) => rekeyTraining(tx, { from: single, to: kept }, NOW));
    const rows = await db().trainingFile.findMany({ where: { personId: kept } });
    expect(rows.map((row) => row.lineId).toSorted()).toEqual([lineId, other.lineId].toSorted());
    expect(await db().trainingFile.count({ where: { personId: { in: [gone, single] } } })).toBe(0);
  });
});

test('who looks after a line hears of missing files 14 and 3 days before, once each', async () => {
  const { animatorId } = world;
  await db().person.update({ where: { id: animatorId }, data: { email: 'lea@equipe.example' } });
  const { lineId, fileIds } = await validated(world, 2, { filesDueOn: '2027-01-20', minPeople: 2 });
  const reminded = () =>
    db().outgoingMail.findMany({
      where: { personId: animatorId, template: 'training-line' },
      orderBy: { queuedAt: 'desc' },
    });
  const before = (await reminded()).length;
  const at = (day: string) => remindFiles(paris(day, '06:00'));
  expect([await at('2027-01-05'), await at('2027-01-06'), await at('2027-01-07')]).toEqual([0, 1, 0]);
  expect([await at('2027-01-17'), await at('2027-01-18'), await at('2027-01-21')]).toEqual([1, 0, 0]);
  const mails = await reminded();
  expect(mails.length - before).toBe(2);
  expect(JSON.stringify(mails[0]?.props)).toContain('Nadia Nom0');
  expect(
    (await db().history.findMany({ where: { subjectId: lineId, what: { startsWith: 'line.reminded' } } })).length,
  ).toBe(2);
  for (const fileId of fileIds)
    done(await moveFile(world.animator, { fileId, to: 'COMPLETE', employer: 'E', word: '' }, NOW));
  await db().history.deleteMany({ where: { subjectId: lineId, what: { startsWith: 'line.reminded' } } });
  expect(await at('2027-01-18')).toBe(0);
});
