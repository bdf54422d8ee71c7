import { beforeAll, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { addTheme } from '#app/training/addTheme.server.ts';
import { filesDeedPage } from '#app/training/files-deed-page.server.ts';
import { joinLine } from '#app/training/joinLine.server.ts';
import { lineNewcomers } from '#app/training/line-newcomers.server.ts';
import { moveFiles } from '#app/training/moveFiles.server.ts';
import { stateNeed } from '#app/training/stateNeed.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { countStatements, done, makeProfessional, NOW } from '../catalog/world.ts';
import { mailsOf, makeLine, planWorld, stageOf, validated, type PlanWorld } from './plan-world.ts';

useDatabase();
let world: PlanWorld;
beforeAll(async () => {
  world = await planWorld();
});

const refused = (code: string) => ({ ok: false, refusal: { code } });
const stagesOf = (fileIds: readonly string[]) => Promise.all(fileIds.map(stageOf));
const withEmployer = (ids: readonly string[], employer = 'Famille Noir') => ids.map((id) => ({ id, employer }));
const plain = (ids: readonly string[]) => ids.map((id) => ({ id }));

describe('many files in one act', () => {
  test('complete, then funded: each dated and told once, the same again harmless', async () => {
    const { animator } = world;
    const { lineId, fileIds, people } = await validated(world, 4);
    const complete = { lineId, to: 'COMPLETE' as const, word: '', files: withEmployer(fileIds.slice(0, 3)) };
    expect(done(await moveFiles(animator, complete, NOW))).toEqual({ ok: true, moved: 3, left: 0, toCall: 0 });
    const fund = { lineId, to: 'FUNDED' as const, word: '', files: plain(fileIds) };
    expect(await filesDeedPage(animator, { id: lineId, slug: 'financement' })).toMatchObject({ files: { length: 3 } });
    expect(done(await moveFiles(animator, fund, NOW))).toMatchObject({ moved: 3, left: 1 });
    expect(await stagesOf(fileIds)).toEqual(['FUNDED', 'FUNDED', 'FUNDED', 'GROUPED']);
    expect(done(await moveFiles(animator, fund, NOW))).toMatchObject({ moved: 3, left: 1 });
    const [first] = people;
    expect(await mailsOf(first?.personId ?? '')).toEqual(['training-news', 'training-news']);
    expect(await db().fileState.count({ where: { fileId: fileIds[0] ?? '' } })).toBe(4);
    const again = { ...complete, files: withEmployer(fileIds) };
    expect(done(await moveFiles(animator, again, NOW))).toMatchObject({ moved: 1, left: 3 });
    expect(await stagesOf(fileIds)).toEqual(['FUNDED', 'FUNDED', 'FUNDED', 'COMPLETE']);
    expect(await filesDeedPage(animator, { id: lineId, slug: 'complet' })).toMatchObject({ files: [] });
    const freeze = { lineId, to: 'FROZEN' as const, word: 'Budget', files: plain(fileIds) };
    expect(done(await moveFiles(animator, freeze, NOW))).toMatchObject({ moved: 4, toCall: 1 });
  });

  test('refused: nobody, another line’s file, another relais, an employer missing, a stage of none', async () => {
    const { animator, southern, secretary } = world;
    const { lineId, fileIds } = await makeLine(world, 2);
    const other = await makeLine(world, 1);
    const act = { lineId, word: '', to: 'COMPLETE' as const };
    expect(await moveFiles(animator, { ...act, files: [] }, NOW)).toMatchObject(refused('NOBODY_CHOSEN'));
    const strange = { ...act, files: withEmployer([...fileIds, ...other.fileIds]) };
    expect(await moveFiles(animator, strange, NOW)).toMatchObject(refused('NOT_FOUND'));
    for (const actor of [southern, secretary]) {
      expect(await moveFiles(actor, { ...act, files: withEmployer(fileIds) }, NOW)).toMatchObject(refused('NOT_FOUND'));
      expect(await filesDeedPage(actor, { id: lineId, slug: 'complet' })).toBeNull();
    }
    const [one = '', two = ''] = fileIds;
    const lacking = { ...act, files: [{ id: one, employer: 'Famille Noir' }, { id: two }] };
    expect(await moveFiles(animator, lacking, NOW)).toMatchObject(refused('EMPLOYER_NEEDED'));
    const fund = { lineId, to: 'FUNDED' as const, word: '', files: plain(fileIds) };
    expect(await moveFiles(animator, fund, NOW)).toMatchObject(refused('WRONG_STAGE'));
    expect(await stagesOf(fileIds)).toEqual(['GROUPED', 'GROUPED']);
    expect(await filesDeedPage(animator, { id: lineId, slug: 'rien' })).toBeNull();
  });
});

describe('someone who had said nothing', () => {
  const someone = (lastName: string, relaisId = world.north) =>
    makeProfessional(world, { lastName, memberships: [{ relaisId, home: true, from: '2020-01-01' }] });

  test('is found by her name and comes into the line in one act, her need noted; twice is once', async () => {
    const { animator, collectiviteId } = world;
    const theme = { collectiviteId, relaisId: null, title: 'Pleurs', hours: 7 };
    const { themeId } = done(await addTheme(world.coordinator, theme, NOW));
    const { lineId } = await makeLine(world, 1);
    await db().trainingLine.update({ where: { id: lineId }, data: { themeId } });
    const { personId } = await someone('Éléonore-Tardive');
    const join = { lineId, personId, source: 'TELEPHONE' as const };
    expect((await lineNewcomers(animator, lineId, 'eleonore', NOW))?.found).toMatchObject([{ id: personId }]);
    expect(done(await joinLine(animator, join, NOW))).toEqual({ ok: true, again: false });
    expect(done(await joinLine(animator, join, NOW))).toEqual({ ok: true, again: true });
    expect(await db().trainingNeed.findMany({ where: { personId } })).toMatchObject([{ themeId, source: 'TELEPHONE' }]);
    expect(await db().trainingFile.findMany({ where: { lineId, personId } })).toMatchObject([{ stage: 'GROUPED' }]);
    expect((await lineNewcomers(animator, lineId, 'eleonore', NOW))?.found).toEqual([]);
    expect((await lineNewcomers(animator, lineId, '', NOW))?.found).toEqual([]);
  });

  test('keeps the need she had said, in her words', async () => {
    const { animator } = world;
    const { lineId } = await makeLine(world, 1);
    const title = 'Gestes de premiers secours';
    const { personId, actor } = await someone('Disante');
    const said = {
      themeId: null,
      words: title,
      why: 'Pour moi',
      suits: ['SATURDAY' as const],
      urgency: 'URGENT' as const,
    };
    const { needId } = done(await stateNeed(actor, { ...said, source: 'SELF' }, NOW));
    done(await joinLine(animator, { lineId, personId, source: 'INTERVIEW' }, NOW));
    expect(await db().trainingNeed.findMany({ where: { personId } })).toMatchObject([
      { id: needId, why: 'Pour moi', suits: ['SATURDAY'], source: 'SELF' },
    ]);
    const second = await makeLine(world, 1);
    const twice = await joinLine(animator, { lineId: second.lineId, personId, source: 'INTERVIEW' }, NOW);
    expect(twice).toMatchObject(refused('NEED_ELSEWHERE'));
  });

  test('is refused, and nothing noted: of another relais, by who reads no needs, in a full or cancelled line', async () => {
    const { animator, southern, secretary, south } = world;
    const { lineId } = await makeLine(world, 2, { minPeople: 1, maxPeople: 2 });
    const far = await someone('Lointaine', south);
    const near = await someone('Lointaine');
    const join = { lineId, personId: near.personId, source: 'TELEPHONE' as const };
    expect(await joinLine(animator, { ...join, personId: far.personId }, NOW)).toMatchObject(refused('NOT_FOUND'));
    expect((await lineNewcomers(animator, lineId, 'lointaine', NOW))?.found.map(({ id }) => id)).toEqual([
      near.personId,
    ]);
    for (const actor of [southern, secretary]) {
      expect(await joinLine(actor, join, NOW)).toMatchObject(refused('NOT_FOUND'));
      expect(await lineNewcomers(actor, lineId, 'lointaine', NOW)).toBeNull();
    }
    expect(await joinLine(animator, join, NOW)).toMatchObject(refused('TOO_MANY'));
    await db().trainingLine.update({ where: { id: lineId }, data: { stage: 'CANCELLED' } });
    expect(await joinLine(animator, join, NOW)).toMatchObject(refused('LINE_CLOSED'));
    expect(await db().trainingNeed.count({ where: { personId: near.personId } })).toBe(0);
  });

  test('is looked for in the same number of queries among one or thirty', async () => {
    const { animator } = world;
    const { lineId } = await makeLine(world, 1);
    await someone('Multiple');
    const one = await countStatements(() => lineNewcomers(animator, lineId, 'multiple', NOW));
    for (let i = 0; i < 29; i += 1) await someone('Multiple');
    const many = await countStatements(() => lineNewcomers(animator, lineId, 'multiple', NOW));
    expect(many).toEqual(one);
  });
});
