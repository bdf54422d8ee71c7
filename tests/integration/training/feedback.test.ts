import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { addSessions } from '#app/catalog/addSessions.server.ts';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { db } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { recordPresence } from '#app/enrollment/recordPresence.server.ts';
import { answerFeedback } from '#app/training/answerFeedback.server.ts';
import { askFeedback } from '#app/training/askFeedback.server.ts';
import { askFeedbacks } from '#app/training/askFeedbacks.server.ts';
import { feedbackAsk, myFeedbacks } from '#app/training/feedback-asks.server.ts';
import { feedbackPage } from '#app/training/feedback-page.server.ts';
import { QUESTIONS } from '#app/training/feedback.ts';
import { inviteToExchange } from '#app/training/inviteToExchange.server.ts';
import { proposeExchange } from '#app/training/proposeExchange.server.ts';
import { rekeyTraining } from '#app/training/rekeyTraining.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import {
  actorOf,
  countStatements,
  dateOf,
  done,
  makeProfessional,
  makeSessions,
  makeWorld,
  NOW,
  rowsOfHistory,
  type World,
} from '../catalog/world.ts';

useDatabase();
const AFTER = new Date('2026-12-06T09:00:00Z');
const marks = (mark: number) => Object.fromEntries(QUESTIONS.map(({ key }) => [key, mark]));
const link = (id: string) => ({ kind: 'asked', purpose: 'feedback', id }) as const;

let world: World;
let activityId: string;
let came: string[];
beforeAll(async () => {
  world = await makeWorld();
  const training = { kind: 'FORMATION' as const, title: 'Secourisme', maxChildren: null };
  const made = await makeSessions(world, ['2026-11-28', '2026-12-05'], training);
  ({ activityId } = made);
  came = await attend(made.sessionIds[0] ?? '', 6);
});

async function attend(sessionId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const reach = n === 0 ? {} : { email: `${randomUUID()}@test.example` };
    const { personId } = await makeProfessional(world, { lastName: `Nom${n}`, ...reach });
    await recordPresence(db(), { sessionId, personId, collectiviteId: world.collectiviteId, came: true }, AFTER);
    ids.push(personId);
  }
  return ids;
}

const mails = () =>
  db().outgoingMail.findMany({ where: { collectiviteId: world.collectiviteId, template: 'feedback-asked' } });

test('those who came are asked once the last date is over, once', async () => {
  expect(await askFeedback(world.animator, { activityId }, NOW)).toMatchObject({ refusal: { code: 'NOT_OVER' } });
  expect(await askFeedbacks(NOW)).toBe(0);
  expect([await askFeedbacks(AFTER), await askFeedbacks(AFTER)]).toEqual([6, 0]);
  expect(done(await askFeedback(world.animator, { activityId }, AFTER)).asked).toBe(0);
  expect((await mails()).map(({ personId }) => personId).sort()).toEqual(came.slice(1).sort());
});

test('another relais, a secretary, an ANALYSE, a training nobody came to, are refused', async () => {
  const other = actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);
  const secretary = actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId: world.north }]);
  const stranger = (await makeWorld()).animator;
  for (const actor of [other, secretary, stranger]) {
    expect(await askFeedback(actor, { activityId }, AFTER)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await feedbackPage(actor, activityId, AFTER)).toBeNull();
    expect(await proposeExchange(actor, { activityId }, AFTER)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  }
  const empty = await makeSessions(world, ['2026-11-26'], { kind: 'FORMATION', title: 'Vide' });
  expect(await askFeedback(world.animator, empty, AFTER)).toMatchObject({ refusal: { code: 'NOBODY' } });
  const atelier = await makeSessions(world, ['2026-11-25']);
  expect(await askFeedback(world.animator, atelier, AFTER)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
});

