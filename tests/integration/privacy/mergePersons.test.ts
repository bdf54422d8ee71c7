import { beforeEach, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { likelyPairs } from '#app/people/doubles.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { mergePreview } from '#app/privacy/merge-preview.server.ts';
import { mergePersons } from '#app/privacy/mergePersons.server.ts';
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
} from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase({ fresh: true });
let world: World;
let kept: PersonActor;
let lost: PersonActor;
beforeEach(async () => {
  world = await makeWorld();
  kept = (await makeProfessional(world, { phone: '06 39 98 12 12' })).actor;
  const agrement = { children: 3, validFrom: '2024-05-01' };
  lost = (
    await makeProfessional(world, {
      lastName: 'MOREL',
      email: 'nadia@exemple.fr',
      phone: '06 39 98 12 12',
      communeId: world.amiens,
      agrement,
    })
  ).actor;
});

const merge = (actor = world.animator) => mergePersons(actor, { keptId: kept.personId, lostId: lost.personId }, NOW);
const placesOf = (personId: string) =>
  db().enrollment.findMany({
    where: { personId },
    orderBy: [{ session: { startsAt: 'asc' } }, { arrival: 'asc' }],
    select: { state: true, sessionId: true },
  });

async function book(actor: PersonActor, sessionId: string): Promise<void> {
  const { id } = await db().professional.findUniqueOrThrow({ where: { personId: actor.personId } });
  const party = { childIds: [], others: [{ fromMonths: 18, count: 1 }], wish: 'ASK' as const, declared: [] };
  const outcome = await enroll({ ...actor, professionalId: id }, { sessionId, ...party }, NOW);
  expect(outcome.outcome).toBe('enrolled');
}

