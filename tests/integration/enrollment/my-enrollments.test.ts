import { expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { answerOffer } from '#app/enrollment/answerOffer.server.ts';
import { cancelSession } from '#app/enrollment/cancelSession.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { linkedEnrollment } from '#app/enrollment/linked-enrollments.server.ts';
import { myEnrollments } from '#app/enrollment/my-enrollments.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import { ANONYMOUS, SYSTEM, type BearerActor, type PersonActor } from '#app/people/actor.ts';
import { countStatements } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, at, now, withChildren, world, type World } from './world.ts';

useDatabase();

const DAY = 86_400_000;
const dayAfter = (days: number) => new Date(new Date('2026-11-24T08:30:00Z').getTime() + days * DAY);

async function booked(actor: PersonActor, sessionId: string, children = 1): Promise<string> {
  const outcome = await enroll(actor, { sessionId, ...withChildren(children) }, now);
  if (outcome.outcome !== 'enrolled') throw new Error(JSON.stringify(outcome));
  return outcome.enrollmentId;
}

/** One session of each fate for the first AM, from that many days on. */
async function fates(made: World, days: number): Promise<{ offer: string; confirmed: string }> {
  const [me, other] = [at(0, made.ams), at(1, made.ams)];
  const confirmed = await booked(me, await addSession(made, { startsAt: dayAfter(days) }), 2);
  const sought = await addSession(made, { startsAt: dayAfter(days + 0.1), maxAdults: 1 });
  const first = await booked(other, sought);
  const offer = await booked(me, sought, 2);
  await withdraw(other, { enrollmentId: first }, now);
  const full = await addSession(made, { startsAt: dayAfter(days + 0.2), maxAdults: 1 });
  await booked(other, full);
  await booked(me, full);
  const left = await booked(me, await addSession(made, { startsAt: dayAfter(days + 0.3) }));
  await withdraw(me, { enrollmentId: left }, now);
  return { offer, confirmed };
}

test('tells apart what she is offered, has, waits for and had', async () => {
  const made = await world();
  const me = at(0, made.ams);
  await fates(made, 1);
  const cancelled = await addSession(made, { startsAt: dayAfter(3) });
  await booked(me, cancelled);
  await cancelSession(SYSTEM, { sessionId: cancelled, reason: 'neige' }, now);
  const mine = await myEnrollments(me, now);
  expect(mine.next).toMatchObject([
    {
      when: 'Mercredi 25 novembre, 9 h 30 – 11 h',
      leaf: { large: '25', small: 'nov.' },
      place: 'Salle des Lutins',
      words: 'Vous êtes inscrite avec 2 enfants',
      mayChange: true,
      mayWithdraw: true,
    },
  ]);
  expect(mine.offers).toMatchObject([{ children: 2, fewest: 1, deadline: 'dimanche 22 novembre, 9 h' }]);
  expect(mine.waiting[0]?.lines[0]).toBe('Vous êtes 1re sur la liste d’attente : il manque 1 place adulte.');
  expect(mine.past.map(({ words }) => words)).toEqual(['Séance annulée', 'Vous vous êtes désistée']);
  const later = await myEnrollments(me, new Date('2026-12-20T10:00:00Z'));
  expect([later.next, later.offers, later.waiting]).toEqual([[], [], []]);
  expect(later.past.map(({ words }) => words)).toContain('Vous étiez inscrite');
  expect((await myEnrollments(ANONYMOUS, now)).next).toEqual([]);
  expect((await myEnrollments(at(2, made.ams), now)).past).toEqual([]);
});

test('an offer whose deadline has passed is no longer to answer', async () => {
  const made = await world();
  await fates(made, 1);
  const mine = await myEnrollments(at(0, made.ams), new Date('2026-11-22T08:00:00Z'));
  expect(mine.offers).toEqual([]);
});

test('asks the database as often for thirty as for one', async () => {
  const made = await world({ rules: { quotas: [] } });
  const me = at(0, made.ams);
  await fates(made, 1);
  const few = await countStatements(() => myEnrollments(me, now));
  for (let days = 2; days < 10; days += 1) await fates(made, days);
  const many = await countStatements(() => myEnrollments(me, now));
  const mine = await myEnrollments(me, now);
  expect(mine.next.length + mine.offers.length + mine.waiting.length + mine.past.length).toBeGreaterThan(30);
  expect(many).toBe(few);
});

test('a link shows its enrolment until it has served; another round does not serve', async () => {
  const made = await world();
  const { offer, confirmed } = await fates(made, 1);
  const bearer = (purpose: 'offer' | 'withdraw', enrollmentId: string, round: number): BearerActor => ({
    kind: 'bearer',
    ...{ purpose, enrollmentId, round },
  });
  const holder = bearer('offer', offer, 1);
  expect(await linkedEnrollment(holder, now)).toMatchObject({
    state: 'open',
    title: 'Musique et comptines',
    party: 'Vous et 2 enfants',
    fewest: 1,
    deadline: 'dimanche 22 novembre, 9 h',
  });
  expect(await linkedEnrollment(bearer('offer', offer, 0), now)).toMatchObject({ state: 'replaced', deadline: null });
  expect(await linkedEnrollment(bearer('offer', crypto.randomUUID(), 1), now)).toBe(null);
  await answerOffer(holder, { enrollmentId: offer, answer: 'accept', keepChildren: 1 }, now);
  expect(await linkedEnrollment(holder, now)).toMatchObject({ state: 'accepted', party: 'Vous et 1 enfant' });
  const leaver = bearer('withdraw', confirmed, 0);
  expect(await linkedEnrollment(leaver, now)).toMatchObject({ state: 'open', late: false, waiting: false });
  expect(await linkedEnrollment(leaver, new Date('2026-11-25T08:00:00Z'))).toMatchObject({ late: true });
  expect(await linkedEnrollment(leaver, new Date('2026-11-25T08:30:00Z'))).toMatchObject({ state: 'started' });
  await withdraw(leaver, { enrollmentId: confirmed }, now);
  expect(await linkedEnrollment(leaver, now)).toMatchObject({ state: 'withdrawn' });
  expect(await db().enrollment.count({ where: { id: confirmed, state: 'WITHDRAWN' } })).toBe(1);
});
