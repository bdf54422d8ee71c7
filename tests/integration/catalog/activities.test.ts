import { beforeAll, expect, test } from 'vitest';

import { activities } from '#app/catalog/activities.server.ts';
import { readActivityFilters } from '#app/catalog/activity-filters.ts';
import { addSessions } from '#app/catalog/addSessions.server.ts';
import { changeActivity, type ActivityFacts } from '#app/catalog/changeActivity.server.ts';
import { changeBookingRules } from '#app/catalog/changeBookingRules.server.ts';
import { changeRelaisRules } from '#app/catalog/changeRelaisRules.server.ts';
import { storedRules } from '#app/catalog/booking-rules.schema.server.ts';
import { drafts } from '#app/catalog/drafts.server.ts';
import { duplicateActivity } from '#app/catalog/duplicateActivity.server.ts';
import { inviteRelais } from '#app/catalog/inviteRelais.server.ts';
import { publishDrafts } from '#app/catalog/publishDrafts.server.ts';
import { removeDraftActivity } from '#app/catalog/removeDraftActivity.server.ts';
import { activityRulesPage, relaisRulesPage } from '#app/catalog/rules-pages.server.ts';
import { teamActivity } from '#app/catalog/team-activity.server.ts';
import { db } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { createSite } from '#app/people/createSite.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  dateOf,
  done,
  makeActivity,
  makeSessions,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from './world.ts';

useDatabase();
let world: World;
let other: World;
beforeAll(async () => {
  [world, other] = [await makeWorld(), await makeWorld()];
});