test('the pair is found, and shown side by side before anything is done', async () => {
  const [pair] = await likelyPairs(world.animator, NOW);
  expect(pair).toMatchObject({ reason: 'même nom et même téléphone' });
  expect(new Set([pair?.a.id, pair?.b.id])).toEqual(new Set([kept.personId, lost.personId]));
  const { sessionIds } = await makeSessions(world, ['2026-12-08']);
  for (const actor of [kept, lost]) await book(actor, sessionIds[0] ?? '');
  const preview = await mergePreview(world.animator, [kept.personId, lost.personId], NOW);
  expect(preview?.shared).toHaveLength(1);
  const neighbour = actorOf(world.collectiviteId, world.speakerId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  expect(await mergePreview(neighbour, [kept.personId, lost.personId], NOW)).toBe(null);
});

test('duplicates cost as many queries among 2 as among 30', async () => {
  const two = await countStatements(() => likelyPairs(world.animator, NOW));
  for (let index = 0; index < 28; index += 1) await makeProfessional(world, { lastName: `Numéro ${index}` });
  expect(await countStatements(() => likelyPairs(world.animator, NOW))).toBe(two);
});

describe('mergePersons', () => {
  test('the kept file takes what the other had, and what it lacked; the other is empty and points at it', async () => {
    const [first = '', second = ''] = (await makeSessions(world, ['2026-12-08', '2026-12-10'])).sessionIds;
    await book(kept, first);
    await book(lost, second);
    const { collectiviteId } = world;
    await db().child.create({ data: { collectiviteId, personId: lost.personId, label: 'Léo' } });
    await db().presence.createMany({
      data: [kept, lost].map(({ personId }) => ({ sessionId: first, personId, collectiviteId, at: NOW })),
    });
    expect(await merge()).toEqual({ ok: true, doubles: 0 });
    expect((await placesOf(kept.personId)).map(({ state }) => state)).toEqual(['CONFIRMED', 'CONFIRMED']);
    const file = await db().person.findUniqueOrThrow({
      where: { id: kept.personId },
      include: {
        children: true,
        presences: true,
        professional: { include: { agrements: true, memberships: true, statuses: true } },
      },
    });
    expect(file).toMatchObject({
      email: 'nadia@exemple.fr',
      lastName: 'Morel',
      children: [{ label: 'Léo' }],
      presences: [{ sessionId: first }],
    });
    expect(file.professional).toMatchObject({
      communeId: world.amiens,
      memberships: [{ home: true }],
      statuses: [{ status: 'ACTIVE' }],
    });
    expect(file.professional?.agrements.map(({ children }) => children).sort()).toEqual([3, 4]);
    expect(
      await db().person.findUniqueOrThrow({ where: { id: lost.personId }, include: { professional: true } }),
    ).toMatchObject({
      ...{
        firstName: '',
        lastName: '',
        email: null,
        phone: null,
        searchName: ' ',
        mergedIntoId: kept.personId,
        erasedAt: NOW,
        professional: null,
      },
    });
    const history = await rowsOfHistory(kept.personId);
    expect(history.at(-1)).toMatchObject({ what: 'person.merged', detail: { from: lost.personId } });
    const told = await db().outgoingMail.findMany({ where: { template: 'file-changed' }, select: { to: true } });
    expect(told).toEqual([{ to: 'nadia@exemple.fr' }]);
  });

  test('both in the same session: the better place stays, the other goes to those waiting', async () => {
    const { sessionIds } = await makeSessions(world, ['2026-12-08'], { maxAdults: 1 });
    const [sessionId = ''] = sessionIds;
    await book(lost, sessionId);
    await book(kept, sessionId);
    expect(await merge()).toEqual({ ok: true, doubles: 1 });
    const places = await db().enrollment.findMany({
      where: { sessionId },
      orderBy: { arrival: 'asc' },
      select: { state: true, personId: true },
    });
    expect(places).toEqual([
      { state: 'CONFIRMED', personId: kept.personId },
      { state: 'CANCELLED', personId: kept.personId },
    ]);
    const jobs = await db().$queryRaw<
      { key: string }[]
    >`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'allocate-session'`;
    expect(jobs).toEqual([{ key: `allocate:${sessionId}` }]);
  });

  test('acceptances: a signature is worth more than "à signer"; sign-ins and calendar links of the other die', async () => {
    const { collectiviteId } = world;
    const { id: reglementId } = await db().reglement.create({
      data: { collectiviteId, title: 'Règlement', body: '', effectiveFrom: NOW },
    });
    const signed = { collectiviteId, reglementId, at: NOW };
    await db().acceptance.create({ data: { ...signed, personId: kept.personId, mode: 'TO_SIGN' } });
    await db().acceptance.create({ data: { ...signed, personId: lost.personId, mode: 'ONLINE' } });
    const { personId } = lost;
    await db().feedToken.create({ data: { collectiviteId, personId, tokenHash: 'empreinte', createdAt: NOW } });
    await db().authSession.create({
      data: { personId, tokenHash: 'empreinte', createdAt: NOW, expiresAt: new Date('2027-01-01'), lastSeenAt: NOW },
    });
    done(await merge());
    expect(await db().acceptance.findMany()).toMatchObject([{ personId: kept.personId, mode: 'ONLINE' }]);
    expect(await db().feedToken.findMany()).toMatchObject([{ revokedAt: NOW }]);
    expect(await db().authSession.findMany()).toMatchObject([{ revokedAt: NOW }]);
  });

  test('sheets: where both have a line, the present one stays', async () => {
    const { sessionIds } = await makeSessions(world, ['2026-12-08']);
    const [sessionId = ''] = sessionIds;
    const line = {
      collectiviteId: world.collectiviteId,
      sessionId,
      kind: 'ASSISTANTE_MATERNELLE' as const,
      hostRelaisId: world.north,
      markedAt: NOW,
    };
    for (const [actor, state] of [
      [kept, 'ABSENT'],
      [lost, 'PRESENT'],
    ] as const)
      await db().attendance.create({ data: { ...line, personId: actor.personId, state, markId: crypto.randomUUID() } });
    done(await merge());
    expect(await db().attendance.findMany({ select: { personId: true, state: true } })).toEqual([
      { personId: kept.personId, state: 'PRESENT' },
    ]);
  });

  test('refuses: the same file, another relais, whoever is of a team; the second time there is nothing left', async () => {
    const neighbour = actorOf(world.collectiviteId, world.speakerId, [{ role: 'ANIMATOR', relaisId: world.south }]);
    expect(await merge(neighbour)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await mergePersons(world.animator, { keptId: kept.personId, lostId: kept.personId }, NOW)).toMatchObject({
      refusal: { code: 'SAME_FILE' },
    });
    const role = {
      collectiviteId: world.collectiviteId,
      personId: lost.personId,
      role: 'SECRETARY' as const,
      from: NOW,
    };
    const { id } = await db().staffRole.create({ data: role });
    expect(await merge()).toMatchObject({ refusal: { code: 'WORKS_HERE' } });
    await db().staffRole.delete({ where: { id } });
    done(await merge());
    expect(await merge()).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });
});