test('an answer has no person and no time, is given once, and shows from five on, shuffled', async () => {
  const asks = await db().feedbackAsk.findMany({ where: { activityId }, orderBy: { personId: 'asc' } });
  const history = await db().history.count({ where: { collectiviteId: world.collectiviteId } });
  for (const [n, { id }] of asks.slice(0, 4).entries())
    done(await answerFeedback(link(id), { marks: marks(n < 2 ? 4 : 3), words: n === 0 ? ' Merci ! ' : '' }));
  expect(done(await answerFeedback(link(asks[0]?.id ?? ''), { marks: marks(1), words: 'encore' })).again).toBe(true);
  expect(await feedbackPage(world.animator, activityId, AFTER)).toMatchObject({
    ...{ asked: 6, answered: 4, came: 6, toAsk: 0, results: null, words: [] },
  });
  const fifth = asks[4];
  const self = actorOf(world.collectiviteId, fifth?.personId ?? '');
  expect(await myFeedbacks(self)).toEqual([{ id: fifth?.id, training: 'Secourisme' }]);
  done(await answerFeedback({ self, askId: fifth?.id ?? '' }, { marks: marks(2), words: '' }));
  expect(await myFeedbacks(self)).toEqual([]);
  const page = await feedbackPage(world.animator, activityId, AFTER);
  expect(page?.words).toEqual(['Merci !']);
  expect(page?.results?.map(({ average }) => average)).toEqual(QUESTIONS.map(() => '3,2'));
  expect(page?.results?.[0]?.counts.map(({ count }) => count)).toEqual([2, 2, 1, 0]);
  const [row] = await db().feedback.findMany({ where: { activityId }, take: 1 });
  expect(Object.keys(row ?? {}).sort()).toEqual(['activityId', 'collectiviteId', 'id', 'marks', 'words']);
  expect(await db().history.count({ where: { collectiviteId: world.collectiviteId } })).toBe(history);
  // Nor does the database tell them apart by the transaction that wrote each.
  const written = await db().$queryRaw<{ by: string }[]>`
    SELECT DISTINCT xmin::text AS by FROM "Feedback" WHERE "activityId" = ${activityId}::uuid`;
  expect(written).toHaveLength(1);
});

test('nobody answers in another’s place', async () => {
  const [ask] = await db().feedbackAsk.findMany({ where: { activityId, answered: false } });
  const askId = ask?.id ?? '';
  const other = actorOf(world.collectiviteId, world.animatorId);
  expect(await feedbackAsk({ self: other, askId })).toBeNull();
  expect(await answerFeedback({ self: other, askId }, { marks: marks(4), words: '' })).toMatchObject({ ok: false });
  expect(await feedbackAsk({ ...link(askId), purpose: 'need' })).toBeNull();
  expect(await feedbackAsk(link(randomUUID()))).toBeNull();
});

test('an exchange is drafted once; those who followed the training are invited once it has a date', async () => {
  const exchange = done(await proposeExchange(world.animator, { activityId }, AFTER));
  expect(done(await proposeExchange(world.animator, { activityId }, AFTER))).toEqual({ ...exchange, again: true });
  expect(await db().activity.findUnique({ where: { id: exchange.activityId } })).toMatchObject({
    ...{ kind: 'REUNION', state: 'DRAFT', title: 'Retour de formation : Secourisme', relaisId: world.north },
  });
  expect(await inviteToExchange(world.animator, { activityId }, AFTER)).toMatchObject({
    refusal: { code: 'NOTHING_TO_BOOK' },
  });
  const dates = [dateOf(world, '2027-01-14', { animatorIds: [] })];
  const { sessionIds } = done(await addSessions(world.animator, { activityId: exchange.activityId, dates }, AFTER));
  done(await publishSessions(world.animator, { sessionIds }, AFTER));
  expect(done(await inviteToExchange(world.animator, { activityId }, AFTER)).invited).toBe(5);
  expect(done(await inviteToExchange(world.animator, { activityId }, AFTER)).again).toBe(true);
  const stranger = (await makeWorld()).animator;
  expect(await inviteToExchange(stranger, { activityId }, AFTER)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  expect((await rowsOfHistory(exchange.activityId)).map(({ what }) => what)).toContain('exchange.invited');
});

test('the page asks the same of the database for one answer and for many', async () => {
  const one = await makeSessions(world, ['2026-11-24'], { kind: 'FORMATION', title: 'Seule' });
  const few = await countStatements(() => feedbackPage(world.animator, one.activityId, AFTER));
  expect(await countStatements(() => feedbackPage(world.animator, activityId, AFTER))).toBe(few);
});

test('of two files that are one person, one asking is left, answered if either was', async () => {
  const { personId: from } = await makeProfessional(world);
  const { personId: to } = await makeProfessional(world);
  const { collectiviteId } = world;
  const asked = { collectiviteId, activityId, askedAt: AFTER };
  await db().feedbackAsk.createMany({
    data: [
      { ...asked, personId: from, answered: true },
      { ...asked, personId: to },
    ],
  });
  const campaign = { collectiviteId, relaisId: world.north, closesOn: AFTER, startedAt: NOW };
  const { id: campaignId } = await db().needCampaign.create({ data: campaign });
  await db().needInvite.create({ data: { collectiviteId, campaignId, personId: from, invitedAt: NOW } });
  await inTransaction(undefined, (tx) => rekeyTraining(tx, { from, to }, AFTER));
  expect(await db().feedbackAsk.findMany({ where: { personId: { in: [from, to] } } })).toMatchObject([
    { personId: to, answered: true },
  ]);
  expect(await db().needInvite.findMany({ where: { campaignId } })).toMatchObject([{ personId: to, answeredAt: null }]);
});
