import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { answerCampaign, type CampaignAnswer } from '#app/training/answerCampaign.server.ts';
import { answerNoNeed } from '#app/training/answerNoNeed.server.ts';
import { campaignAnswer } from '#app/training/campaign-answer.server.ts';
import { campaignPage, campaignRelais, campaigns } from '#app/training/campaigns.server.ts';
import type { AskedBearer } from '#app/training/linked-invite.server.ts';
import { inviteNewcomers } from '#app/training/inviteNewcomers.server.ts';
import { noteNoNeed } from '#app/training/noteNoNeed.server.ts';
import { remindCampaign } from '#app/training/remindCampaign.server.ts';
import { retireAnswer } from '#app/training/retireAnswer.server.ts';
import { sendCampaign } from '#app/training/sendCampaign.server.ts';
import { sendReminders } from '#app/training/sendReminders.server.ts';
import { startCampaign } from '#app/training/startCampaign.server.ts';
import { stateNeed } from '#app/training/stateNeed.server.ts';
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

useDatabase();
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);
const bearer = (id: string): AskedBearer => ({ kind: 'asked', purpose: 'need', id });
const wish: CampaignAnswer = { themeId: null, words: 'Les pleurs', why: '', suits: ['SATURDAY'], urgency: 'URGENT' };

let world: World;
let people: string[];
beforeAll(async () => {
  world = await makeWorld();
  people = [];
  for (const n of [0, 1, 2]) people.push(await person(world, `Nom${n}`, `${randomUUID()}@test.example`));
  people.push(await person(world, 'Sans', null));
});

async function person(world: World, lastName: string, email: string | null): Promise<string> {
  return (await makeProfessional(world, { lastName, ...(email === null ? {} : { email }) })).personId;
}

const input = (more: { closesOn?: string; words?: string } = {}) => ({
  ...{ relaisId: world.north, closesOn: '2026-12-06', words: 'Pour 2027.' },
  ...more,
});

const mailsOf = (personIds: readonly string[]) =>
  db().outgoingMail.findMany({ where: { template: 'need-campaign', personId: { in: [...personIds] } } });

const inviteOf = async (campaignId: string, personId: string) =>
  (await db().needInvite.findUniqueOrThrow({ where: { campaignId_personId: { campaignId, personId } } })).id;

test('one mail each, once however often the job runs; who has no e-mail is listed to be telephoned', async () => {
  const { campaignId } = done(await startCampaign(world.animator, input(), NOW));
  expect(done(await startCampaign(world.animator, input(), NOW))).toMatchObject({ campaignId, again: true });
  expect([await sendCampaign(campaignId, NOW), await sendCampaign(campaignId, NOW)]).toEqual([4, 0]);
  const mails = await mailsOf(people);
  expect(mails.map(({ personId }) => personId).sort()).toEqual(people.slice(0, 3).sort());
  expect(mails[0]?.props).toMatchObject({ words: 'Pour 2027.', closes: 'dimanche 6 décembre', reminder: false });
  const page = await campaignPage(world.animator, campaignId, NOW);
  expect(page).toMatchObject({ invited: 4, answered: 0, silent: 3, sending: false, open: true });
  expect(page?.toAsk).toMatchObject([{ personId: people[3], name: 'Nadia Sans' }]);
  expect((await rowsOfHistory(world.north)).map(({ what }) => what)).toContain('campaign.started');
});

