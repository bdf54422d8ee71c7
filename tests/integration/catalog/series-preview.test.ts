import { beforeAll, describe, expect, test } from 'vitest';

import { addProposedSeries } from '#app/catalog/addProposedSeries.server.ts';
import { addSessions } from '#app/catalog/addSessions.server.ts';
import { seriesPage } from '#app/catalog/series-page.server.ts';
import { seriesPreview } from '#app/catalog/series-preview.server.ts';
import type { SeriesProposal } from '#app/catalog/series-proposal.ts';
import { db } from '#app/db/client.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { actorOf, dateOf, done, makeActivity, makeWorld, NOW, type World } from './world.ts';

useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  const { collectiviteId, north, animatorId } = world;
  const day = (date: string) => new Date(`${date}T00:00:00Z`);
  await db().closure.createMany({
    data: [
      {
        collectiviteId,
        relaisId: north,
        first: day('2027-01-12'),
        last: day('2027-01-12'),
        part: 'MORNING',
        reason: 'inventaire',
      },
      { collectiviteId, personId: animatorId, first: day('2027-01-19'), last: day('2027-01-19'), reason: '' },
      {
        collectiviteId,
        relaisId: north,
        first: day('2025-01-26'),
        last: day('2025-01-26'),
        yearly: true,
        reason: 'fête',
      },
    ],
  });
});

const proposal = (more: Partial<SeriesProposal> = {}): SeriesProposal => ({
  recurrence: { type: 'weekly', weekdays: [2], every: 1 },
  term: { first: '2027-01-05', last: '2027-01-26' },
  skipping: { publicHolidays: true, schoolHolidays: true, closures: true },
  slots: [{ from: '09:30', until: '11:00' }],
  ...{ siteId: world.siteId, animatorIds: [world.animatorId], intervenantIds: [], agreed: false },
  ...{ prepMinutes: 0, tidyMinutes: 0, maxAdults: 8, maxChildren: 12, reason: null, lines: new Map() },
  ...more,
});

describe('the preview of a series', () => {
  test('keeps, skips with why (half-days, absences, each year), counts', async () => {
    const activityId = await makeActivity(world);
    const preview = await seriesPreview(world.animator, { activityId, proposal: proposal() }, NOW);
    expect(preview?.dates.map(({ day, kept, skipped }) => [day, kept, skipped])).toEqual([
      ['Mardi 5 janvier', true, null],
      ['Mardi 12 janvier', false, 'fermeture (inventaire)'],
      ['Mardi 19 janvier', false, 'absence (Léa Martin)'],
      ['Mardi 26 janvier', false, 'fermeture (fête)'],
    ]);
    expect(preview).toMatchObject({
      kept: 1,
      clashing: 0,
      sentence: 'tous les mardis, 9 h 30 – 11 h, du 5 janvier au 26 janvier',
    });
    const afternoon = proposal({ slots: [{ from: '14:00', until: '15:00' }] });
    const later = await seriesPreview(world.animator, { activityId, proposal: afternoon }, NOW);
    expect(later?.dates[1]).toMatchObject({ kept: true, skipped: null });
    expect(await db().session.count({ where: { activityId } })).toBe(0);
  });

  test('names what clashes; saved only with a reason, on those dates alone', async () => {
    const other = await makeActivity(world, { title: 'Peinture' });
    done(await addSessions(world.animator, { activityId: other, dates: [dateOf(world, '2027-02-09')] }, NOW));
    const activityId = await makeActivity(world);
    const asked = {
      term: { first: '2027-02-02', last: '2027-02-09' },
      skipping: { publicHolidays: false, schoolHolidays: false, closures: false },
    };
    const preview = await seriesPreview(world.animator, { activityId, proposal: proposal(asked) }, NOW);
    expect(preview?.clashing).toBe(1);
    expect(preview?.dates[1]?.clashes.sort()).toEqual([
      'Léa Martin : déjà pris par « Peinture », mardi 9 février, 9 h 30 – 11 h.',
      'Salle des Nuages : déjà pris par « Peinture », mardi 9 février, 9 h 30 – 11 h.',
    ]);
    const refused = await addProposedSeries(world.animator, { activityId, proposal: proposal(asked) }, NOW);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'CLASH' } });
    const reasoned = { activityId, proposal: proposal({ ...asked, reason: 'Deux groupes' }) };
    const { sessionIds } = done(await addProposedSeries(world.animator, reasoned, NOW));
    expect(sessionIds).toHaveLength(2);
    expect(await db().occupation.count({ where: { sessionId: sessionIds[0], overridden: true } })).toBe(0);
    expect(await db().occupation.count({ where: { sessionId: sessionIds[1], overridden: true } })).toBe(2);
    const again = await seriesPreview(world.animator, reasoned, NOW);
    expect(again).toMatchObject({ kept: 0, dates: [{ known: true }, { known: true }] });
    expect(await addProposedSeries(world.animator, reasoned, NOW)).toMatchObject({
      ok: true,
      sessionIds: [],
      alreadyThere: 2,
    });
  });

  test('refuses a proposal that keeps nothing, or in another relais', async () => {
    const activityId = await makeActivity(world);
    const lines = new Map([['2027-01-05/0', { kept: false }]]);
    expect(await addProposedSeries(world.animator, { activityId, proposal: proposal({ lines }) }, NOW)).toMatchObject({
      refusal: { code: 'NO_DATES' },
    });
    const stranger = (await makeWorld()).animator;
    expect(await seriesPreview(stranger, { activityId, proposal: proposal() }, NOW)).toBeNull();
    expect(await seriesPage(stranger, activityId, NOW)).toBeNull();
    expect(await seriesPage(actorOf(world.collectiviteId, world.speakerId), activityId, NOW)).toBeNull();
    expect(await seriesPage(world.animator, activityId, NOW)).toMatchObject({
      ...{
        today: '2026-11-22',
        relais: 'Relais nord',
        last: null,
        animators: [{ id: world.animatorId, name: 'Léa Martin' }],
      },
    });
  });
});
