import { beforeAll, expect, test } from 'vitest';
import { addMaterial, type NewMaterial } from '#app/catalog/addMaterial.server.ts';
import { retireMaterial } from '#app/catalog/retireMaterial.server.ts';
import { db } from '#app/db/client.server.ts';
import { materialFile } from '#app/enrollment/material-file.server.ts';
import { myMaterials } from '#app/enrollment/my-materials.server.ts';
import { recordPresence } from '#app/enrollment/recordPresence.server.ts';
import { sessionMaterials } from '#app/enrollment/session-materials.server.ts';
import { teamMaterials } from '#app/enrollment/team-materials.server.ts';
import { tellMaterial } from '#app/enrollment/tellMaterial.server.ts';
import { ANONYMOUS, type PersonActor } from '#app/people/actor.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  done,
  makeProfessional,
  makeSessions,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from '../catalog/world.ts';

useDatabase();
let arrivals = 900;
const AFTER = new Date('2026-12-04T09:00:00Z');
const PDF = Uint8Array.from('%PDF-1.4\n…', (sign) => sign.charCodeAt(0) & 255);

let world: World;
let activityId: string;
let first: string;
let second: string;
let marc: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  const made = await makeSessions(world, ['2026-11-26', '2026-12-03'], { kind: 'REUNION', title: 'Le sommeil' });
  activityId = made.activityId;
  [first = '', second = ''] = made.sessionIds;
  marc = actorOf(world.collectiviteId, world.speakerId);
  await assign(world, first);
});

const assign = (
  { collectiviteId, speakerId: personId }: World,
  sessionId: string,
  state: 'ACCEPTED' | 'PROPOSED' = 'ACCEPTED',
) => db().assignment.create({ data: { collectiviteId, sessionId, personId, role: 'INTERVENANT', state } });

async function enrolled(sessionId: string, state: 'CONFIRMED' | 'REQUESTED' | 'WAITING', email: string | null = null) {
  const { actor } = await makeProfessional(world, email === null ? {} : { email });
  const { collectiviteId } = world;
  const { personId } = actor;
  await db().enrollment.create({
    data: {
      collectiviteId,
      sessionId,
      personId,
      state,
      arrival: (arrivals += 1),
      createdAt: NOW,
      createdById: personId,
      changedAt: NOW,
    },
  });
  return actor;
}

const link = (more: Partial<NewMaterial> = {}): NewMaterial => ({
  ...{ activityId, sessionId: null, when: 'BEFORE', title: 'À lire', url: 'https://www.exemple.fr/sommeil' },
  ...more,
});
const file = (more: Partial<NewMaterial> = {}): NewMaterial => ({
  ...{ activityId, sessionId: first, when: 'AFTER', title: '', file: { bytes: PDF, name: 'Diaporama.pdf' } },
  ...more,
});
const titles = async (actor: PersonActor, sessionId = first, now = NOW) =>
  (await sessionMaterials(actor, sessionId, now)).map(({ title }) => title);

