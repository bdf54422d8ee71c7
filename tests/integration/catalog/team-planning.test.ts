import { beforeEach, describe, expect, test } from 'vitest';

import { addSessions } from '#app/catalog/addSessions.server.ts';
import type { NewSession } from '#app/catalog/new-session.ts';
import { teamPlanning } from '#app/catalog/team-planning.server.ts';
import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { addClosure } from '#app/people/addClosure.server.ts';
import { addDays } from '#app/time/local.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  dateOf,
  done,
  makeActivity,
  makeProfessional,
  makeSessions,
  makeWorld,
  NOW,
  paris,
  type World,
} from './world.ts';

useDatabase();
let world: World;
let coordinator: PersonActor;
let south: PersonActor;
beforeEach(async () => {
  world = await makeWorld();
  coordinator = actorOf(world.collectiviteId, crypto.randomUUID(), [{ role: 'COORDINATOR', relaisId: null }]);
  south = actorOf(world.collectiviteId, crypto.randomUUID(), [{ role: 'ANIMATOR', relaisId: world.south }]);
});

const ask = (actor: PersonActor, query: string) => teamPlanning(actor, new URLSearchParams(query), NOW);
const ids = async (actor: PersonActor, query = 'du=2026-11-24') =>
  (await ask(actor, query)).sessions.map(({ id }) => id);

/** Drafts of a new activity, without animator. */
async function drafts(days: readonly string[], more: Partial<NewSession> = {}, title = 'Éveil musical') {
  const activityId = await makeActivity(world, { title });
  const dates = days.map((day) => dateOf(world, day, { animatorIds: [], ...more }));
  return done(await addSessions(world.animator, { activityId, dates }, NOW)).sessionIds;
}

describe('what she sees', () => {
  test('a session with its people, places and what presses', async () => {
    const { sessionIds } = await makeSessions(
      world,
      ['2026-11-24'],
      { maxAdults: 1, maxChildren: 3 },
      { intervenants: [{ personId: world.speakerId, state: 'PROPOSED' }], theme: 'Bulles' },
    );
    const [sessionId = ''] = sessionIds;
    for (const firstName of ['Nadia', 'Awa']) {
      const { personId } = await makeProfessional(world, { firstName });
      const others = [{ fromMonths: 18, count: 2 }];
      await enroll(SYSTEM, { sessionId, personId, wish: 'ASK', declared: [], childIds: [], others }, NOW);
    }
    const { sessions, window, today, wallNow } = await ask(world.animator, 'du=2026-11-24');
    expect({ window, today, wallNow }).toMatchObject({
      ...{ window: { first: '2026-11-23', last: '2026-11-29' }, today: '2026-11-22', wallNow: '2026-11-22T10:00' },
    });
    expect(sessions).toEqual([
      {
        ...{ id: sessionId, kind: 'ATELIER', state: 'PUBLISHED', title: 'Bulles', mine: true, movable: true },
        ...{ start: '2026-11-24T09:30', end: '2026-11-24T11:00', relais: 'Relais nord', site: 'Salle des Nuages' },
        people: 'Léa Martin, Marc Petit (à confirmer)',
        ...{ adults: 1, children: 2, maxAdults: 1, maxChildren: 3, waiting: 1, requests: 0 },
      },
    ]);
  });

  test('drafts and cancelled ones too; the past does not move', async () => {
    const [draft = ''] = await drafts(['2026-11-20']);
    const { sessionIds } = await makeSessions(world, ['2026-11-24']);
    await db().session.update({ where: { id: sessionIds[0] }, data: { state: 'CANCELLED' } });
    const past = (await ask(world.animator, 'du=2026-11-20')).sessions;
    expect(past.map(({ id, state, movable }) => ({ id, state, movable }))).toEqual([
      { id: draft, state: 'DRAFT', movable: false },
    ]);
    expect((await ask(world.animator, 'du=2026-11-24')).sessions[0]).toMatchObject({
      ...{ state: 'CANCELLED', movable: false },
    });
  });

  test('a secretary reads and moves nothing', async () => {
    await makeSessions(world, ['2026-11-24']);
    const secretary = actorOf(world.collectiviteId, crypto.randomUUID(), [
      { role: 'SECRETARY', relaisId: world.north },
    ]);
    expect((await ask(secretary, 'du=2026-11-24')).sessions).toMatchObject([{ movable: false }]);
  });

  test.each(['2026-10-25', '2027-03-28'])('local hours around the clock change of %s', async (sunday) => {
    const days = [addDays(sunday, -2), sunday, addDays(sunday, 1)];
    await drafts(days);
    const shown = (await ask(world.animator, `vue=mois&du=${sunday}`)).sessions;
    expect(shown.map(({ start }) => start)).toEqual(days.map((day) => `${day}T09:30`));
  });

  test('nights and sessions that began the day before the window', async () => {
    const night = { startsAt: paris('2026-11-29', '20:00'), endsAt: paris('2026-11-30', '01:00') };
    const [id] = await drafts(['2026-11-29'], night);
    expect(await ids(world.animator, 'du=2026-11-29')).toEqual([id]);
    expect(await ids(world.animator, 'du=2026-11-30')).toEqual([id]);
    expect(await ids(world.animator, 'du=2026-12-07')).toEqual([]);
  });
});

