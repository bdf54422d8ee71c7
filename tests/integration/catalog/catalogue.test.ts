import { beforeAll, expect, test } from 'vitest';

import { activityPage } from '#app/catalog/activity-page.server.ts';
import { catalogue } from '#app/catalog/catalogue.server.ts';
import { month } from '#app/catalog/month.server.ts';
import { replaceSchoolHolidays } from '#app/catalog/replaceSchoolHolidays.server.ts';
import { sessionPage } from '#app/catalog/session-page.server.ts';
import { siteChoices } from '#app/catalog/site-choices.server.ts';
import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { ANONYMOUS, SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { addDays } from '#app/time/local.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  makeActivity,
  makeProfessional,
  makeSessions,
  makeWorld,
  NOW,
  type World,
} from './world.ts';

useDatabase();
let world: World;
let reader: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  reader = (await makeProfessional(world)).actor;
});

const book = (personId: string, sessionId: string, children: number) =>
  enroll(
    SYSTEM,
    { sessionId, personId, wish: 'ASK', declared: [], childIds: [], others: [{ fromMonths: 18, count: children }] },
    NOW,
  );

test('cards stand under their days, with places counted from rows and what is mine', async () => {
  const { sessionIds } = await makeSessions(world, ['2026-11-24', '2026-11-26'], { maxAdults: 1, maxChildren: 3 });
  const [first = ''] = sessionIds;
  const other = await makeProfessional(world, { firstName: 'Awa' });
  await book(other.personId, first, 2);
  await book(reader.personId, first, 1);
  const { days, count, next } = await catalogue(reader, {}, NOW);
  expect([count, next, days.map(({ name }) => name)]).toEqual([2, null, ['mardi 24 novembre', 'jeudi 26 novembre']]);
  expect(days[0]?.cards[0]).toMatchObject({
    id: first,
    title: 'Éveil musical',
    start: '9 h 30',
    end: '11 h',
    when: 'mardi 24 novembre, 9 h 30 – 11 h',
    relais: { name: 'Relais nord' },
    site: 'Salle des Nuages',
    places: { adults: 0, children: 1, persons: null },
    full: true,
    waiting: 1,
    mine: 'WAITING',
    booking: { status: 'open', words: 'Inscription jusqu’au lundi 23 novembre, 18 h' },
  });
  const seenByOther = await catalogue(other.actor, {}, NOW);
  expect(seenByOther.days[0]?.cards[0]?.mine).toBe('CONFIRMED');
  const visitor = await catalogue(ANONYMOUS, {}, NOW);
  expect(visitor.days[0]?.cards[0]?.mine).toBe(null);
  expect((await catalogue(reader, { places: true }, NOW)).days.map(({ date }) => date)).toEqual(['2026-11-26']);
  expect((await catalogue(reader, { mes: true }, NOW)).days.map(({ date }) => date)).toEqual(['2026-11-24']);
});

test('filters by kind, days, place, relais and words without accents', async () => {
  await makeSessions(world, ['2026-12-01'], { kind: 'REUNION', title: 'Le sommeil au cœur de l’été' });
  const found = async (filters: object) => (await catalogue(reader, filters, NOW)).days.map(({ date }) => date);
  expect(await found({ kinds: ['REUNION'] })).toEqual(['2026-12-01']);
  expect(await found({ du: '2026-11-25', au: '2026-11-30' })).toEqual(['2026-11-26']);
  expect(await found({ q: 'EVEIL mus', au: '2026-11-25' })).toEqual(['2026-11-24']);
  expect(await found({ q: "coeur de l'ete" })).toEqual(['2026-12-01']);
  expect(await found({ q: '100%' })).toEqual([]);
  expect(await found({ lieu: world.siteId, kinds: ['REUNION'] })).toEqual(['2026-12-01']);
  expect(await found({ lieu: crypto.randomUUID() })).toEqual([]);
  expect(await found({ relais: `sud-${world.n}` })).toEqual([]);
  expect(await found({ relais: 'inconnu' })).toEqual([]);
  expect(await siteChoices(reader, { relais: `nord-${world.n}` })).toEqual([
    { id: world.siteId, name: 'Salle des Nuages', commune: null },
  ]);
});

test('drafts and other collectivités do not exist', async () => {
  const other = await makeWorld();
  const { sessionIds, activityId } = await makeSessions(other, ['2026-11-25']);
  const [id = ''] = sessionIds;
  expect(await sessionPage(reader, id, NOW)).toBe(null);
  expect(await activityPage(reader, activityId, NOW)).toBe(null);
  expect(await sessionPage(ANONYMOUS, id, NOW)).toMatchObject({ id });
  expect(await activityPage(reader, await makeActivity(world), NOW)).toBe(null);
  expect(await sessionPage(reader, 'n’importe quoi', NOW)).toBe(null);
  const { days } = await catalogue(actorOf(other.collectiviteId, other.animatorId), {}, NOW);
  expect(days.flatMap(({ cards }) => cards.map((card) => card.id))).toEqual([id]);
});

