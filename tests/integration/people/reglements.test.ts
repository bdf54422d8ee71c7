import { beforeAll, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { ANONYMOUS, SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { acceptReglement } from '#app/people/acceptReglement.server.ts';
import { publishReglement, type NewReglement } from '#app/people/publishReglement.server.ts';
import { reglementPage, reglementsInForce, reglementToAccept } from '#app/people/reglements.server.ts';
import { actorOf, done, makeProfessional, makeWorld, NOW, type World } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase();
let world: World;
let other: World;
let coordinator: PersonActor;
let nadia: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  other = await makeWorld();
  coordinator = actorOf(world.collectiviteId, world.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
  nadia = (await makeProfessional(world)).actor;
});

const text = (more: Partial<NewReglement> = {}): NewReglement => ({
  of: { relaisId: world.north },
  kind: 'REGLEMENT',
  title: 'Règlement',
  body: 'Prévenir en cas d’absence.',
  effectiveFrom: '2026-09-01',
  ...more,
});

test('versions follow one another; the same twice is one; the latest in force is to accept', async () => {
  const first = done(await publishReglement(coordinator, text(), NOW));
  expect(first.version).toBe(1);
  expect(done(await publishReglement(coordinator, text(), NOW))).toEqual(first);
  const second = done(
    await publishReglement(coordinator, text({ body: 'Autrement.', effectiveFrom: '2026-12-01' }), NOW),
  );
  expect(second.version).toBe(2);
  expect((await reglementToAccept(nadia, world.north, NOW))?.id).toBe(first.reglementId);
  expect(await reglementToAccept(nadia, world.south, NOW)).toBe(null);
  expect(done(await acceptReglement(nadia, { reglementId: first.reglementId }, NOW)).accepted).toBe(1);
  expect(done(await acceptReglement(nadia, { reglementId: first.reglementId }, NOW)).accepted).toBe(0);
  expect(await reglementToAccept(nadia, world.north, NOW)).toBe(null);
  const december = new Date('2026-11-30T23:30:00Z'); // 1 December in Paris
  expect((await reglementToAccept(nadia, world.north, december))?.id).toBe(second.reglementId);
  expect((await reglementsInForce(world.north, '2026-12-01')).map(({ version }) => version)).toEqual([2]);
  expect(await reglementPage(nadia, first.reglementId)).toMatchObject({
    relais: 'Relais nord',
    since: '1er septembre 2026',
    acceptedOn: '22 novembre 2026',
  });
});

test('the collectivité’s own holds in each of its relais', async () => {
  const all = done(
    await publishReglement(coordinator, text({ of: { collectiviteId: world.collectiviteId }, kind: 'CHARTE' }), NOW),
  );
  expect((await reglementToAccept(nadia, world.south, NOW))?.id).toBe(all.reglementId);
  done(await acceptReglement(nadia, { reglementId: all.reglementId }, NOW));
  expect(await reglementToAccept(nadia, world.south, NOW)).toBe(null);
});

test('"à signer" is noted by the relais and replaced by a real acceptance', async () => {
  const { reglementId } = done(await publishReglement(SYSTEM, text({ of: { relaisId: world.south } }), NOW));
  const { actor, personId } = await makeProfessional(world, { firstName: 'Awa' });
  const note = (mode: 'TO_SIGN' | 'ON_PAPER' | 'ONLINE', by: PersonActor) =>
    acceptReglement(by, { reglementId, onBehalf: { personIds: [personId], mode } }, NOW);
  expect(await note('TO_SIGN', world.animator)).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
  done(await note('TO_SIGN', coordinator));
  expect((await reglementToAccept(actor, world.south, NOW))?.id).toBe(reglementId);
  expect(await note('ONLINE', coordinator)).toMatchObject({ ok: false });
  expect(done(await note('ON_PAPER', coordinator)).accepted).toBe(1);
  expect((await reglementToAccept(actor, world.south, NOW))?.id).not.toBe(reglementId); // the charter is left
  expect(await db().acceptance.findMany({ where: { personId } })).toMatchObject([
    { mode: 'ON_PAPER', recordedById: coordinator.personId },
  ]);
});

test('refuses another relais’s, another collectivité’s, and a visitor', async () => {
  const notFound = { ok: false, refusal: { code: 'NOT_FOUND' } };
  expect(await publishReglement(world.animator, text(), NOW)).toEqual(notFound);
  expect(await publishReglement(coordinator, text({ of: { relaisId: other.north } }), NOW)).toEqual(notFound);
  expect(await publishReglement(coordinator, text({ of: { collectiviteId: other.collectiviteId } }), NOW)).toEqual(
    notFound,
  );
  const { reglementId } = done(await publishReglement(SYSTEM, text({ of: { relaisId: other.north } }), NOW));
  expect(await acceptReglement(nadia, { reglementId }, NOW)).toEqual(notFound);
  expect(await acceptReglement(ANONYMOUS, { reglementId }, NOW)).toEqual(notFound);
  expect(await reglementPage(nadia, reglementId)).toBe(null);
  const strangers = { personIds: [(await makeProfessional(world)).personId], mode: 'ON_PAPER' as const };
  expect(await acceptReglement(SYSTEM, { reglementId, onBehalf: strangers }, NOW)).toEqual(notFound);
  expect(await reglementToAccept(ANONYMOUS, world.north, NOW)).toBe(null);
});
