import { beforeAll, expect, test } from 'vitest';

import { openRows, OPEN_COLUMNS } from '#app/catalog/open-programme.ts';
import { openProgramme } from '#app/catalog/open-programmes.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { countStatements, makeProfessional, makeSessions, makeWorld, NOW, type World } from './world.ts';

useDatabase();
let world: World;
beforeAll(async () => void (world = await makeWorld()));

const appUrl = 'https://relais.example';
const asked = async () => (await openProgramme({ appUrl }, NOW)) ?? [];

test('tells when, where and how many places, in local time, and nobody’s name', async () => {
  const { sessionIds } = await makeSessions(world, ['2026-11-24', '2027-03-30'], { maxAdults: 8, maxChildren: 12 });
  const { personId } = await makeProfessional(world, { firstName: 'Awa' });
  const [sessionId = ''] = sessionIds;
  const party = { childIds: [], others: [{ fromMonths: 18, count: 2 }] };
  await enroll(SYSTEM, { sessionId, personId, wish: 'ASK', declared: [], ...party }, NOW);
  const [winter, summer] = await asked();
  expect(winter).toMatchObject({
    url: `${appUrl}/seances/${sessionId}`,
    debut: '2026-11-24T09:30:00+01:00',
    places_adultes: 7,
    places_enfants: 10,
    statut: 'prévue',
  });
  expect(summer?.debut).toBe('2027-03-30T09:30:00+02:00');
  expect(JSON.stringify(await asked())).not.toContain('Awa');
  expect(openRows(await asked())[0]).toHaveLength(OPEN_COLUMNS.length);
});

test('as many queries for one session as for thirty; an unknown relais is none', async () => {
  const few = await countStatements(() => asked());
  await makeSessions(
    world,
    Array.from({ length: 28 }, (_, i) => `2027-01-${String(i + 1).padStart(2, '0')}`),
  );
  expect(await countStatements(() => asked())).toBe(few);
  expect(await openProgramme({ appUrl, relais: 'nulle-part' }, NOW)).toBeNull();
});

test('an ANALYSE is not among them', async () => {
  await makeSessions(world, ['2026-12-01'], { kind: 'ANALYSE' });
  expect((await asked()).some(({ type }) => type === 'analyse')).toBe(false);
});