describe('filters', () => {
  test('keep what they name, each of them and together', async () => {
    const [draft = ''] = await drafts(['2026-11-25']);
    const { sessionIds } = await makeSessions(
      world,
      ['2026-11-24'],
      {},
      { intervenants: [{ personId: world.speakerId, state: 'ACCEPTED' }] },
    );
    const [led = ''] = sessionIds;
    const kept = (query: string) => ids(world.animator, `du=2026-11-24&${query}`);
    expect(await kept(`relais=nord-${world.n}`)).toEqual([led, draft]);
    expect(await kept(`relais=sud-${world.n}`)).toEqual([]);
    expect(await kept(`lieu=${world.siteId}`)).toEqual([led, draft]);
    expect(await kept(`lieu=${world.north}`)).toEqual([]);
    expect(await kept(`animatrice=${world.animatorId}`)).toEqual([led]);
    expect(await kept(`intervenant=${world.speakerId}`)).toEqual([led]);
    expect(await kept(`intervenant=${world.animatorId}`)).toEqual([]);
    expect(await kept('type=atelier&etat=brouillon')).toEqual([draft]);
    expect(await kept('type=reunion')).toEqual([]);
    expect(await kept('etat=publiee')).toEqual([led]);
  });

  test('offer only what she plans with', async () => {
    const { choices } = await ask(south, '');
    expect(choices.relais.map(({ name }) => name)).toEqual(['Relais sud']);
    expect(choices.animators).toEqual([]);
    expect(choices.intervenants.map(({ name }) => name)).toEqual(['Marc Petit']);
    expect((await ask(coordinator, '')).choices).toMatchObject({
      ...{ relais: [{ name: 'Relais nord' }, { name: 'Relais sud' }], animators: [{ name: 'Léa Martin' }] },
    });
  });
});

describe('rights', () => {
  test('another relais, another collectivité see nothing; the coordinator sees all', async () => {
    const { sessionIds } = await makeSessions(world, ['2026-11-24']);
    const far = await makeWorld();
    expect(await ids(south)).toEqual([]);
    expect(await ids(far.animator)).toEqual([]);
    expect(await ids(actorOf(far.collectiviteId, far.animatorId, [{ role: 'COORDINATOR', relaisId: null }]))).toEqual(
      [],
    );
    expect(await ids(coordinator)).toEqual(sessionIds);
  });

  test('one who covers a session elsewhere sees that one, and does not move it', async () => {
    const { sessionIds } = await makeSessions(world, ['2026-11-24', '2026-11-26']);
    const covering = { ...south, covers: sessionIds.slice(0, 1) };
    const { sessions } = await ask(covering, 'du=2026-11-24');
    expect(sessions.map(({ id, movable }) => ({ id, movable }))).toEqual([{ id: sessionIds[0], movable: false }]);
  });

  test('an invited relais sees what is shared, once it is published', async () => {
    const { sessionIds, activityId } = await makeSessions(world, ['2026-11-24']);
    const dates = [dateOf(world, '2026-11-25', { animatorIds: [] })];
    done(await addSessions(world.animator, { activityId, dates }, NOW));
    await db().activityGuest.create({
      data: { activityId, relaisId: world.south, collectiviteId: world.collectiviteId },
    });
    expect(await ids(south)).toEqual(sessionIds);
    expect(await ids(south, `du=2026-11-24&relais=sud-${world.n}`)).toEqual(sessionIds);
  });

  test('an analysis stands without theme nor small totals, and only for those who plan there or lead it', async () => {
    const { sessionIds, activityId } = await makeSessions(
      world,
      ['2026-11-24'],
      { kind: 'ANALYSE', title: 'Groupe du mardi' },
      { theme: 'Le départ', animatorIds: [], intervenants: [{ personId: world.speakerId, state: 'ACCEPTED' }] },
    );
    const { personId } = await makeProfessional(world);
    const data = { collectiviteId: world.collectiviteId, personId, state: 'CONFIRMED', createdById: personId } as const;
    await db().enrollment.create({
      data: { ...data, sessionId: sessionIds[0] ?? '', arrival: 1, createdAt: NOW, changedAt: NOW },
    });
    await db().activityGuest.create({
      data: { activityId, relaisId: world.south, collectiviteId: world.collectiviteId },
    });
    expect((await ask(world.animator, 'du=2026-11-24')).sessions).toMatchObject([
      { title: 'Groupe du mardi', adults: 0, waiting: 0, requests: 0 },
    ]);
    const secretary = actorOf(world.collectiviteId, crypto.randomUUID(), [
      { role: 'SECRETARY', relaisId: world.north },
    ]);
    expect(await ids(secretary)).toEqual([]);
    expect(await ids(south)).toEqual([]);
  });
});

