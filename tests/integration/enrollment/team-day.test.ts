import { beforeEach, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { teamDay } from '#app/enrollment/team-day.server.ts';
import { teamTasks } from '#app/enrollment/team-tasks.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
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
  paris,
  type World,
} from '#tests/integration/catalog/world.ts';
import { addSessions } from '#app/catalog/addSessions.server.ts';

useDatabase();
let world: World;
const MORNING = paris('2026-11-24', '08:00');
const EARLIER = paris('2026-11-10', '08:00');
beforeEach(async () => {
  world = await makeWorld();
});

async function book(sessionId: string, firstName: string) {
  const { personId } = await makeProfessional(world, { firstName });
  await again(sessionId, personId);
  return personId;
}

const again = (sessionId: string, personId: string) =>
  enroll(
    SYSTEM,
    { sessionId, personId, wish: 'ASK', declared: [], childIds: [], others: [{ fromMonths: 18, count: 1 }] },
    EARLIER,
  );

test('her sessions of the day, who comes for the first time, what to prepare, what waits', async () => {
  const { sessionIds } = await makeSessions(
    world,
    ['2026-11-17', '2026-11-24'],
    { bring: 'Des chaussons', maxAdults: 6, maxChildren: 12 },
    { intervenants: [{ personId: world.speakerId, state: 'PROPOSED' }] },
  );
  const [before = '', today = ''] = sessionIds;
  const regular = await book(before, 'Nadia');
  await again(today, regular);
  await book(today, 'Awa');
  await db().enrollment.updateMany({ where: { sessionId: today, personId: regular }, data: { state: 'REQUESTED' } });
  const day = await teamDay(world.animator, MORNING);
  expect(day).toMatchObject({ today: '2026-11-24', date: '2026-11-24', others: [], mayPlan: true });
  expect(day.sessions).toMatchObject([
    {
      ...{ id: today, adults: 2, maxAdults: 6, children: 2, requests: 1, mine: true, bring: 'Des chaussons' },
      ...{ newcomers: ['Awa Morel'], animators: ['Léa Martin'] },
      intervenants: ['Marc Petit (psychologue), à confirmer'],
    },
  ]);
  const { requests } = await teamTasks(world.animator, MORNING);
  expect(requests).toMatchObject([{ id: today, count: 1, when: 'mardi 24 novembre, 9 h 30 – 11 h' }]);
});

test('the next day that has some, when there is none today', async () => {
  const { sessionIds } = await makeSessions(world, ['2026-11-26', '2026-11-27']);
  const day = await teamDay(world.animator, MORNING);
  expect([day.date, day.sessions.map(({ id }) => id)]).toEqual(['2026-11-26', sessionIds.slice(0, 1)]);
});

test('nothing for another relais, and nothing at all', async () => {
  await makeSessions(world, ['2026-11-24']);
  const south = actorOf(world.collectiviteId, crypto.randomUUID(), [{ role: 'ANIMATOR', relaisId: world.south }]);
  expect(await teamDay(south, MORNING)).toMatchObject({ date: null, sessions: [], others: [] });
  const none = { requests: [], drafts: 0, firstDraft: null, short: [], toTell: 0, accessRequests: 0 };
  expect(await teamTasks(south, MORNING)).toEqual(none);
  expect(await teamTasks(world.animator, MORNING)).toEqual(none);
});

test('a group of analysis names nobody to whom it may not', async () => {
  await makeSessions(
    world,
    ['2026-11-24'],
    { kind: 'ANALYSE' },
    { animatorIds: [], intervenants: [{ personId: world.speakerId, state: 'ACCEPTED' }] },
  );
  const session = await db().session.findFirstOrThrow({ where: { relaisId: world.north } });
  const { personId } = await makeProfessional(world);
  await db().enrollment.create({
    data: {
      ...{ collectiviteId: world.collectiviteId, sessionId: session.id, personId, state: 'CONFIRMED', arrival: 1 },
      ...{ createdById: world.animatorId, createdAt: EARLIER, changedAt: EARLIER },
    },
  });
  const coordinator = actorOf(world.collectiviteId, crypto.randomUUID(), [{ role: 'COORDINATOR', relaisId: null }]);
  expect((await teamDay(coordinator, MORNING)).sessions).toMatchObject([{ adults: 0, newcomers: null, toSign: [] }]);
});

test('drafts to publish, too few people near the decision, requests for access', async () => {
  const activityId = await makeActivity(world);
  const dates = [dateOf(world, '2026-12-10', { animatorIds: [] })];
  done(await addSessions(world.animator, { activityId, dates }, EARLIER));
  const minimum = { adults: 3, decision: { type: 'hoursBefore', hours: 48 } } as const;
  const { sessionIds } = await makeSessions(world, ['2026-11-28', '2026-12-20'], { bookingRules: { minimum } });
  await db().accessRequest.create({
    data: {
      ...{ collectiviteId: world.collectiviteId, relaisId: world.north, kind: 'CANDIDATE', at: EARLIER },
      ...{ firstName: 'Rose', lastName: 'Blin' },
    },
  });
  const tasks = await teamTasks(world.animator, MORNING);
  expect(tasks).toMatchObject({ drafts: 1, firstDraft: '2026-12-10', accessRequests: 1, requests: [] });
  expect(tasks.short).toMatchObject([
    { id: sessionIds[0], count: 0, minimum: 3, decides: 'jeudi 26 novembre, 9 h 30', passed: false },
  ]);
});

test('the day costs the same whatever it holds', async () => {
  const [one] = (await makeSessions(world, ['2026-11-24'])).sessionIds;
  await book(one ?? '', 'Nadia');
  const read = () => Promise.all([teamDay(world.animator, MORNING), teamTasks(world.animator, MORNING)]);
  const cost = await countStatements(read);
  for (const hour of [13, 14, 15, 16]) {
    const at = { startsAt: paris('2026-11-24', `${hour}:00`), endsAt: paris('2026-11-24', `${hour}:45`) };
    const { sessionIds } = await makeSessions(world, ['2026-11-24'], { maxAdults: 20 }, at);
    for (const name of ['A', 'B', 'C']) await book(sessionIds[0] ?? '', `Awa${name}${hour}`);
  }
  expect((await teamDay(world.animator, MORNING)).sessions).toHaveLength(5);
  expect(await countStatements(read)).toBe(cost);
});
