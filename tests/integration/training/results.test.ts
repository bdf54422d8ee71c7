import { beforeAll, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { changeDatedSetting } from '#app/people/changeDatedSetting.server.ts';
import { alertExpiries } from '#app/training/alertExpiries.server.ts';
import { declareTraining } from '#app/training/declareTraining.server.ts';
import { digestExpiries } from '#app/training/digestExpiries.server.ts';
import { findRenewals } from '#app/training/findRenewals.server.ts';
import { myNeeds } from '#app/training/my-needs.server.ts';
import { recordResults } from '#app/training/recordResults.server.ts';
import { relaisExpiries } from '#app/training/relais-expiries.server.ts';
import { resultsPage } from '#app/training/results-page.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  done,
  makeProfessional,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from '../catalog/world.ts';
import { held } from './held.ts';

useDatabase();
let world: World;
let nadia: PersonActor;
let awa: PersonActor;
let themeId: string;
beforeAll(async () => {
  world = await makeWorld();
  const email = (name: string) => ({ email: `${name}-${world.n}@test.example` });
  nadia = (await makeProfessional(world, email('nadia'))).actor;
  awa = (await makeProfessional(world, { firstName: 'Awa', ...email('awa') })).actor;
  const theme = { collectiviteId: world.collectiviteId, title: 'Recyclage SST', hours: 7 };
  themeId = (await db().trainingTheme.create({ data: theme })).id;
});

const days = [{ day: '2026-11-14' }, { day: '2026-11-17' }];
const certificate = { themeId: null, title: 'Certificat SST', organisation: '', hours: 14, initial: false };
const obtained = ({ personId }: PersonActor, expiresOn: string | null = '2028-11-17') => ({
  personId,
  obtained: true,
  expiresOn,
});
const mailsOf = async ({ personId }: PersonActor) =>
  (await db().outgoingMail.findMany({ where: { personId }, orderBy: { queuedAt: 'asc' } })).map(
    ({ template }) => template,
  );

test('results are recorded for who came, once, dated from the last day; a renewal of first aid is closed by them', async () => {
  const ends = { on: '2025-01-10', expiresOn: '2027-01-10' };
  done(await declareTraining(nadia, { ...certificate, ...ends }, NOW));
  expect(await findRenewals(NOW)).toBe(1);
  const { activityId } = await held(world, 'FORMATION', days, [[nadia.personId, awa.personId], [nadia.personId]]);
  const page = await resultsPage(world.animator, activityId, NOW);
  expect(page).toMatchObject({
    over: true,
    lastDay: '17 novembre 2026',
    lines: [{ obtained: null }, { obtained: null }],
  });
  expect(page?.lines.map(({ came, expiresOn }) => [came, expiresOn])).toEqual([
    ['1 date sur 2, 3 h 30', '2028-11-17'],
    ['2 dates sur 2, 7 h', '2028-11-17'],
  ]);
  const results = [obtained(nadia), { personId: awa.personId, obtained: false, expiresOn: '2028-11-17' }];
  expect(done(await recordResults(world.animator, { activityId, themeId, results }, NOW)).changed).toBe(2);
  expect(done(await recordResults(world.animator, { activityId, themeId, results }, NOW)).changed).toBe(0);
  const rows = await db().trainingResult.findMany({ where: { activityId }, orderBy: { obtained: 'asc' } });
  expect(
    rows.map(({ obtained, on, expiresOn }) => [obtained, on.toISOString().slice(0, 10), expiresOn?.getFullYear()]),
  ).toEqual([
    [false, '2026-11-17', undefined],
    [true, '2026-11-17', 2028],
  ]);
  expect((await myNeeds(nadia, NOW))?.needs).toEqual([]);
  expect(await mailsOf(nadia)).toEqual(['record-changed']);
  const mail = await db().outgoingMail.findFirstOrThrow({ where: { personId: nadia.personId } });
  expect(mail.props).toMatchObject({ what: expect.stringMatching(/^Résultat de la formation : ./) as unknown });
  expect((await rowsOfHistory(nadia.personId)).filter(({ what }) => what === 'result.recorded')).toHaveLength(1);
});

test('a result that expires becomes a need, whose date follows the result, and goes with it', async () => {
  const { actor } = await makeProfessional(world, { firstName: 'Inès' });
  const { activityId } = await held(
    world,
    'FORMATION',
    [{ day: '2025-03-08' }],
    [[actor.personId]],
    'Gestes qui sauvent',
  );
  const say = (expiresOn: string | null, ok = true) =>
    recordResults(
      world.animator,
      { activityId, themeId: null, results: [{ personId: actor.personId, obtained: ok, expiresOn }] },
      NOW,
    );
  done(await say('2027-03-08'));
  expect([await findRenewals(NOW), await findRenewals(NOW)]).toEqual([1, 0]);
  expect((await myNeeds(actor, NOW))?.needs).toMatchObject([
    { title: 'Gestes qui sauvent', due: 'avant le 8 mars 2027' },
  ]);
  done(await say('2027-04-08'));
  expect((await myNeeds(actor, NOW))?.needs).toMatchObject([{ due: 'avant le 8 avril 2027' }]);
  done(await say(null, false));
  expect((await myNeeds(actor, NOW))?.needs).toEqual([]);
});

test('refused: another relais’s, one not over, nobody, who was not there, a validity that ends before it', async () => {
  const { activityId } = await held(world, 'FORMATION', [{ day: '2026-10-03' }], [[nadia.personId]]);
  const asked = { activityId, themeId, results: [obtained(nadia)] };
  const south = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  const coordinator = actorOf(world.collectiviteId, world.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
  for (const actor of [south, coordinator, nadia, (await makeWorld()).animator]) {
    expect(await recordResults(actor, asked, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await resultsPage(actor, activityId, NOW)).toBeNull();
  }
  const refused = async (change: Partial<typeof asked>, at = NOW) =>
    (await recordResults(world.animator, { ...asked, ...change }, at)) as unknown;
  expect(await refused({}, new Date('2026-10-03T08:00:00Z'))).toMatchObject({ refusal: { code: 'NOT_OVER' } });
  expect(await refused({ results: [] })).toMatchObject({ refusal: { code: 'NOBODY' } });
  expect(await refused({ results: [obtained(awa)] })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  expect(await refused({ results: [obtained(nadia, '2026-10-03')] })).toMatchObject({
    refusal: { code: 'DATES_WRONG' },
  });
  expect(await refused({ themeId: activityId })).toMatchObject({ refusal: { code: 'THEME_UNKNOWN' } });
  const atelier = await held(world, 'ATELIER', [{ day: '2026-10-06' }], [[nadia.personId]], 'Musique');
  expect(await refused({ activityId: atelier.activityId })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
});

test('an expiry is told to her months before and when it is near, once each; to the animator once a month', async () => {
  const place = await makeWorld();
  const { actor } = await makeProfessional(place, { email: `lise-${place.n}@test.example` });
  const silent = await makeProfessional(place, { firstName: 'Sans', lastName: 'Mail' });
  await db().person.update({ where: { id: place.animatorId }, data: { email: `lea-${place.n}@test.example` } });
  const ends = { on: '2025-02-10', expiresOn: '2027-02-10' };
  for (const one of [actor, silent.actor]) done(await declareTraining(one, { ...certificate, ...ends }, NOW));
  const at = (day: string) => new Date(`${day}T07:00:00Z`);
  for (const day of ['2026-11-01', '2026-11-22', '2026-12-24', '2027-01-20', '2027-02-05'])
    await alertExpiries(at(day));
  expect(await mailsOf(actor)).toEqual(['expiry-near', 'expiry-near']);
  for (const day of ['2026-11-01', '2026-11-22', '2026-11-29', '2026-12-24']) await digestExpiries(at(day));
  const mails = await db().outgoingMail.findMany({
    where: { personId: place.animatorId },
    orderBy: { queuedAt: 'asc' },
  });
  expect(mails.map(({ template, queuedAt }) => [template, queuedAt.toISOString().slice(0, 10)])).toEqual([
    ['expiry-digest', '2026-11-22'],
    ['expiry-digest', '2026-12-24'],
  ]);
  expect(JSON.stringify(mails[0]?.props)).toContain(
    'Sans Mail : Certificat SST, jusqu’au 10 février 2027 (sans e-mail : à appeler)',
  );
});

test('what expires is read by the teams of her relais, in a constant number of queries', async () => {
  const place = await makeWorld();
  const declare = async (firstName: string, expiresOn: string) => {
    const { actor } = await makeProfessional(place, { firstName });
    done(await declareTraining(actor, { ...certificate, on: '2025-01-10', expiresOn }, NOW));
  };
  await declare('Une', '2026-12-01');
  const read = () => relaisExpiries(place.animator, {}, NOW);
  const one = await countStatements(read);
  for (let n = 0; n < 9; n += 1) await declare(`Autre${n}`, '2027-06-01');
  expect(await countStatements(read)).toBe(one);
  expect((await read())?.lines).toHaveLength(10);
  expect((await relaisExpiries(place.animator, { within: 1 }, NOW))?.lines).toMatchObject([
    { name: 'Une Morel', title: 'Certificat SST', state: 'SOON', delay: 'dans 9 jours' },
  ]);
  const south = actorOf(place.collectiviteId, place.animatorId, [{ role: 'ANIMATOR', relaisId: place.south }]);
  expect((await relaisExpiries(south, {}, NOW))?.lines).toEqual([]);
  const secretary = actorOf(place.collectiviteId, place.animatorId, [{ role: 'SECRETARY', relaisId: place.north }]);
  expect(await relaisExpiries(secretary, {}, NOW)).toBeNull();
});

test('the validity of first aid is a dated setting: past trainings keep that of their day', async () => {
  const place = await makeWorld();
  const { actor } = await makeProfessional(place);
  const coordinator = actorOf(place.collectiviteId, place.animatorId, [{ role: 'COORDINATOR', relaisId: null }]);
  done(await changeDatedSetting(coordinator, { key: 'training.firstAidMonths', from: '2026-06-01', value: 36 }, NOW));
  const untilOf = async (day: string) => {
    const { activityId } = await held(place, 'FORMATION', [{ day }], [[actor.personId]]);
    return (await resultsPage(place.animator, activityId, NOW))?.lines[0]?.expiresOn;
  };
  expect([await untilOf('2026-05-02'), await untilOf('2026-06-06')]).toEqual(['2028-05-02', '2029-06-06']);
});
