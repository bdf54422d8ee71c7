import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { allocateSession } from '#app/enrollment/allocateSession.server.ts';
import { answerOffer } from '#app/enrollment/answerOffer.server.ts';
import { answerRequest } from '#app/enrollment/answerRequest.server.ts';
import { changeCeilings } from '#app/enrollment/changeCeilings.server.ts';
import { changeChildren } from '#app/enrollment/changeChildren.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { expireOffers } from '#app/enrollment/expireOffers.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, at, mailsTo, now, statesOf, withChildren, world, type World } from './world.ts';

useDatabase();

const booked = async (
  made: World,
  actor: PersonActor,
  children: number,
  wish: 'ASK' | 'ENROLL' = 'ASK',
  sessionId = made.sessionId,
) => {
  const outcome = await enroll(actor, { sessionId, ...withChildren(children), wish }, now);
  if (outcome.outcome !== 'enrolled') throw new Error(JSON.stringify(outcome));
  return outcome.enrollmentId;
};
const stateOf = async (id: string) => (await db().enrollment.findUniqueOrThrow({ where: { id } })).state;

describe('withdraw', () => {
  it('gives the place back and offers it, with a deadline that runs by day only', async () => {
    const made = await world({ maxAdults: 1 });
    const first = await booked(made, at(0, made.ams), 1);
    const second = await booked(made, at(1, made.ams), 1);
    expect(await withdraw(at(0, made.ams), { enrollmentId: first }, now)).toMatchObject({
      outcome: 'withdrawn',
      late: false,
    });
    const offer = await db().enrollment.findUniqueOrThrow({ where: { id: second } });
    expect(offer.state).toBe('OFFERED');
    // 24 h from Friday 11 h, 7 h–20 h only: Friday 9 h, Saturday 13 h, Sunday 2 h.
    expect(offer.offerExpiresAt?.toISOString()).toBe('2026-11-22T08:00:00.000Z');
    expect(await mailsTo(at(1, made.ams).personId)).toEqual(['enrollment-waiting', 'offer-made']);
  });

  it('confirms at once whoever wished to be enrolled', async () => {
    const made = await world({ maxAdults: 1 });
    const first = await booked(made, at(0, made.ams), 1);
    const second = await booked(made, at(1, made.ams), 1, 'ENROLL');
    await withdraw(at(0, made.ams), { enrollmentId: first }, now);
    expect(await stateOf(second)).toBe('CONFIRMED');
    expect(await mailsTo(at(1, made.ams).personId)).toEqual(['enrollment-waiting', 'enrollment-promoted']);
  });

  it('twice is harmless; a stranger sees nothing; after the start it is over', async () => {
    const made = await world();
    const id = await booked(made, at(0, made.ams), 1);
    expect(await withdraw(at(1, made.ams), { enrollmentId: id }, now)).toEqual({ outcome: 'notFound' });
    expect(await withdraw(at(0, made.ams), { enrollmentId: id }, new Date('2026-11-24T08:30:00Z'))).toEqual({
      outcome: 'started',
    });
    await withdraw(at(0, made.ams), { enrollmentId: id }, now);
    expect(await withdraw(at(0, made.ams), { enrollmentId: id }, now)).toMatchObject({ again: true });
    expect(await mailsTo(at(0, made.ams).personId)).toEqual(['enrollment-confirmed', 'enrollment-withdrawn']);
  });

  it('is noted late after closing, and serves nobody by itself then', async () => {
    const made = await world({ maxAdults: 1 });
    const first = await booked(made, at(0, made.ams), 1);
    const second = await booked(made, at(1, made.ams), 1, 'ENROLL');
    const outcome = await withdraw(at(0, made.ams), { enrollmentId: first }, new Date('2026-11-23T17:30:00Z'));
    expect(outcome).toMatchObject({ late: true });
    expect(await stateOf(second)).toBe('WAITING');
  });

  it('works by the link of her mail alone', async () => {
    const made = await world();
    const id = await booked(made, at(0, made.ams), 1);
    const bearer = { kind: 'bearer', purpose: 'withdraw', enrollmentId: id, round: 0 } as const;
    expect(await withdraw(bearer, { enrollmentId: id }, now)).toMatchObject({ outcome: 'withdrawn' });
    const other = await booked(made, at(1, made.ams), 1);
    expect(await withdraw(bearer, { enrollmentId: other }, now)).toEqual({ outcome: 'notFound' });
  });
});