test('who joins the relais while a campaign is open is invited, once; not one who has said a need already', async () => {
  const place = await makeWorld();
  await person(place, 'Première', `${randomUUID()}@test.example`);
  const { campaignId } = done(await startCampaign(place.animator, { ...input(), relaisId: place.north }, NOW));
  await inviteNewcomers(later(1));
  const newcomer = await person(place, 'Nouvelle', `${randomUUID()}@test.example`);
  expect(await mailsOf([newcomer])).toHaveLength(0);
  await sendCampaign(campaignId, later(1));
  const late = await person(place, 'Venue', `${randomUUID()}@test.example`);
  const silent = await person(place, 'Muette', null);
  const early = await makeProfessional(place, { lastName: 'Pressée', email: `${randomUUID()}@test.example` });
  done(await stateNeed(early.actor, { ...wish, source: 'SELF' }, later(1)));
  await inviteNewcomers(later(2));
  await inviteNewcomers(later(3));
  expect((await mailsOf([newcomer, late, silent, early.personId])).map(({ personId }) => personId).sort()).toEqual(
    [newcomer, late].sort(),
  );
  expect(await campaignPage(place.animator, campaignId, later(3))).toMatchObject({
    invited: 4,
    toAsk: [{ personId: silent }],
  });
  const tooLate = await person(place, 'Tardive', `${randomUUID()}@test.example`);
  await inviteNewcomers(later(15));
  expect(await mailsOf([tooLate])).toHaveLength(0);
});