test('an ANALYSE is only a call for applicants; its session shows to who is in it', async () => {
  const analyse = await makeWorld();
  const { sessionIds, activityId } = await makeSessions(
    analyse,
    ['2026-12-02'],
    { kind: 'ANALYSE', title: 'Groupe du soir' },
    { theme: 'Secret' },
  );
  const visitor = actorOf(analyse.collectiviteId, (await makeProfessional(analyse)).personId);
  const seen = await catalogue(visitor, { lieu: analyse.siteId }, NOW);
  expect(seen).toEqual({
    days: [],
    count: 0,
    next: null,
    calls: [{ activityId, title: 'Groupe du soir', relais: { slug: `nord-${analyse.n}`, name: 'Relais nord' } }],
  });
  const page = await activityPage(ANONYMOUS, activityId, NOW);
  expect(page).toMatchObject({ call: true, sessions: [], title: 'Groupe du soir' });
  expect(JSON.stringify(page)).not.toMatch(/Secret|décembre|Nuages/);
  const [id = ''] = sessionIds;
  expect(await sessionPage(ANONYMOUS, id, NOW)).toBe(null);
  expect(await sessionPage(visitor, id, NOW)).toBe(null);
  expect(await sessionPage(analyse.animator, id, NOW)).toMatchObject({ title: 'Secret' });
  const facilitator = await makeSessions(
    analyse,
    ['2026-12-09'],
    { kind: 'ANALYSE' },
    { intervenants: [{ personId: analyse.speakerId, state: 'ACCEPTED' }] },
  );
  const speaker = actorOf(analyse.collectiviteId, analyse.speakerId);
  expect(await sessionPage(speaker, facilitator.sessionIds[0] ?? '', NOW)).not.toBe(null);
  expect(await sessionPage(speaker, id, NOW)).toBe(null);
  const grid = await month(visitor, { month: '2026-12', filters: {} }, NOW);
  expect(grid?.weeks.flat().flatMap(({ cards }) => cards)).toEqual([]);
});

test('the session page tells when, where, by whom and under which rules, and names nobody', async () => {
  const intervenants = [{ personId: world.speakerId, state: 'ACCEPTED' as const }];
  const { sessionIds } = await makeSessions(
    world,
    ['2026-12-15'],
    { ageMinMonths: 3, ageMaxMonths: 36 },
    { theme: 'Comptines', bring: 'Un foulard', intervenants },
  );
  const page = await sessionPage(ANONYMOUS, sessionIds[0] ?? '', NOW);
  expect(page).toMatchObject({
    title: 'Comptines',
    series: 'Éveil musical',
    ledBy: ['L’équipe du relais', 'Psychologue'],
    ages: '3 mois à 3 ans',
    bring: 'Un foulard',
    past: false,
    place: { name: 'Salle des Nuages', map: null },
  });
  expect(page?.rules.slice(0, 2)).toEqual([
    'Inscription : directe, ouverte dès la publication',
    'Clôture : lundi 14 décembre, 18 h',
  ]);
  expect(JSON.stringify(page)).not.toMatch(/Marc|Petit|Léa|Martin/);
});

test('a site’s ceiling bounds the places of sessions that overlap there', async () => {
  const { sessionIds } = await makeSessions(world, ['2026-12-17']);
  await db().site.update({ where: { id: world.siteId }, data: { maxPersons: 4 } });
  const [id = ''] = sessionIds;
  await book(reader.personId, id, 1);
  expect((await sessionPage(reader, id, NOW))?.places).toEqual({ adults: 2, children: 2, persons: 2 });
  await db().site.update({ where: { id: world.siteId }, data: { maxPersons: null } });
});

test('the month shades holidays and shows each session on its day', async () => {
  const holidays = [{ zone: 'B' as const, year: '2026-2027', name: 'Noël', first: '2026-12-19', last: '2027-01-03' }];
  await replaceSchoolHolidays(SYSTEM, { holidays, source: 'essai' });
  const grid = await month(reader, { month: '2026-12', filters: {} }, NOW);
  expect(grid).toMatchObject({ name: 'décembre 2026', previous: '2026-11', next: '2027-01' });
  const day = (date: string) => grid?.weeks.flat().find((one) => one.date === date);
  expect(day('2026-12-25')?.off).toBe('férié (Noël)');
  expect(day('2026-12-21')?.off).toBe('vacances scolaires (Noël)');
  expect(day('2026-12-15')?.cards.map(({ title }) => title)).toEqual(['Comptines']);
  expect(day('2026-11-30')).toMatchObject({ outside: true, number: '30' });
  expect((await month(reader, { month: 'demain', filters: {} }, NOW))?.month).toBe('2026-11');
});

test('pages follow one another without loss, and 30 rows cost as many queries as one', async () => {
  const many = await makeWorld();
  const { actor } = await makeProfessional(many);
  const { activityId } = await makeSessions(many, ['2027-01-05']);
  const read = () => catalogue(actor, {}, NOW);
  const one = await countStatements(read);
  const monthOfOne = await countStatements(() => month(actor, { month: '2027-01', filters: {} }, NOW));
  const activityOfOne = await countStatements(() => activityPage(actor, activityId, NOW));
  const days = Array.from({ length: 30 }, (_, n) => addDays('2027-01-06', n));
  await makeSessions(many, days);
  expect(one).toBe(4);
  expect(await countStatements(read)).toBe(one);
  expect(await countStatements(() => month(actor, { month: '2027-01', filters: {} }, NOW))).toBe(monthOfOne);
  expect(await countStatements(() => activityPage(actor, activityId, NOW))).toBe(activityOfOne);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof catalogue>> = await catalogue(actor, {}, NOW, { cursor, size: 7 });
    seen.push(...page.days.flatMap(({ cards }) => cards.map(({ date }) => date)));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen).toEqual(['2027-01-05', ...days]);
  expect((await catalogue(actor, {}, NOW, { cursor: 'faux' })).count).toBe(30);
});
