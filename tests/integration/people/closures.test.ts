import { expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { addClosure } from '#app/people/addClosure.server.ts';
import { changeClosure } from '#app/people/changeClosure.server.ts';
import { closable } from '#app/people/closable.server.ts';
import type { ClosureOf } from '#app/people/closure.ts';
import { closures } from '#app/people/closures.server.ts';
import { removeClosure } from '#app/people/removeClosure.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { countStatements } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addStaff, at, now, world, type World } from '#tests/integration/enrollment/world.ts';

useDatabase();

const DAYS = { first: '2026-11-24', last: '2026-11-25', reason: 'congés' };

async function otherRelais({ collectiviteId, relaisId }: World): Promise<string> {
  const { id } = await db().relais.create({
    data: { collectiviteId, slug: `autre-${relaisId}`, name: 'Relais du Moulin' },
  });
  return id;
}

const answer = async (actor: PersonActor, of: ClosureOf, days = {}) => {
  const outcome = await addClosure(actor, { ...DAYS, ...of, ...days }, now);
  return outcome.ok ? 'ok' : outcome.refusal.code;
};

test('who may close what', async () => {
  const place = await world();
  const { animator, relaisId, siteId, collectiviteId } = place;
  await db().siteUse.create({ data: { collectiviteId, siteId, relaisId } });
  const other = await addStaff(place, { role: 'ANIMATOR', relaisId: await otherRelais(place) });
  const secretary = await addStaff(place, { role: 'SECRETARY', relaisId });
  const coordinator = await addStaff(place, { role: 'COORDINATOR', relaisId: null });
  const stranger = (await world()).animator;
  const relais = { relaisId };
  const site = { siteId };
  const person = { personId: animator.personId };
  const expected: [PersonActor, ClosureOf, string][] = [
    ...[relais, site, person].map((of) => [animator, of, 'ok'] as [PersonActor, ClosureOf, string]),
    ...[relais, site, person].map((of) => [coordinator, of, 'ok'] as [PersonActor, ClosureOf, string]),
    ...[relais, site, person].map((of) => [other, of, 'NOT_FOUND'] as [PersonActor, ClosureOf, string]),
    ...[relais, site, person].map((of) => [stranger, of, 'NOT_FOUND'] as [PersonActor, ClosureOf, string]),
    [secretary, relais, 'NOT_FOUND'],
    [secretary, { personId: secretary.personId }, 'ok'],
    [at(0, place.ams), { personId: at(0, place.ams).personId }, 'NOT_FOUND'],
    [animator, { personId: at(0, place.ams).personId }, 'NOT_FOUND'],
  ];
  for (const [actor, of, wanted] of expected) expect(await answer(actor, of)).toBe(wanted);
  const groups = await closable(secretary);
  expect(groups).toEqual([
    { label: 'Équipe', options: [{ value: `person:${secretary.personId}`, label: 'Léa Martin (moi)' }] },
  ]);
});

test('wrong days and reasons are refused; the same twice is one', async () => {
  const { animator, relaisId } = await world();
  const of = { relaisId };
  expect(await answer(animator, of, { first: '2026-02-30' })).toBe('DATES_WRONG');
  expect(await answer(animator, of, { last: '2026-11-23' })).toBe('DATES_WRONG');
  expect(await answer(animator, of, { last: '2027-11-24', yearly: true })).toBe('DATES_WRONG');
  expect(await answer(animator, of, { last: '2027-11-23', yearly: true })).toBe('ok');
  expect(await answer(animator, { personId: animator.personId }, { reason: 'grippe' })).toBe('REASON_UNKNOWN');
  for (const part of ['MORNING', 'AFTERNOON', 'MORNING']) expect(await answer(animator, of, { part })).toBe('ok');
  expect(await db().closure.count({ where: { relaisId } })).toBe(3);
});

test('a closure is changed, then lifted, each once; the history keeps both', async () => {
  const place = await world();
  const { animator, relaisId } = place;
  const added = await addClosure(animator, { relaisId, ...DAYS }, now);
  if (!added.ok) throw new Error('refused');
  const { closureId } = added;
  const change = { closureId, ...DAYS, part: 'MORNING' as const };
  const stranger = (await world()).animator;
  expect(await changeClosure(stranger, change, now)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  expect(await removeClosure(stranger, { closureId }, now)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  expect(await changeClosure(animator, { ...change, last: '2026-01-01' }, now)).toMatchObject({ ok: false });
  expect(await changeClosure(animator, change, now)).toEqual({ ok: true, changed: true });
  expect(await changeClosure(animator, change, now)).toEqual({ ok: true, changed: false });
  expect((await closures(animator, { relaisId }, now)).map(({ days }) => days)).toEqual([
    'Du 24 au 25 novembre, le matin',
  ]);
  expect(await removeClosure(animator, { closureId }, now)).toEqual({ ok: true, again: false });
  expect(await removeClosure(animator, { closureId }, now)).toEqual({ ok: true, again: true });
  expect(await removeClosure(stranger, { closureId }, now)).toMatchObject({ ok: false });
  const history = await db().history.findMany({ where: { subjectId: closureId }, select: { what: true } });
  expect(history.map(({ what }) => what).sort()).toEqual(['closure.added', 'closure.changed', 'closure.removed']);
});

test('the list holds what concerns her relais, past apart, in as many statements for one as for thirty', async () => {
  const place = await world();
  const { animator, relaisId } = place;
  const other = await addStaff(place, { role: 'ANIMATOR', relaisId: await otherRelais(place) });
  await answer(animator, { relaisId }, { first: '2026-10-01', last: '2026-10-02' });
  await answer(animator, { personId: animator.personId });
  const read = () => closures(animator, {}, now);
  const before = await countStatements(read);
  for (let n = 10; n < 39; n += 1) {
    const first = `2027-0${n < 30 ? 1 : 2}-${n < 30 ? n : n - 20}`;
    await answer(animator, { relaisId }, { first, last: first });
  }
  expect(await read()).toHaveLength(30);
  expect(await countStatements(read)).toBe(before);
  expect((await closures(animator, { past: true }, now)).map(({ past, hers }) => [past, hers])).toEqual([[true, true]]);
  expect(await closures(other, {}, now)).toEqual([]);
});
