import { beforeAll, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { ANONYMOUS, type PersonActor } from '#app/people/actor.ts';
import { labelChild } from '#app/people/labelChild.server.ts';
import { myChildren } from '#app/people/my-children.server.ts';
import { retireChild } from '#app/people/retireChild.server.ts';
import { done, makeProfessional, makeWorld, NOW, rowsOfHistory, type World } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase();
let world: World;
let nadia: PersonActor;
let awa: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  nadia = (await makeProfessional(world)).actor;
  awa = (await makeProfessional(world, { firstName: 'Awa' })).actor;
});

const lou = { label: ' Lou ', birthMonth: '2025-09', own: false };

describe('labelChild', () => {
  test('gives a label, which the history does not repeat; the same again is refused', async () => {
    const { childId } = done(await labelChild(nadia, lou, NOW));
    expect(await myChildren(nadia, NOW)).toEqual([
      { id: childId, label: 'Lou', birthMonth: '2025-09', ageMonths: 14, age: '14 mois', own: false },
    ]);
    const history = (await rowsOfHistory(nadia.personId)).filter(({ what }) => what.startsWith('child.'));
    expect(history).toMatchObject([{ what: 'child.labelled', detail: { childId } }]);
    expect(JSON.stringify(history)).not.toContain('Lou');
    expect(await labelChild(nadia, lou, NOW)).toEqual({ ok: false, refusal: { code: 'ALREADY_THERE' } });
  });

  test('changes one of hers, not someone else’s', async () => {
    const [child] = await myChildren(nadia, NOW);
    const change = { ...lou, childId: child?.id ?? '', label: 'Loulou', own: true };
    expect(done(await labelChild(nadia, change, NOW)).childId).toBe(child?.id);
    expect(await labelChild(awa, change, NOW)).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(await myChildren(nadia, NOW)).toMatchObject([{ label: 'Loulou', own: true }]);
    expect(await myChildren(awa, NOW)).toEqual([]);
  });

  test.each([
    [{ label: 'Léa MARTIN' }, 'LABEL_SURNAME'],
    [{ label: '' }, 'LABEL_EMPTY'],
    [{ label: 'a'.repeat(31) }, 'LABEL_TOO_LONG'],
    [{ birthMonth: '2026-12' }, 'MONTH_FUTURE'],
    [{ birthMonth: '2005-01' }, 'GROWN_UP'],
    [{ birthMonth: 'hier' }, 'MONTH_WRONG'],
  ])('%j is refused: %s', async (more, code) => {
    expect(await labelChild(nadia, { ...lou, ...more }, NOW)).toEqual({ ok: false, refusal: { code } });
  });

  test('a visitor has no children', async () => {
    expect(await labelChild(ANONYMOUS, lou, NOW)).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(await myChildren(ANONYMOUS, NOW)).toEqual([]);
  });
});

describe('retireChild', () => {
  test('hers leaves the list and stays in the database; twice is once', async () => {
    const { childId } = done(await labelChild(nadia, { ...lou, label: 'Sacha' }, NOW));
    expect(await retireChild(awa, { childId }, NOW)).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(await retireChild(nadia, { childId }, NOW)).toEqual({ ok: true });
    expect(await retireChild(nadia, { childId }, NOW)).toEqual({ ok: true });
    expect((await myChildren(nadia, NOW)).map(({ label }) => label)).toEqual(['Loulou']);
    expect(await db().child.findUnique({ where: { id: childId } })).toMatchObject({ leftAt: NOW });
    const retired = (await rowsOfHistory(nadia.personId)).filter(({ what }) => what === 'child.retired');
    expect(retired).toHaveLength(1);
    expect(await retireChild(ANONYMOUS, { childId }, NOW)).toMatchObject({ ok: false });
    const change = { ...lou, childId, label: 'Sacha' };
    expect(await labelChild(nadia, change, NOW)).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });
});