test('what is wrong is refused; the same again is the same; another relais sees nothing', async () => {
  const add = (input: NewMaterial) => addMaterial(world.animator, input, NOW);
  const wrong = { bytes: PDF.slice(3), name: 'rapport.pdf' };
  for (const [input, code] of [
    [link({ url: '' }), 'NOTHING_GIVEN'],
    [link({ url: 'javascript:alert(1)' }), 'LINK_WRONG'],
    [link({ file: { bytes: PDF, name: 'a.pdf' } }), 'BOTH_GIVEN'],
    [link({ title: ' ' }), 'TITLE_EMPTY'],
    [file({ file: wrong }), 'FILE_WRONG'],
    [file({ file: { bytes: new Uint8Array(10_000_001), name: 'a.pdf' } }), 'FILE_TOO_LARGE'],
    [link({ sessionId: world.siteId }), 'NOT_FOUND'],
    [link({ activityId: world.siteId }), 'NOT_FOUND'],
  ] as const)
    expect(await add(input)).toMatchObject({ refusal: { code } });
  const { materialId } = done(await add(link()));
  expect(done(await add(link()))).toMatchObject({ materialId, again: true });
  const other = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  const secretary = actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId: world.north }]);
  for (const actor of [other, secretary, (await makeWorld()).animator]) {
    expect(await addMaterial(actor, link({ title: 'Autre' }), NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await retireMaterial(actor, { materialId }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  }
  expect(await teamMaterials(other, activityId, NOW)).toBeNull();
  expect(await teamMaterials(secretary, activityId, NOW)).toMatchObject({
    adds: false,
    materials: [{ title: 'À lire' }],
  });
  expect((await rowsOfHistory(activityId)).filter(({ what }) => what === 'material.added')).toHaveLength(1);
});

test('an intervenant adds to the session he accepted, and takes back only what he added', async () => {
  const [theirs] = (await teamMaterials(world.animator, activityId, NOW))?.materials ?? [];
  const { materialId } = done(await addMaterial(marc, file(), NOW));
  for (const sessionId of [null, second])
    expect(await addMaterial(marc, file({ sessionId }), NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  expect(await retireMaterial(marc, { materialId: theirs?.id ?? '' }, NOW)).toMatchObject({ ok: false });
  expect(await titles(marc)).toEqual(['À lire', 'Diaporama.pdf']);
  expect(await materialFile(marc, materialId, NOW)).toMatchObject({
    name: 'Diaporama.pdf',
    mediaType: 'application/pdf',
  });
  await db().assignment.updateMany({ where: { sessionId: first, role: 'INTERVENANT' }, data: { state: 'DECLINED' } });
  expect(await titles(marc)).toEqual([]);
  await db().assignment.updateMany({ where: { sessionId: first, role: 'INTERVENANT' }, data: { state: 'ACCEPTED' } });
});

test('those enrolled read, a request until the session is over; who waits, a stranger or nobody does not', async () => {
  const confirmed = await enrolled(first, 'CONFIRMED');
  const asked = await enrolled(first, 'REQUESTED');
  const waiting = await enrolled(first, 'WAITING');
  const elsewhere = await enrolled(second, 'CONFIRMED');
  expect(await titles(confirmed)).toEqual(['À lire', 'Diaporama.pdf']);
  expect(await titles(asked)).toHaveLength(2);
  expect(await titles(asked, first, AFTER)).toEqual([]);
  expect(await titles(waiting)).toEqual([]);
  expect(await titles(elsewhere)).toEqual(['À lire']);
  const walkIn = (await makeProfessional(world)).actor;
  expect(await titles(walkIn, first, AFTER)).toEqual([]);
  const { personId } = walkIn;
  await recordPresence(db(), { sessionId: first, personId, collectiviteId: world.collectiviteId, came: true }, AFTER);
  expect(await titles(walkIn, first, AFTER)).toHaveLength(2);
  expect(await myMaterials(confirmed, NOW)).toMatchObject([{ activityId, title: 'Le sommeil', materials: [{}, {}] }]);
  expect(await myMaterials(waiting, NOW)).toEqual([]);
  expect(await sessionMaterials(ANONYMOUS, first, NOW)).toEqual([]);
  const { id } = await db().material.findFirstOrThrow({ where: { activityId, when: 'AFTER' } });
  const stranger = (await makeWorld()).animator;
  for (const actor of [waiting, elsewhere, stranger, ANONYMOUS]) expect(await materialFile(actor, id, NOW)).toBeNull();
  expect((await materialFile(confirmed, id, NOW))?.content.length).toBe(PDF.length);
});

test('those enrolled are told once, of what is read afterwards alone; what is taken away opens no more', async () => {
  const told = await enrolled(first, 'CONFIRMED', 'lue@test.example');
  const after = await db().material.findFirstOrThrow({ where: { activityId, when: 'AFTER' } });
  const before = await db().material.findFirstOrThrow({ where: { activityId, when: 'BEFORE' } });
  expect(await tellMaterial(world.animator, { materialId: before.id }, NOW)).toMatchObject({ ok: false });
  expect(await tellMaterial((await makeWorld()).animator, { materialId: after.id }, NOW)).toMatchObject({ ok: false });
  expect(done(await tellMaterial(world.animator, { materialId: after.id }, NOW))).toMatchObject({
    told: 1,
    again: false,
  });
  expect(done(await tellMaterial(world.animator, { materialId: after.id }, NOW))).toMatchObject({
    told: 0,
    again: true,
  });
  const mails = await db().outgoingMail.findMany({ where: { template: 'material-added', personId: told.personId } });
  expect(mails.map(({ props }) => props)).toMatchObject([
    { activity: 'Le sommeil', title: 'Diaporama.pdf', activityId },
  ]);
  done(await retireMaterial(world.animator, { materialId: after.id }, NOW));
  done(await retireMaterial(world.animator, { materialId: after.id }, NOW));
  expect(await materialFile(told, after.id, NOW)).toBeNull();
  expect(await titles(told)).toEqual(['À lire']);
});

test('of an ANALYSE: its participants, its facilitator and its composer; not even the coordinator', async () => {
  const analyse = await makeSessions(world, ['2026-11-27'], { kind: 'ANALYSE', title: 'Cycle', maxChildren: null });
  const [sessionId = ''] = analyse.sessionIds;
  const { collectiviteId, north: relaisId, animatorId: composerId, speakerId: facilitatorId } = world;
  await db().cohort.create({
    data: {
      collectiviteId,
      relaisId,
      composerId,
      facilitatorId,
      name: 'Cycle',
      createdAt: NOW,
      activityId: analyse.activityId,
    },
  });
  const input = link({ activityId: analyse.activityId });
  const coordinator = actorOf(collectiviteId, world.siteId, [{ role: 'COORDINATOR', relaisId: null }]);
  const colleague = actorOf(collectiviteId, world.siteId, [{ role: 'ANIMATOR', relaisId }]);
  for (const actor of [coordinator, colleague]) {
    expect(await addMaterial(actor, input, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await teamMaterials(actor, analyse.activityId, NOW)).toBeNull();
  }
  done(await addMaterial(marc, input, NOW));
  const member = await enrolled(sessionId, 'CONFIRMED');
  for (const actor of [marc, world.animator, member]) expect(await titles(actor, sessionId)).toEqual(['À lire']);
  for (const actor of [coordinator, colleague]) expect(await titles(actor, sessionId)).toEqual([]);
});

test('the reads ask the same of the database for one document and for thirty', async () => {
  const reader = await enrolled(first, 'CONFIRMED');
  const reads = async () => [
    await countStatements(() => sessionMaterials(reader, first, NOW)),
    await countStatements(() => myMaterials(reader, NOW)),
    await countStatements(() => teamMaterials(world.animator, activityId, NOW)),
  ];
  const few = await reads();
  for (let n = 0; n < 30; n += 1) done(await addMaterial(world.animator, link({ title: `Document ${n}` }), NOW));
  expect(await reads()).toEqual(few);
});
