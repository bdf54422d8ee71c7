import { beforeAll, expect, test } from 'vitest';

import { catalogue } from '#app/catalog/catalogue.server.ts';
import { db } from '#app/db/client.server.ts';
import { actorOf } from '#tests/integration/catalog/world.ts';
import { ANONYMOUS } from '#app/people/actor.ts';
import { reglementToAccept } from '#app/people/reglements.server.ts';
import { myChildren } from '#app/people/my-children.server.ts';
import { findings } from '#app/server/invariants.server.ts';
import { fillDemo } from '#app/server/fillDemo.server.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase();
const NOW = new Date('2026-11-22T09:00:00Z');
const lines: string[] = [];

beforeAll(async () => {
  await fillDemo({ now: () => NOW, progress: (line) => lines.push(line) });
}, 240_000);

const personOf = (account: string) =>
  db().person.findFirstOrThrow({ where: { email: `${account}@demo.ribambelle.example` } });

test('six relais, 39 communes, 491 professionals, a school year of every kind', async () => {
  expect(await db().relais.count()).toBe(6);
  expect(await db().commune.count()).toBe(39);
  expect(await db().professional.count()).toBe(491);
  const kinds = await db().activity.groupBy({ by: ['kind'] });
  expect(kinds).toHaveLength(7);
  const { _min, _max, _count } = await db().session.aggregate({
    _min: { startsAt: true },
    _max: { startsAt: true },
    _count: true,
  });
  expect(_count).toBeGreaterThan(700);
  expect(_min.startsAt?.toISOString().slice(0, 7)).toBe('2026-09');
  expect(_max.startsAt?.toISOString().slice(0, 7)).toBe('2027-07');
  expect(await db().session.count({ where: { state: 'DRAFT' } })).toBeGreaterThan(0);
  expect(await db().session.count({ where: { state: 'CANCELLED' } })).toBe(1);
});

test('the one-click accounts are as the contract says', async () => {
  const nadia = await personOf('nadia.morel');
  const awa = await personOf('awa.diallo');
  const relais = await db().relais.findFirstOrThrow({ where: { slug: 'amiens-nord' } });
  for (const { id, collectiviteId } of [nadia, awa]) {
    const actor = actorOf(collectiviteId, id);
    expect(await reglementToAccept(actor, relais.id, NOW)).toBe(null);
    expect(await myChildren(actor, NOW)).toHaveLength(2);
  }
  expect(await db().enrollment.count({ where: { personId: awa.id } })).toBe(0);
  const states = await db().enrollment.groupBy({
    by: ['state'],
    where: { personId: nadia.id, session: { startsAt: { gt: NOW } } },
    _count: true,
    orderBy: { state: 'asc' },
  });
  expect(states.map(({ state }) => state).sort()).toEqual(['CONFIRMED', 'OFFERED', 'WAITING']);
  for (const account of ['lea.martin', 'sophie.lefevre', 'marc.petit', 'ines.roux', 'admin']) await personOf(account);
  expect(await db().staffRole.count({ where: { person: { email: { startsWith: 'lea.martin@' } } } })).toBe(2);
});

test('some sessions are full with a queue, past ones have presences, all that remains to do is recent', async () => {
  const waiting = await db().enrollment.groupBy({ by: ['sessionId'], where: { state: 'WAITING' } });
  expect(waiting.length).toBeGreaterThanOrEqual(5);
  expect(await db().presence.count()).toBeGreaterThan(200);
  const jobs = await db().$queryRaw<{ task: string; n: number }[]>`
    SELECT task_identifier AS task, count(*)::int AS n FROM graphile_worker.jobs GROUP BY 1`;
  expect(jobs.reduce((sum, { n }) => sum + n, 0)).toBeLessThan(60);
  const { days, calls } = await catalogue(ANONYMOUS, {}, NOW);
  expect(days.length).toBeGreaterThan(2);
  expect(calls).toHaveLength(3);
  expect(lines.at(-1)).toBe('agendas prêts');
  expect((await findings()).found).toEqual([]);
});