test('refusals: another relais, a day that will not do, a second one meanwhile, a relais without anyone', async () => {
  const other = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  const secretary = actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId: world.north }]);
  const stranger = (await makeWorld()).animator;
  for (const actor of [other, secretary, stranger])
    expect(await startCampaign(actor, input(), NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  for (const closesOn of ['2026-11-22', '2027-06-01'])
    expect(await startCampaign(world.animator, input({ closesOn }), NOW)).toMatchObject({
      refusal: { code: 'DAY_WRONG' },
    });
  expect(await startCampaign(world.animator, input({ words: 'Autre' }), NOW)).toMatchObject({
    refusal: { code: 'ALREADY_OPEN' },
  });
  const empty = { ...input(), relaisId: world.south };
  expect(await startCampaign(other, empty, NOW)).toMatchObject({ refusal: { code: 'NOBODY' } });
  const { id } = await db().needCampaign.findFirstOrThrow({ where: { relaisId: world.north } });
  for (const actor of [other, secretary, stranger]) {
    expect(await campaignPage(actor, id, NOW)).toBeNull();
    expect(await remindCampaign(actor, { campaignId: id }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  }
  expect(await campaigns(secretary, NOW)).toBeNull();
});

test('she answers by her link, corrects it, takes it back, and needs nothing after all', async () => {
  const { id: campaignId } = await db().needCampaign.findFirstOrThrow({ where: { relaisId: world.north } });
  const [first = '', second = ''] = people;
  const link = bearer(await inviteOf(campaignId, first));
  const { needId } = done(await answerCampaign(link, wish, later(1)));
  done(await answerCampaign(link, { ...wish, urgency: 'SOMEDAY' }, later(1)));
  const need = await db().trainingNeed.findMany({ where: { personId: first } });
  expect(need).toMatchObject([{ source: 'CAMPAIGN', urgency: 'SOMEDAY', createdById: first, relaisId: world.north }]);
  expect(await campaignAnswer(link, later(1))).toMatchObject({
    ...{ state: 'OPEN', answered: true, closes: 'dimanche 6 décembre' },
    said: [{ id: needId, title: 'Les pleurs', hers: true }],
  });
  expect(await campaignPage(world.animator, campaignId, later(1))).toMatchObject({ answered: 1, silent: 2 });
  const another = bearer(await inviteOf(campaignId, second));
  expect(await retireAnswer(another, { needId }, later(1))).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  done(await retireAnswer(link, { needId }, later(1)));
  done(await retireAnswer(link, { needId }, later(1)));
  done(await answerCampaign(link, wish, later(2)));
  done(await answerNoNeed(link, later(2)));
  done(await answerNoNeed(link, later(2)));
  expect(await db().trainingNeed.count({ where: { personId: first, withdrawnAt: null } })).toBe(0);
  expect(await campaignPage(world.animator, campaignId, later(2))).toMatchObject({ answered: 1 });
});

test('a link dies with its campaign, and for who is no longer in the relais; another’s is unknown', async () => {
  const { id: campaignId } = await db().needCampaign.findFirstOrThrow({ where: { relaisId: world.north } });
  const link = bearer(await inviteOf(campaignId, people[1] ?? ''));
  expect((await campaignAnswer(link, later(14)))?.state).toBe('OPEN');
  expect((await campaignAnswer(link, later(15)))?.state).toBe('OVER');
  expect(await answerCampaign(link, wish, later(15))).toMatchObject({ refusal: { code: 'OVER' } });
  expect(await answerNoNeed(link, later(15))).toMatchObject({ refusal: { code: 'OVER' } });
  expect(await campaignAnswer(bearer(randomUUID()), NOW)).toBeNull();
  expect(await campaignAnswer({ ...link, purpose: 'feedback' }, NOW)).toBeNull();
  expect(await answerCampaign(bearer(randomUUID()), wish, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  await db().relaisMembership.updateMany({
    where: { professional: { personId: people[1] ?? '' } },
    data: { until: new Date('2026-11-22') },
  });
  expect((await campaignAnswer(link, later(1)))?.state).toBe('LEFT');
  expect(await answerCampaign(link, wish, later(1))).toMatchObject({ refusal: { code: 'OVER' } });
});

test('one reminder, to those who have said nothing and are still there; by telephone too one answers', async () => {
  const { id: campaignId } = await db().needCampaign.findFirstOrThrow({ where: { relaisId: world.north } });
  done(await remindCampaign(world.animator, { campaignId }, later(3)));
  expect(done(await remindCampaign(world.animator, { campaignId }, later(4))).again).toBe(true);
  expect([await sendReminders(campaignId, later(3)), await sendReminders(campaignId, later(3))]).toEqual([1, 0]);
  const reminded = (await mailsOf(people)).filter(({ props }) => JSON.stringify(props).includes('"reminder":true'));
  expect(reminded.map(({ personId }) => personId)).toEqual([people[2]]);
  const without = await inviteOf(campaignId, people[3] ?? '');
  const stranger = (await makeWorld()).animator;
  expect(await noteNoNeed(stranger, { inviteId: without }, later(3))).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  done(await noteNoNeed(world.animator, { inviteId: without }, later(3)));
  done(await noteNoNeed(world.animator, { inviteId: without }, later(3)));
  expect((await campaignPage(world.animator, campaignId, later(3)))?.toAsk).toEqual([]);
  const said = { personId: people[2] ?? '', ...wish, source: 'TELEPHONE' as const };
  done(await stateNeed(world.animator, said, later(3)));
  expect(await campaignPage(world.animator, campaignId, later(3))).toMatchObject({ answered: 3, silent: 1 });
  expect(await remindCampaign(world.animator, { campaignId }, later(20))).toMatchObject({ refusal: { code: 'OVER' } });
});

test('hundreds are written to by batches, and pages ask the same of the database for one and for many', async () => {
  const { id: campaignId } = await db().needCampaign.findFirstOrThrow({ where: { relaisId: world.north } });
  const reads = async () => [
    await countStatements(() => campaignPage(world.animator, campaignId, later(3))),
    await countStatements(() => campaigns(world.animator, NOW)),
    await countStatements(() => campaignRelais(world.animator, NOW)),
  ];
  const few = await reads();
  const many = await makeWorld();
  for (let n = 0; n < 60; n += 1) await person(many, `Nom${n}`, `${randomUUID()}@test.example`);
  const start = { relaisId: many.north, closesOn: '2026-12-06', words: '' };
  const { campaignId: large } = done(await startCampaign(SYSTEM, start, NOW));
  expect(await sendCampaign(large, NOW)).toBe(60);
  expect(await db().outgoingMail.count({ where: { collectiviteId: many.collectiviteId } })).toBe(60);
  const page = () => campaignPage(many.animator, large, NOW);
  expect([await countStatements(page), few[1], few[2]]).toEqual([few[0], 1, 1]);
});
