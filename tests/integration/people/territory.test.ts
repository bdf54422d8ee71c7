import { beforeAll, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { ANONYMOUS, SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { addClosure } from '#app/people/addClosure.server.ts';
import { createCollectivite } from '#app/people/createCollectivite.server.ts';
import { createCommunes } from '#app/people/createCommunes.server.ts';
import { createRelais } from '#app/people/createRelais.server.ts';
import { createSite } from '#app/people/createSite.server.ts';
import { relaisList, relaisPage } from '#app/people/relais-pages.server.ts';
import {
  actorOf,
  countStatements,
  done,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

useDatabase();
let world: World;
let coordinator: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  coordinator = actorOf(world.collectiviteId, world.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
});

describe('createCollectivite', () => {
  test('only the application itself creates one, and a slug once', async () => {
    const input = { slug: 'ailleurs', name: 'Ailleurs', zone: 'A' } as const;
    expect(await createCollectivite(coordinator, input, NOW)).toEqual({ ok: false, refusal: { code: 'NOT_ALLOWED' } });
    expect(await createCollectivite(ANONYMOUS, input, NOW)).toMatchObject({ ok: false });
    const { collectiviteId } = done(await createCollectivite(SYSTEM, input, NOW));
    expect(await rowsOfHistory(collectiviteId)).toMatchObject([
      { what: 'collectivite.created', actorId: null, at: NOW },
    ]);
    expect(await createCollectivite(SYSTEM, input, NOW)).toEqual({ ok: false, refusal: { code: 'SLUG_TAKEN' } });
  });
});

describe('createCommunes', () => {
  test('adds those that are missing; twice changes nothing', async () => {
    const input = { collectiviteId: world.collectiviteId, communes: [{ name: 'Amiens' }, { name: 'Camon' }] };
    const { communeIds } = done(await createCommunes(coordinator, input, NOW));
    expect(communeIds.get('Amiens')).toBe(world.amiens);
    expect(done(await createCommunes(coordinator, input, NOW)).communeIds).toEqual(communeIds);
    expect(await db().commune.count({ where: { collectiviteId: world.collectiviteId } })).toBe(3);
  });

  test('refuses an animator, and another collectivité’s coordinator', async () => {
    const other = await makeWorld();
    const communes = [{ name: 'Rivery' }];
    for (const [actor, collectiviteId] of [
      [world.animator, world.collectiviteId],
      [coordinator, other.collectiviteId],
    ] as const) {
      expect(await createCommunes(actor, { collectiviteId, communes }, NOW)).toEqual({
        ok: false,
        refusal: { code: 'NOT_ALLOWED' },
      });
    }
  });
});

describe('createRelais', () => {
  const input = (more: object = {}) => ({
    collectiviteId: world.collectiviteId,
    slug: 'est',
    name: 'Relais Est',
    phone: '0353011099',
    communes: [{ communeId: world.amiens, reason: 'AGREEMENT' as const, from: '2026-01-01', until: '2026-12-31' }],
    contacts: [{ sector: 'Quartier Est', name: 'Léa' }],
    ...more,
  });

  test('happy, then refused: slug taken, slug wrong, foreign commune, not allowed', async () => {
    const { relaisId } = done(await createRelais(coordinator, input(), NOW));
    expect(await rowsOfHistory(relaisId)).toMatchObject([{ what: 'relais.created', actorId: coordinator.personId }]);
    const page = await relaisPage(ANONYMOUS, 'est', NOW);
    expect(page).toMatchObject({
      name: 'Relais Est',
      phone: '03 53 01 10 99',
      communes: [{ name: 'Amiens', byAgreement: true }],
      contacts: [{ sector: 'Quartier Est', name: 'Léa' }],
    });
    const refusal = async (more: object) => {
      const outcome = await createRelais(coordinator, input(more), NOW);
      return outcome.ok ? null : outcome.refusal.code;
    };
    expect(await refusal({})).toBe('SLUG_TAKEN');
    expect(await refusal({ slug: 'Relais Est' })).toBe('SLUG_WRONG');
    const foreign = { communeId: (await makeWorld()).amiens, reason: 'OWN', from: '2026-01-01' };
    expect(await refusal({ slug: 'ouest', communes: [foreign] })).toBe('COMMUNE_UNKNOWN');
    expect(await createRelais(world.animator, input({ slug: 'ouest' }), NOW)).toMatchObject({
      refusal: { code: 'NOT_ALLOWED' },
    });
    expect(await db().relais.count({ where: { slug: 'ouest' } })).toBe(0);
  });

  test('communes are served by date', async () => {
    expect((await relaisPage(ANONYMOUS, 'est', new Date('2026-12-31T09:00:00Z')))?.communes).toHaveLength(1);
    expect((await relaisPage(ANONYMOUS, 'est', new Date('2027-01-01T09:00:00Z')))?.communes).toEqual([]);
  });
});

describe('createSite', () => {
  test('for relais where the actor plans', async () => {
    const { siteId } = done(
      await createSite(world.animator, { name: 'Ludothèque', uses: [{ relaisId: world.north, weekdays: [2] }] }, NOW),
    );
    expect(await db().siteUse.findMany({ where: { siteId } })).toMatchObject([
      { relaisId: world.north, weekdays: [2] },
    ]);
  });

  test('refuses another relais, none at all, another collectivité’s commune', async () => {
    const other = await makeWorld();
    const code = async (more: object) => {
      const outcome = await createSite(world.animator, { name: 'X', uses: [{ relaisId: world.north }], ...more }, NOW);
      return outcome.ok ? null : outcome.refusal.code;
    };
    expect(await code({ uses: [{ relaisId: world.south }] })).toBe('NOT_FOUND');
    expect(await code({ uses: [{ relaisId: other.north }] })).toBe('NOT_FOUND');
    expect(await code({ uses: [] })).toBe('NO_RELAIS');
    expect(await code({ communeId: other.amiens })).toBe('COMMUNE_UNKNOWN');
    const across = { name: 'X', uses: [{ relaisId: world.north }, { relaisId: other.north }] };
    expect(await createSite(SYSTEM, across, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });
});

describe('addClosure', () => {
  const closure = () => ({ relaisId: world.north, first: '2026-12-24', last: '2026-12-31', reason: 'congés' });

  test('shows on the relais’s page, once', async () => {
    const first = done(await addClosure(world.animator, closure(), NOW));
    expect(done(await addClosure(world.animator, closure(), NOW))).toEqual(first);
    const page = await relaisPage(ANONYMOUS, `nord-${world.n}`, NOW);
    expect(page?.closures).toEqual(['du 24 décembre au 31 décembre : congés']);
  });

  test('refuses days in the wrong order and another relais', async () => {
    expect(await addClosure(world.animator, { ...closure(), last: '2026-12-01' }, NOW)).toMatchObject({
      refusal: { code: 'DATES_WRONG' },
    });
    expect(await addClosure(world.animator, { ...closure(), relaisId: world.south }, NOW)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });
});

test('a person sees her own collectivité’s relais, in as many queries for two as for six', async () => {
  const other = await makeWorld();
  const reader = actorOf(other.collectiviteId, other.animatorId);
  const read = () => relaisList(reader, NOW);
  expect((await read()).map(({ name, communes }) => [name, communes])).toEqual([
    ['Relais nord', ['Amiens']],
    ['Relais sud', ['Amiens']],
  ]);
  expect(await relaisPage(reader, `nord-${world.n}`, NOW)).toBe(null);
  expect(await relaisPage(ANONYMOUS, 'inconnu', NOW)).toBe(null);
  const before = await countStatements(read);
  for (let n = 0; n < 4; n += 1) {
    const communes = [{ communeId: other.amiens, reason: 'OWN' as const, from: '2020-01-01' }];
    done(
      await createRelais(
        SYSTEM,
        { collectiviteId: other.collectiviteId, slug: `plus-${n}`, name: `Plus ${n}`, communes },
        NOW,
      ),
    );
  }
  expect(await read()).toHaveLength(6);
  expect(await countStatements(read)).toBe(before);
});