describe('days off', () => {
  test('closures of relais, site and person, half-days and yearly ones, are told; why someone is away is not', async () => {
    const day = (date: string) => ({ first: date, last: date });
    const add = async (input: Parameters<typeof addClosure>[1]) => done(await addClosure(coordinator, input, NOW));
    await add({ relaisId: world.north, ...day('2026-11-24'), part: 'MORNING', reason: 'inventaire' });
    await add({ siteId: world.siteId, ...day('2026-11-25'), reason: 'travaux' });
    await add({ personId: world.animatorId, ...day('2026-11-26'), reason: 'congés' });
    await add({ relaisId: world.north, ...day('2025-11-27'), yearly: true, reason: 'pont' });
    await add({ relaisId: world.south, ...day('2026-11-28'), reason: 'fête' });
    const { shades } = await ask(world.animator, 'du=2026-11-24');
    expect(shades.map(({ date, off, notes }) => [date, off, ...notes])).toEqual([
      ['2026-11-24', 'MORNING', 'fermeture : Relais nord, le matin (inventaire)'],
      ['2026-11-25', null, 'fermeture : Salle des Nuages (travaux)'],
      ['2026-11-26', null, 'absence : Léa Martin'],
      ['2026-11-27', 'WHOLE', 'fermeture : Relais nord (pont)'],
    ]);
  });

  test('school holidays of the zone and public holidays are named', async () => {
    const holiday = { year: '2026-2027', name: 'Noël', source: 'essai' };
    const dates = { first: new Date('2026-12-19'), last: new Date('2027-01-03') };
    for (const zone of ['A', 'B'] as const) {
      await db().schoolHoliday.upsert({
        where: { zone_year_name: { zone, year: holiday.year, name: zone } },
        create: { ...holiday, ...dates, zone, name: zone },
        update: {},
      });
    }
    const { shades } = await ask(world.animator, 'du=2026-12-24');
    expect(shades.find(({ date }) => date === '2026-12-25')).toMatchObject({
      ...{ off: 'WHOLE', school: true, notes: ['férié (Noël)', 'vacances scolaires (B)'] },
    });
  });
});

test('one row and thirty cost the same statements', async () => {
  await drafts(['2026-12-01']);
  const query = 'vue=mois&du=2026-12-01';
  const one = await countStatements(() => ask(coordinator, query));
  const hours = [...Array(10).keys()].map((n) => `${String(8 + n).padStart(2, '0')}:00`);
  for (const day of ['2026-12-02', '2026-12-03', '2026-12-04']) {
    const activityId = await makeActivity(world);
    const dates = hours.map((hour) =>
      dateOf(world, day, {
        animatorIds: [],
        startsAt: paris(day, hour),
        endsAt: paris(day, hour.replace(':00', ':45')),
      }),
    );
    done(await addSessions(world.animator, { activityId, dates }, NOW));
  }
  const { sessions } = await ask(coordinator, query);
  expect(sessions).toHaveLength(31);
  expect(await countStatements(() => ask(coordinator, query))).toBe(one);
});