describe('offers', () => {
  const offered = async () => {
    const made = await world({ ams: 4, maxAdults: 2, maxChildren: 5 });
    const first = await booked(made, at(0, made.ams), 4);
    const second = await booked(made, at(1, made.ams), 3);
    await withdraw(at(0, made.ams), { enrollmentId: first }, now);
    return { made, second };
  };

  it('accepted with fewer children frees the rest for the next one', async () => {
    const { made, second } = await offered();
    const third = await booked(made, at(2, made.ams), 4, 'ENROLL');
    expect(await stateOf(third)).toBe('WAITING');
    const bearer = { kind: 'bearer', purpose: 'offer', enrollmentId: second, round: 1 } as const;
    expect(await answerOffer(bearer, { enrollmentId: second, answer: 'accept', keepChildren: 1 }, now)).toMatchObject({
      outcome: 'accepted',
    });
    expect(await answerOffer(bearer, { enrollmentId: second, answer: 'accept' }, now)).toMatchObject({
      outcome: 'accepted',
    });
    expect(await db().enrolledChild.count({ where: { enrollmentId: second } })).toBe(1);
    expect(await stateOf(third)).toBe('CONFIRMED');
  });

  it('declined leaves the queue and serves the next one', async () => {
    const { made, second } = await offered();
    const third = await booked(made, at(2, made.ams), 4, 'ENROLL');
    expect(await answerOffer(at(1, made.ams), { enrollmentId: second, answer: 'decline' }, now)).toMatchObject({
      outcome: 'declined',
    });
    expect([await stateOf(second), await stateOf(third)]).toEqual(['WITHDRAWN', 'CONFIRMED']);
  });

  it('expires at its deadline, not before', async () => {
    const { made, second } = await offered();
    expect(await expireOffers(made.sessionId, new Date('2026-11-22T07:59:59Z'))).toBe(0);
    const after = new Date('2026-11-22T08:00:00Z');
    expect(await answerOffer(at(1, made.ams), { enrollmentId: second, answer: 'accept' }, after)).toMatchObject({
      outcome: 'noOffer',
    });
    expect(await expireOffers(made.sessionId, after)).toBe(1);
    expect(await stateOf(second)).toBe('EXPIRED');
    expect(await expireOffers(made.sessionId, after)).toBe(0);
  });

  it('of a former round is dead', async () => {
    const { second } = await offered();
    const bearer = { kind: 'bearer', purpose: 'offer', enrollmentId: second, round: 0 } as const;
    expect(await answerOffer(bearer, { enrollmentId: second, answer: 'accept' }, now)).toEqual({ outcome: 'notFound' });
  });

  it('skips whoever has left the relais meanwhile, where it keeps its sessions for its own', async () => {
    const who = { kinds: ['ASSISTANTE_MATERNELLE'], from: 'MEMBERS', othersFrom: null } as const;
    const made = await world({ maxAdults: 1, rules: { who } });
    const first = await booked(made, at(0, made.ams), 1);
    const gone = await booked(made, at(1, made.ams), 1, 'ENROLL');
    const stays = await booked(made, at(2, made.ams), 1, 'ENROLL');
    const { professionalId } = at(1, made.ams);
    await db().relaisMembership.deleteMany({ where: { professionalId: professionalId ?? '' } });
    await withdraw(at(0, made.ams), { enrollmentId: first }, now);
    expect([await stateOf(gone), await stateOf(stays)]).toEqual(['WAITING', 'CONFIRMED']);
    expect(await mailsTo(at(1, made.ams).personId)).toContain('enrollment-skipped');
  });

  it('skips, and tells once, whoever is confirmed elsewhere meanwhile', async () => {
    const made = await world({ maxAdults: 1 });
    const first = await booked(made, at(0, made.ams), 1);
    const second = await booked(made, at(1, made.ams), 1);
    const other = await addSession(made, { startsAt: new Date('2026-11-24T09:00:00Z') });
    await booked(made, at(1, made.ams), 1, 'ASK', other);
    const third = await booked(made, at(2, made.ams), 1, 'ENROLL');
    await withdraw(at(0, made.ams), { enrollmentId: first }, now);
    expect([await stateOf(second), await stateOf(third)]).toEqual(['WAITING', 'CONFIRMED']);
    await withdraw(at(2, made.ams), { enrollmentId: third }, now);
    expect((await mailsTo(at(1, made.ams).personId)).filter((name) => name === 'enrollment-skipped')).toHaveLength(1);
    const elsewhere = await db().enrollment.findFirstOrThrow({ where: { sessionId: other } });
    await withdraw(at(1, made.ams), { enrollmentId: elsewhere.id }, now);
    const jobs = await db().$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'allocate-session'`;
    expect(jobs).toContainEqual({ key: `allocate:${made.sessionId}` });
    await allocateSession(made.sessionId, now);
    expect(await stateOf(second)).toBe('OFFERED');
  });
});

describe('changing the children', () => {
  it('fewer is always possible and serves those waiting', async () => {
    const made = await world({ maxChildren: 4 });
    const first = await booked(made, at(0, made.ams), 3);
    const second = await booked(made, at(1, made.ams), 2, 'ENROLL');
    const outcome = await changeChildren(at(0, made.ams), { enrollmentId: first, ...withChildren(1) }, now);
    expect(outcome).toMatchObject({ outcome: 'changed', newArrival: false });
    expect(await stateOf(second)).toBe('CONFIRMED');
  });

  it('more is refused when it does not fit, the place being kept', async () => {
    const made = await world({ maxChildren: 3 });
    const first = await booked(made, at(0, made.ams), 2);
    await booked(made, at(1, made.ams), 1);
    expect(await changeChildren(at(0, made.ams), { enrollmentId: first, ...withChildren(3) }, now)).toMatchObject({
      outcome: 'noRoom',
      lack: { children: 1 },
    });
    expect(await db().enrolledChild.count({ where: { enrollmentId: first } })).toBe(2);
    expect(await stateOf(first)).toBe('CONFIRMED');
  });

  it('more while waiting takes a new arrival number', async () => {
    const made = await world({ maxAdults: 1 });
    await booked(made, at(0, made.ams), 1);
    const second = await booked(made, at(1, made.ams), 1);
    await booked(made, at(2, made.ams), 1);
    expect(await changeChildren(at(1, made.ams), { enrollmentId: second, ...withChildren(2) }, now)).toMatchObject({
      newArrival: true,
    });
    const order = await db().enrollment.findMany({
      where: { sessionId: made.sessionId, state: 'WAITING' },
      orderBy: { arrival: 'asc' },
    });
    expect(order.map((one) => one.personId)).toEqual([at(2, made.ams).personId, at(1, made.ams).personId]);
  });

  it('beyond the agrément is for the relais to say', async () => {
    const made = await world({ agrement: { children: 2, underThree: null } });
    const first = await booked(made, at(0, made.ams), 2);
    expect(await changeChildren(at(0, made.ams), { enrollmentId: first, ...withChildren(3) }, now)).toMatchObject({
      outcome: 'beyond',
    });
  });
});

describe('requests and ceilings', () => {
  it('is accepted beyond the agrément only with a reason, by the host relais', async () => {
    const made = await world({ agrement: { children: 1, underThree: null } });
    const id = await booked(made, at(0, made.ams), 2);
    const accept = { enrollmentId: id, answer: 'accept', reason: null } as const;
    expect(await answerRequest(at(0, made.ams), accept, now)).toEqual({ outcome: 'notFound' });
    expect(await answerRequest(made.animator, accept, now)).toEqual({ outcome: 'reasonNeeded' });
    expect(await answerRequest(made.animator, { ...accept, reason: 'Dérogation vue' }, now)).toMatchObject({
      outcome: 'accepted',
    });
    expect(await db().enrollment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'CONFIRMED',
      acceptedBeyond: 'Dérogation vue',
    });
    expect(await answerRequest(made.animator, accept, now)).toMatchObject({ outcome: 'notRequested' });
  });

  it('refused frees its places', async () => {
    const made = await world({ maxAdults: 1, rules: { mode: 'ON_REQUEST' } });
    const first = await booked(made, at(0, made.ams), 1);
    const second = await booked(made, at(1, made.ams), 1, 'ENROLL');
    await answerRequest(made.animator, { enrollmentId: first, answer: 'refuse', reason: 'Séance réservée' }, now);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['REFUSED', 'REQUESTED']);
  });

  it('a raised ceiling serves those waiting; a lowered one never goes below what is taken', async () => {
    const made = await world({ maxAdults: 1 });
    await booked(made, at(0, made.ams), 1);
    const second = await booked(made, at(1, made.ams), 1, 'ENROLL');
    const { sessionId } = made;
    expect(await changeCeilings(made.animator, { sessionId, maxAdults: 2, maxChildren: 20 }, now)).toEqual({
      outcome: 'changed',
    });
    expect(await stateOf(second)).toBe('CONFIRMED');
    expect(await changeCeilings(made.animator, { sessionId, maxAdults: 1, maxChildren: 20 }, now)).toEqual({
      outcome: 'belowTaken',
    });
    expect(await changeCeilings(at(0, made.ams), { sessionId, maxAdults: 9, maxChildren: 9 }, now)).toEqual({
      outcome: 'notFound',
    });
  });
});

describe('priority rules', () => {
  it('fewest presences first', async () => {
    const made = await world({ ams: 3, maxAdults: 1, rules: { priority: { by: 'FEWEST_PRESENCES', days: 60 } } });
    const past = await addSession(made, { startsAt: new Date('2026-11-03T08:30:00Z') });
    const [first, second, third] = [at(0, made.ams), at(1, made.ams), at(2, made.ams)];
    await db().presence.create({
      data: {
        sessionId: past,
        personId: second.personId,
        collectiviteId: made.collectiviteId,
        at: new Date('2026-11-03T08:30:00Z'),
      },
    });
    const place = await booked(made, first, 1);
    await booked(made, second, 1, 'ENROLL');
    await booked(made, third, 1, 'ENROLL');
    await withdraw(first, { enrollmentId: place }, now);
    expect(await statesOf(made.sessionId)).toMatchObject({
      [second.personId]: 'WAITING',
      [third.personId]: 'CONFIRMED',
    });
  });
});

describe('a room that several sessions share at once', () => {
  it('has those who wait in the other one weighed again when persons leave', async () => {
    const made = await world({ maxPersons: 4 });
    const other = await addSession(made, {});
    const first = await booked(made, at(0, made.ams), 2);
    const second = await booked(made, at(1, made.ams), 1, 'ENROLL', other);
    expect(await stateOf(second)).toBe('WAITING');
    await withdraw(at(0, made.ams), { enrollmentId: first }, now);
    const key = `allocate:${other}`;
    const jobs = await db().$queryRaw<object[]>`SELECT 1 FROM graphile_worker.jobs WHERE key = ${key}`;
    expect(jobs).toHaveLength(1);
    await allocateSession(other, now);
    expect(await stateOf(second)).toBe('CONFIRMED');
  });
});
