import { beforeAll, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { ANONYMOUS, SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { acceptReglement } from '#app/people/acceptReglement.server.ts';
import { publishReglement, type NewReglement } from '#app/people/publishReglement.server.ts';
import { newVersionPage, reglementList } from '#app/people/reglement-list.server.ts';
import { readReglement } from '#app/people/reglement.schema.server.ts';
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

test('a date mistyped is mended by publishing again, and everyone is asked for the same version', async () => {
  const { coordinator, relaisId, am } = await elsewhere();
  const publish = async (effectiveFrom: string) =>
    done(await publishReglement(coordinator, text({ of: { relaisId }, effectiveFrom }), NOW)).reglementId;
  await publish('2026-09-01');
  await publish('2062-12-01');
  const meant = await publish('2026-06-01');
  expect((await reglementToAccept(am, relaisId, NOW))?.id).toBe(meant);
  expect((await reglementsInForce(relaisId, '2026-11-22')).map(({ id }) => id)).toEqual([meant]);
  expect((await reglementsInForce(relaisId, '2063-01-01')).map(({ id }) => id)).toEqual([meant]);
  const shown = await reglementList(coordinator, NOW);
  expect(shown?.series[0]?.versions.map(({ version, state }) => [version, state])).toEqual([
    [3, 'IN_FORCE'],
    [2, 'SUPERSEDED'],
    [1, 'PAST'],
  ]);
});

test('each sees and writes anew what she may publish, with how many accepted it', async () => {
  const { coordinator, world: own, relaisId, am } = await elsewhere();
  const { reglementId } = done(await publishReglement(coordinator, text({ of: { relaisId } }), NOW));
  done(await acceptReglement(am, { reglementId }, NOW));
  const common = text({ of: { collectiviteId: own.collectiviteId }, kind: 'CHARTE', title: 'Charte commune' });
  const charter = done(await publishReglement(coordinator, common, NOW));
  const all = await reglementList(coordinator, NOW);
  expect(all?.series.map(({ owner, kind }) => `${owner}, ${kind}`)).toEqual([
    'Tous les relais, Charte',
    'Relais nord, Règlement de fonctionnement',
  ]);
  expect(all?.series[1]?.versions[0]?.accepted).toEqual({ online: 1, onPaper: 0, toSign: 0 });
  const ofNorth = actorOf(own.collectiviteId, own.animatorId, [{ role: 'COORDINATOR', relaisId }]);
  expect((await reglementList(ofNorth, NOW))?.series.map(({ owner }) => owner)).toEqual(['Relais nord']);
  expect((await newVersionPage(ofNorth, null, NOW))?.owners.map(({ label }) => label)).toEqual(['Relais nord']);
  expect(await newVersionPage(ofNorth, charter.reglementId, NOW)).toBe(null);
  expect((await newVersionPage(coordinator, charter.reglementId, NOW))?.values).toMatchObject({
    ...{ pour: 'tous', type: 'CHARTE', titre: 'Charte commune', des: '2026-11-22' },
  });
  for (const id of ['x', world.north]) expect(await newVersionPage(coordinator, id, NOW)).toBe(null);
  expect(await reglementList(own.animator, NOW)).toBe(null);
  expect(await newVersionPage(own.animator, null, NOW)).toBe(null);
});

test('its form says what is missing, field by field', () => {
  const form = new FormData();
  form.set('des', '2026-02-31');
  const read = readReglement(form, world.collectiviteId);
  expect(read.ok ? [] : read.issues.map(({ path }) => path[0])).toEqual(['pour', 'type', 'titre', 'texte', 'des']);
  for (const [name, value] of Object.entries({
    pour: 'tous',
    type: 'CHARTE',
    titre: 'Charte',
    texte: 'Un\r\n\r\nDeux',
  }))
    form.set(name, value);
  form.set('des', '2027-01-01');
  expect(readReglement(form, world.collectiviteId)).toEqual({
    ok: true,
    version: {
      ...{ of: { collectiviteId: world.collectiviteId }, kind: 'CHARTE', title: 'Charte' },
      ...{ body: 'Un\n\nDeux', effectiveFrom: '2027-01-01' },
    },
  });
});

async function elsewhere() {
  const own = await makeWorld();
  const { actor: am } = await makeProfessional(own);
  const whole = actorOf(own.collectiviteId, own.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
  return { world: own, relaisId: own.north, coordinator: whole, am };
}
