import { beforeAll, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { attachProof } from '#app/training/attachProof.server.ts';
import { declareTraining } from '#app/training/declareTraining.server.ts';
import { findRenewals } from '#app/training/findRenewals.server.ts';
import { myNeeds } from '#app/training/my-needs.server.ts';
import { personRecord } from '#app/training/person-record.server.ts';
import { proofOf } from '#app/training/proofs.server.ts';
import { withdrawTraining } from '#app/training/withdrawTraining.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { actorOf, done, makeProfessional, makeWorld, NOW, type World } from '../catalog/world.ts';

useDatabase();
let world: World;
let nadia: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  nadia = (await makeProfessional(world)).actor;
});

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const paper = (text = '%PDF-1.7') => ({ name: 'diplôme.pdf', content: bytes(text) });
const training = { themeId: null, title: 'Le sommeil', organisation: '', on: '2026-02-14', hours: 3.5, initial: false };

test('a training is declared with its proof, which is replaced, and read by her and by her relais’s team alone', async () => {
  const { trainingId } = done(await declareTraining(nadia, { ...training, expiresOn: null, proof: paper() }, NOW));
  expect(Buffer.from((await proofOf(nadia, trainingId, NOW))?.content ?? []).toString()).toBe('%PDF-1.7');
  const photo = { name: 'photo.jpeg', content: bytes('\xff\xd8\xff\xe0') };
  done(await attachProof(nadia, { trainingId, proof: photo }, NOW));
  done(await attachProof(nadia, { trainingId, proof: photo }, NOW));
  expect(await proofOf(world.animator, trainingId, NOW)).toMatchObject({ name: 'photo.jpg', mediaType: 'image/jpeg' });
  expect((await personRecord(nadia, NOW))?.years[0]?.trainings).toMatchObject([
    { proof: 'photo.jpg', source: 'DECLARED' },
  ]);
  const south = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  const secretary = actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId: world.north }]);
  const { actor: other } = await makeProfessional(world, { firstName: 'Awa' });
  for (const actor of [south, secretary, other, (await makeWorld()).animator]) {
    expect(await proofOf(actor, trainingId, NOW)).toBeNull();
    expect(await attachProof(actor, { trainingId, proof: photo }, NOW)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  }
  done(await withdrawTraining(nadia, { trainingId }, NOW));
  expect(await proofOf(nadia, trainingId, NOW)).toBeNull();
  expect(await attachProof(nadia, { trainingId, proof: photo }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
});

test('what is no paper, or too large, is refused, and nothing is declared', async () => {
  const say = (content: Uint8Array<ArrayBuffer>) =>
    declareTraining(nadia, { ...training, title: 'Refusée', expiresOn: null, proof: { name: 'x.pdf', content } }, NOW);
  expect(await say(bytes('<script>'))).toMatchObject({ refusal: { code: 'PROOF_WRONG' } });
  const large = new Uint8Array(5_000_001);
  large.set(bytes('%PDF-'));
  expect(await say(large)).toMatchObject({ refusal: { code: 'PROOF_TOO_LARGE' } });
  expect(await db().declaredTraining.count({ where: { title: 'Refusée' } })).toBe(0);
});

test('declaring the theme again closes its renewal; a theme of elsewhere is refused', async () => {
  const { actor } = await makeProfessional(world, { firstName: 'Lou' });
  const { id: themeId } = await db().trainingTheme.create({
    data: { collectiviteId: world.collectiviteId, title: 'Extincteurs', hours: 3 },
  });
  const past = { ...training, themeId, title: 'Habilitation', on: '2025-01-10', expiresOn: '2027-01-10' };
  done(await declareTraining(actor, past, NOW));
  await findRenewals(NOW);
  expect((await myNeeds(actor, NOW))?.needs).toHaveLength(1);
  expect((await personRecord(actor, NOW))?.renewals).toMatchObject([{ title: 'Extincteurs', state: 'SOON' }]);
  done(
    await declareTraining(
      actor,
      { ...training, themeId, title: 'Autre titre', on: '2026-11-10', expiresOn: null },
      NOW,
    ),
  );
  expect((await myNeeds(actor, NOW))?.needs).toEqual([]);
  expect((await personRecord(actor, NOW))?.renewals).toEqual([]);
  const elsewhere = await makeWorld();
  const { id } = await db().trainingTheme.create({
    data: { collectiviteId: elsewhere.collectiviteId, title: 'Ailleurs' },
  });
  const foreign = { ...training, themeId: id, expiresOn: null };
  expect(await declareTraining(actor, foreign, NOW)).toMatchObject({ refusal: { code: 'THEME_UNKNOWN' } });
});