const NOT_FOUND = { ok: false, refusal: { code: 'NOT_FOUND' } };
const FACTS: ActivityFacts = {
  ...{ title: 'Éveil corporel', description: 'On bouge.', audience: '', bring: 'Chaussons' },
  ...{ ageMinMonths: 12, ageMaxMonths: 35, maxAdults: 4, maxChildren: 8 },
};
const rulesOf = async (id: string) => {
  const row = await db().activity.findUniqueOrThrow({ where: { id } });
  return storedRules(row.bookingRules);
};
const jobs = async () =>
  (await db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs ORDER BY key`).map(({ key }) => key);
const coordinator = () => actorOf(world.collectiviteId, world.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);

test('an activity changes, its dates keep their ceilings and their calendars follow; twice changes once', async () => {
  const { activityId, sessionIds } = await makeSessions(world, ['2026-11-24', '2026-11-26']);
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const outcome = await changeActivity(world.animator, { ...FACTS, activityId }, NOW);
  expect(done(outcome).changed.sort()).toEqual(
    ['title', 'description', 'bring', 'ageMinMonths', 'ageMaxMonths', 'maxAdults', 'maxChildren'].sort(),
  );
  const sessions = await db().session.findMany({ where: { activityId } });
  expect(sessions.map(({ maxAdults, maxChildren }) => [maxAdults, maxChildren])).toEqual([
    [6, 12],
    [6, 12],
  ]);
  expect(await jobs()).toEqual(sessionIds.map((id) => `render-${id}`).sort());
  expect(await changeActivity(world.animator, { ...FACTS, activityId }, NOW)).toEqual({ ok: true, changed: [] });
  expect((await rowsOfHistory(activityId)).filter(({ what }) => what === 'activity.changed')).toHaveLength(1);
});

test('refuses an activity of elsewhere, without title, with ages in the wrong order', async () => {
  const activityId = await makeActivity(world);
  expect(await changeActivity(other.animator, { ...FACTS, activityId }, NOW)).toEqual(NOT_FOUND);
  expect(await changeActivity(world.animator, { ...FACTS, activityId: crypto.randomUUID() }, NOW)).toEqual(NOT_FOUND);
  const wrong = (facts: Partial<ActivityFacts>) =>
    changeActivity(world.animator, { ...FACTS, ...facts, activityId }, NOW);
  expect(await wrong({ title: '  ' })).toEqual({ ok: false, refusal: { code: 'TITLE_EMPTY' } });
  expect(await wrong({ ageMinMonths: 40 })).toEqual({ ok: false, refusal: { code: 'AGES_WRONG' } });
});

test('only the rules that differ from the relais’s are stored, and one goes back to its default', async () => {
  const activityId = await makeActivity(world);
  const rules = { mode: 'DIRECT', offerHours: 48, closing: { type: 'lastWorkingDay', time: '16:00' } } as const;
  expect(done(await changeBookingRules(world.animator, { activityId, rules }, NOW)).changed).toEqual([
    'closing',
    'offerHours',
  ]);
  expect(await rulesOf(activityId)).toEqual({ offerHours: 48, closing: { type: 'lastWorkingDay', time: '16:00' } });
  expect(await changeBookingRules(world.animator, { activityId, rules }, NOW)).toEqual({ ok: true, changed: [] });
  await changeBookingRules(world.animator, { activityId, rules: { offerHours: 48 } }, NOW);
  expect(await rulesOf(activityId)).toEqual({ offerHours: 48 });
  expect(await changeBookingRules(other.animator, { activityId, rules }, NOW)).toEqual(NOT_FOUND);
  const who = { kinds: ['CANDIDATE'], from: 'COMMUNES', communeIds: [other.amiens], othersFrom: null } as const;
  expect(await changeBookingRules(world.animator, { activityId, rules: { who } }, NOW)).toEqual({
    ok: false,
    refusal: { code: 'COMMUNE_UNKNOWN' },
  });
});

test('a relais’s rules hold for all its activities, then for a kind; an animator does not decide of them', async () => {
  const mine = await makeWorld();
  const boss = actorOf(mine.collectiviteId, mine.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
  const set = (kind: 'ATELIER' | null, rules: object) =>
    changeRelaisRules(boss, { relaisId: mine.north, kind, rules }, NOW);
  expect(done(await set(null, { offerHours: 12, reglement: 'NOT_ASKED' })).changed).toEqual([
    'reglement',
    'offerHours',
  ]);
  expect(done(await set('ATELIER', { offerHours: 6, reglement: 'NOT_ASKED' })).changed).toEqual(['offerHours']);
  const page = await relaisRulesPage(boss, mine.north, 'ATELIER', NOW);
  expect([page?.own, page?.inherited.offerHours, page?.kinds]).toEqual([{ offerHours: 6 }, 12, ['ATELIER']]);
  const [atelier, reunion] = [await makeActivity(mine), await makeActivity(mine, { kind: 'REUNION' })];
  const inherited = async (id: string) => (await activityRulesPage(mine.animator, id, NOW))?.inherited.offerHours;
  expect([await inherited(atelier), await inherited(reunion)]).toEqual([6, 12]);
  expect(done(await set('ATELIER', {})).changed).toEqual(['offerHours']);
  expect(await inherited(atelier)).toBe(12);
  const asAnimator = { relaisId: mine.north, kind: null, rules: {} };
  expect(await changeRelaisRules(mine.animator, asAnimator, NOW)).toEqual(NOT_FOUND);
  expect(await changeRelaisRules(coordinator(), asAnimator, NOW)).toEqual(NOT_FOUND);
  expect(await relaisRulesPage(mine.animator, mine.north, null, NOW)).toBeNull();
});

test('invites relais of the collectivité with their own opening, and only these', async () => {
  const activityId = await makeActivity(world);
  const guests = [{ relaisId: world.south, opening: { type: 'daysBefore', days: 3, time: '09:00' } as const }];
  expect(await inviteRelais(world.animator, { activityId, guests }, NOW)).toEqual({ ok: true, changed: true });
  expect(await inviteRelais(world.animator, { activityId, guests }, NOW)).toEqual({ ok: true, changed: false });
  const page = await teamActivity(world.animator, activityId, NOW);
  expect(page?.guests).toEqual(['Relais sud']);
  expect(page?.rules).toContain('Ouverte à Relais sud : 3 jours avant, à 9 h');
  const refused = { ok: false, refusal: { code: 'RELAIS_UNKNOWN' } };
  for (const relaisId of [world.north, other.south]) {
    expect(await inviteRelais(world.animator, { activityId, guests: [{ relaisId, opening: null }] }, NOW)).toEqual(
      refused,
    );
  }
  expect(await inviteRelais(other.animator, { activityId, guests: [] }, NOW)).toEqual(NOT_FOUND);
  expect(await inviteRelais(world.animator, { activityId, guests: [] }, NOW)).toEqual({ ok: true, changed: true });
  expect(await db().activityGuest.count({ where: { activityId } })).toBe(0);
});

test('a draft is removed with its dates and what they hold; a published activity is not', async () => {
  const activityId = await makeActivity(world);
  const dates = [dateOf(world, '2026-12-01')];
  const { sessionIds } = done(await addSessions(world.animator, { activityId, dates }, NOW));
  expect(await removeDraftActivity(other.animator, { activityId }, NOW)).toEqual(NOT_FOUND);
  expect(await removeDraftActivity(world.animator, { activityId }, NOW)).toEqual({ ok: true, removed: 1 });
  expect(await db().occupation.count({ where: { sessionId: { in: sessionIds } } })).toBe(0);
  expect(await removeDraftActivity(world.animator, { activityId }, NOW)).toEqual(NOT_FOUND);
  const published = (await makeSessions(world, ['2026-12-02'])).activityId;
  expect(await removeDraftActivity(world.animator, { activityId: published }, NOW)).toEqual({
    ok: false,
    refusal: { code: 'PUBLISHED' },
  });
});

test('a copy has the same facts, rules and guests, and no date', async () => {
  const { activityId } = await makeSessions(world, ['2026-12-03'], {
    bookingRules: { offerHours: 48 },
    bring: 'Bottes',
  });
  await inviteRelais(world.animator, { activityId, guests: [{ relaisId: world.south, opening: null }] }, NOW);
  const copy = done(await duplicateActivity(world.animator, { activityId, title: 'Printemps' }, NOW)).activityId;
  const page = await teamActivity(world.animator, copy, NOW);
  expect(page).toMatchObject({
    title: 'Printemps',
    state: 'DRAFT',
    bring: 'Bottes',
    dates: [],
    guests: ['Relais sud'],
  });
  expect(await rulesOf(copy)).toEqual({ offerHours: 48 });
  expect(await duplicateActivity(other.animator, { activityId, title: 'X' }, NOW)).toEqual(NOT_FOUND);
  expect(await duplicateActivity(world.animator, { activityId, title: ' ' }, NOW)).toEqual({
    ok: false,
    refusal: { code: 'TITLE_EMPTY' },
  });
});

test('drafts say what stands in their way; those that can are published, the others are told', async () => {
  const uses = [{ relaisId: world.north }];
  const { siteId } = done(await createSite(SYSTEM, { name: 'Réduit', maxPersons: 0, countsStaff: true, uses }, NOW));
  const activityId = await makeActivity(world, { title: 'Petits pas' });
  const dates = [dateOf(world, '2026-12-07'), dateOf(world, '2026-12-08', { siteId })];
  const { sessionIds } = done(await addSessions(world.animator, { activityId, dates }, NOW));
  const [first = '', full = ''] = sessionIds;
  const [activity] = await drafts(world.animator, { activityId }, NOW);
  expect(activity?.dates.map(({ id, hindrance }) => [id, hindrance])).toEqual([
    [first, null],
    [full, 'le lieu serait trop plein'],
  ]);
  const refused = [{ sessionId: full, code: 'SITE_FULL' }];
  expect(await publishDrafts(world.animator, { sessionIds }, NOW)).toEqual({ published: [first], refused });
  expect(await publishDrafts(world.animator, { sessionIds }, NOW)).toEqual({ published: [], refused });
  expect(await drafts(other.animator, { activityId }, NOW)).toEqual([]);
  const term = { relais: null, from: '2026-12-08', until: '2026-12-08' };
  expect((await drafts(world.animator, term, NOW)).flatMap((one) => one.dates.map(({ id }) => id))).toEqual([full]);
  expect(await drafts(world.animator, { ...term, relais: `sud-${world.n}` }, NOW)).toEqual([]);
});

test('the list finds without accents, filters, and costs one query for one row as for thirty', async () => {
  const mine = await makeWorld();
  const found = async (query: string) =>
    (await activities(mine.animator, readActivityFilters(new URLSearchParams(query)), NOW)).lines.map(
      ({ title }) => title,
    );
  await makeSessions(mine, ['2026-11-24'], { title: 'Éveil à la forêt' });
  await makeActivity(mine, { title: 'Soirée', kind: 'REUNION' });
  expect(await found('')).toEqual(['Éveil à la forêt', 'Soirée']);
  expect(await found('q=EVEIL foret')).toEqual([]);
  expect(await found('q=a la foret')).toEqual(['Éveil à la forêt']);
  expect(await found('type=reunion')).toEqual(['Soirée']);
  expect(await found('etat=brouillon')).toEqual(['Soirée']);
  expect(await found('etat=publiee')).toEqual(['Éveil à la forêt']);
  expect(await found('etat=passee')).toEqual([]);
  const read = () => activities(mine.animator, readActivityFilters(new URLSearchParams()), NOW);
  const one = await countStatements(read);
  for (let n = 0; n < 29; n += 1) await makeActivity(mine, { title: `Atelier ${n}` });
  expect((await read()).total).toBe(31);
  expect(await countStatements(read)).toBe(one);
  expect(
    (await activities(other.animator, readActivityFilters(new URLSearchParams(`relais=nord-${mine.n}`)), NOW)).total,
  ).toBe(0);
});

test('the page of an activity counts its places; it is not there for another collectivité', async () => {
  const { activityId } = await makeSessions(world, ['2026-12-10', '2026-12-11']);
  const page = await teamActivity(world.animator, activityId, NOW);
  expect(page?.dates.map(({ adults, maxAdults, state }) => [adults, maxAdults, state])).toEqual([
    [0, 6, 'PUBLISHED'],
    [0, 6, 'PUBLISHED'],
  ]);
  expect(await teamActivity(other.animator, activityId, NOW)).toBeNull();
  const secretary = actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId: world.north }]);
  expect((await teamActivity(secretary, activityId, NOW))?.plans).toBe(false);
  const analyse = await makeActivity(world, { kind: 'ANALYSE' });
  expect(await teamActivity(secretary, analyse, NOW)).toBeNull();
  expect(await activityRulesPage(secretary, activityId, NOW)).toBeNull();
});
