import { beforeAll, expect, test } from 'vitest';

import { addSessions } from '#app/catalog/addSessions.server.ts';
import { db } from '#app/db/client.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { dateOf, done, makeActivity, makeWorld, NOW, paris, rowsOfHistory, type World } from './world.ts';

useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

test('dates become drafts with the activity’s ceilings, assignments and what they occupy, preparation included', async () => {
  const activityId = await makeActivity(world);
  const intervenants = [{ personId: world.speakerId, state: 'PROPOSED' as const }];
  const date = dateOf(world, '2026-11-24', { prepMinutes: 30, tidyMinutes: 15, intervenants });
  const { sessionIds } = done(await addSessions(world.animator, { activityId, dates: [date] }, NOW));
  const [id = ''] = sessionIds;
  const session = await db().session.findUniqueOrThrow({ where: { id }, include: { assignments: true } });
  expect(session).toMatchObject({ state: 'DRAFT', maxAdults: 6, maxChildren: 12, relaisId: world.north });
  expect(session.assignments.map(({ role, state }) => `${role} ${state}`).sort()).toEqual([
    'ANIMATOR ACCEPTED',
    'INTERVENANT PROPOSED',
  ]);
  const held = await db().$queryRaw<{ resource: string; from: Date; until: Date }[]>`
    SELECT resource, lower(during) AS "from", upper(during) AS until FROM "Occupation" WHERE "sessionId" = ${id}::uuid ORDER BY 1`;
  expect(held).toEqual(
    [`person:${world.animatorId}`, `person:${world.speakerId}`, `site:${world.siteId}`].sort().map((resource) => ({
      resource,
      from: paris('2026-11-24', '09:00'),
      until: paris('2026-11-24', '11:15'),
    })),
  );
  expect(await rowsOfHistory(id)).toMatchObject([{ what: 'session.planned', actorId: world.animatorId }]);
});

test('the same dates twice change nothing', async () => {
  const activityId = await makeActivity(world);
  const dates = [dateOf(world, '2026-12-01'), dateOf(world, '2026-12-03')];
  done(await addSessions(world.animator, { activityId, dates }, NOW));
  const again = await addSessions(world.animator, { activityId, dates }, NOW);
  expect(again).toEqual({ ok: true, sessionIds: [], alreadyThere: 2 });
  expect(await db().session.count({ where: { activityId } })).toBe(2);
});

test('what is already held is named, an override with its reason passes, touching is no clash', async () => {
  const first = await makeActivity(world, { title: 'Peinture' });
  done(await addSessions(world.animator, { activityId: first, dates: [dateOf(world, '2026-12-08')] }, NOW));
  const activityId = await makeActivity(world, { title: 'Motricité' });
  const overlapping = dateOf(world, '2026-12-08', { startsAt: paris('2026-12-08', '10:00') });
  const refused = await addSessions(world.animator, { activityId, dates: [overlapping] }, NOW);
  const clashes = refused.ok || refused.refusal.code !== 'CLASH' ? [] : refused.refusal.clashes;
  expect(clashes.sort((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
    { when: 'mardi 8 décembre, 9 h 30 – 11 h', what: 'Léa Martin', by: 'Peinture' },
    { when: 'mardi 8 décembre, 9 h 30 – 11 h', what: 'Salle des Nuages', by: 'Peinture' },
  ]);
  expect(await db().session.count({ where: { activityId } })).toBe(0);
  const touching = dateOf(world, '2026-12-08', {
    startsAt: paris('2026-12-08', '11:00'),
    endsAt: paris('2026-12-08', '12:00'),
  });
  done(await addSessions(world.animator, { activityId, dates: [touching] }, NOW));
  const override = { reason: 'Les deux groupes se rejoignent' };
  const { sessionIds } = done(
    await addSessions(world.animator, { activityId, dates: [{ ...overlapping, override }] }, NOW),
  );
  const rows = await db().occupation.findMany({
    where: { sessionId: sessionIds[0] ?? '' },
    select: { overrideReason: true, overridden: true, overriddenById: true },
  });
  expect(rows).toEqual(
    Array(2).fill({ overridden: true, overrideReason: override.reason, overriddenById: world.animatorId }),
  );
});

test('two dates of one series that overlap are a clash, and nothing is written', async () => {
  const activityId = await makeActivity(world);
  const dates = [dateOf(world, '2026-12-10'), dateOf(world, '2026-12-10', { startsAt: paris('2026-12-10', '10:30') })];
  expect(await addSessions(world.animator, { activityId, dates }, NOW)).toMatchObject({ refusal: { code: 'CLASH' } });
  expect(await db().session.count({ where: { activityId } })).toBe(0);
});

test('refuses hours in the wrong order, and whoever or whatever is of elsewhere', async () => {
  const other = await makeWorld();
  const activityId = await makeActivity(world);
  const answer = async (more: object) =>
    addSessions(world.animator, { activityId, dates: [dateOf(world, '2027-01-12', more)] }, NOW);
  expect(await answer({ endsAt: paris('2027-01-12', '09:00') })).toMatchObject({ refusal: { code: 'HOURS_WRONG' } });
  expect(await answer({ siteId: other.siteId })).toMatchObject({ refusal: { code: 'SITE_UNKNOWN' } });
  expect(await answer({ animatorIds: [other.animatorId] })).toMatchObject({ refusal: { code: 'NOT_AN_ANIMATOR' } });
  expect(await answer({ intervenants: [{ personId: world.animatorId, state: 'ACCEPTED' }] })).toMatchObject({
    refusal: { code: 'NOT_AN_INTERVENANT' },
  });
  const foreign = { activityId, dates: [dateOf(other, '2027-01-12')] };
  expect(await addSessions(other.animator, foreign, NOW)).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
  const inSouth = done(
    await import('#app/catalog/createActivity.server.ts').then(({ createActivity }) =>
      createActivity({ kind: 'system' }, { relaisId: world.south, kind: 'ATELIER', title: 'Au sud' }, NOW),
    ),
  );
  expect(await addSessions(world.animator, { activityId: inSouth.activityId, dates: [] }, NOW)).toMatchObject({
    refusal: { code: 'NOT_FOUND' },
  });
});
