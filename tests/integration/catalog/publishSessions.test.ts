import { beforeAll, expect, test } from 'vitest';

import { addSessions } from '#app/catalog/addSessions.server.ts';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { db } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { createSite } from '#app/people/createSite.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { dateOf, done, makeActivity, makeWorld, NOW, type World } from './world.ts';

useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

async function drafts(days: readonly string[], more: object = {}): Promise<string[]> {
  const activityId = await makeActivity(world);
  const dates = days.map((day) => dateOf(world, day, more));
  return done(await addSessions(world.animator, { activityId, dates }, NOW)).sessionIds;
}

const jobs = () =>
  db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE key LIKE 'render-%' ORDER BY key`;

test('publishes drafts and their activity, once, with a job each to render calendars', async () => {
  const sessionIds = await drafts(['2026-11-24', '2026-11-26']);
  expect(await publishSessions(world.animator, { sessionIds }, NOW)).toEqual({ ok: true, published: 2 });
  const rows = await db().session.findMany({ where: { id: { in: sessionIds } }, include: { activity: true } });
  expect(rows.map(({ state, publishedAt, activity }) => [state, publishedAt, activity.state])).toEqual(
    Array(2).fill(['PUBLISHED', NOW, 'PUBLISHED']),
  );
  expect((await jobs()).map(({ key }) => key)).toEqual(sessionIds.map((id) => `render-${id}`).sort());
  expect(await publishSessions(world.animator, { sessionIds }, NOW)).toEqual({ ok: true, published: 0 });
  expect(await db().history.count({ where: { what: 'session.published', subjectId: { in: sessionIds } } })).toBe(2);
});

test('refuses another relais’s animator, an unknown id and a cancelled session, all or none', async () => {
  const other = await makeWorld();
  const sessionIds = await drafts(['2026-12-01']);
  const notFound = { ok: false, refusal: { code: 'NOT_FOUND' } };
  expect(await publishSessions(other.animator, { sessionIds }, NOW)).toEqual(notFound);
  const unknown = [...sessionIds, crypto.randomUUID()];
  expect(await publishSessions(world.animator, { sessionIds: unknown }, NOW)).toEqual(notFound);
  await db().session.updateMany({ where: { id: { in: sessionIds } }, data: { state: 'CANCELLED' } });
  expect(await publishSessions(world.animator, { sessionIds }, NOW)).toEqual(notFound);
});

test('refuses what its site’s ceiling cannot hold', async () => {
  const { siteId } = done(
    await createSite(
      SYSTEM,
      { name: 'Réduit', maxPersons: 0, countsStaff: true, uses: [{ relaisId: world.north }] },
      NOW,
    ),
  );
  const sessionIds = await drafts(['2026-12-03'], { siteId });
  expect(await publishSessions(world.animator, { sessionIds }, NOW)).toEqual({
    ok: false,
    refusal: { code: 'SITE_FULL' },
  });
  expect(await db().session.count({ where: { id: { in: sessionIds }, state: 'DRAFT' } })).toBe(1);
});
