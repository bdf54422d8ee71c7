import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { addNewcomer } from '#app/enrollment/addNewcomer.server.ts';
import { answerRequest } from '#app/enrollment/answerRequest.server.ts';
import { changeCeilings } from '#app/enrollment/changeCeilings.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { enrollFor } from '#app/enrollment/enrollFor.server.ts';
import { maintainSession } from '#app/enrollment/maintainSession.server.ts';
import { messageEnrolled } from '#app/enrollment/messageEnrolled.server.ts';
import { raiseCeilings } from '#app/enrollment/raiseCeilings.server.ts';
import { remindDecisions } from '#app/enrollment/remindDecisions.server.ts';
import { serveByPhone } from '#app/enrollment/serveByPhone.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { useDatabase } from '#tests/integration/database.ts';

import { addAms, addSession, addStaff, at, mailsTo, now, statesOf, withChildren, world, type World } from './world.ts';

useDatabase();

const FOUR = { children: 4, underThree: 4 };
const start = new Date('2026-11-24T08:30:00Z');
/** After closing (the evening before, 18 h), before the start. */
const closed = new Date('2026-11-23T18:00:00Z');

async function secretaryOf(made: World): Promise<PersonActor> {
  return addStaff(made, { role: 'SECRETARY', relaisId: made.relaisId });
}

async function otherTeam(made: World): Promise<{ relaisId: string; animator: PersonActor }> {
  const { id } = await db().relais.create({
    data: { collectiviteId: made.collectiviteId, slug: `autre-${randomUUID()}`, name: 'Relais du Moulin' },
  });
  return { relaisId: id, animator: await addStaff(made, { role: 'ANIMATOR', relaisId: id }) };
}

const party = (count: number) => {
  const { childIds, others, wish } = withChildren(count);
  return { childIds, others, wish };
};

async function historyOf(subjectId: string): Promise<string[]> {
  const rows = await db().history.findMany({ where: { subjectId }, orderBy: { at: 'asc' }, select: { what: true } });
  return rows.map(({ what }) => what);
}

describe('enrolling someone who telephones', () => {
  it('enrols her, notes the règlement as to sign, once even twice', async () => {
    const made = await world();
    const her = at(0, made.ams);
    const { collectiviteId, relaisId, sessionId } = made;
    const reglement = await db().reglement.create({
      data: { collectiviteId, relaisId, title: 'Règlement', body: 'Signer.', effectiveFrom: new Date('2026-01-01') },
    });
    const secretary = await secretaryOf(made);
    const input = { sessionId, personId: her.personId, ...party(2), reason: null };
    expect(await enrollFor(secretary, input, now)).toMatchObject({
      outcome: 'enrolled',
      state: 'CONFIRMED',
      toSign: true,
    });
    expect(await enrollFor(secretary, input, now)).toMatchObject({ outcome: 'enrolled', again: true, toSign: false });
    const acceptances = await db().acceptance.findMany({ where: { personId: her.personId } });
    expect(acceptances).toMatchObject([
      { reglementId: reglement.id, mode: 'TO_SIGN', recordedById: secretary.personId },
    ]);
    expect(await mailsTo(her.personId)).toEqual(['enrollment-confirmed']);
  });

  it('accepts beyond the agrément with a reason, for who may answer; else a demande', async () => {
    const made = await world({ agrement: { children: 1, underThree: 1 } });
    const [first, second] = [at(0, made.ams), at(1, made.ams)];
    const { sessionId, animator } = made;
    const secretary = await secretaryOf(made);
    const given = { sessionId, ...party(2), reason: 'Fratrie, vu avec elle.' };
    expect(await enrollFor(animator, { ...given, personId: first.personId }, now)).toMatchObject({
      state: 'CONFIRMED',
    });
    expect(await enrollFor(secretary, { ...given, personId: second.personId }, now)).toMatchObject({
      state: 'REQUESTED',
    });
    const kept = await db().enrollment.findFirst({ where: { sessionId, personId: first.personId } });
    expect(kept?.acceptedBeyond).toBe('Fratrie, vu avec elle.');
  });

  it('refuses what overlaps, and puts behind when it is full', async () => {
    const made = await world({ maxAdults: 1 });
    const [first, second] = [at(0, made.ams), at(1, made.ams)];
    const { sessionId, animator } = made;
    const sameTime = await addSession(made, { startsAt: start });
    await enroll(first, { sessionId, ...withChildren(1) }, now);
    const overlap = await enrollFor(
      animator,
      { sessionId: sameTime, personId: first.personId, ...party(1), reason: null },
      now,
    );
    expect(overlap).toMatchObject({ outcome: 'refused', refusal: { code: 'OVERLAP' } });
    const waiting = await enrollFor(animator, { sessionId, personId: second.personId, ...party(1), reason: null }, now);
    expect(waiting).toMatchObject({ outcome: 'enrolled', state: 'WAITING' });
  });

  it('is not for the team of another relais, unless it covers or is invited with its own', async () => {
    const made = await world();
    const { sessionId, collectiviteId, activityId } = made;
    const other = await otherTeam(made);
    const theirs = at(0, await addAms({ ...made, relaisId: other.relaisId }, 1, FOUR));
    const her = at(0, made.ams);
    const input = { sessionId, personId: theirs.personId, ...party(1), reason: null };
    expect(await enrollFor(other.animator, input, now)).toEqual({ outcome: 'notFound' });
    await db().activityGuest.create({ data: { activityId, relaisId: other.relaisId, collectiviteId } });
    expect(await enrollFor(other.animator, { ...input, personId: her.personId }, now)).toEqual({ outcome: 'notFound' });
    expect(await enrollFor(other.animator, input, now)).toMatchObject({ outcome: 'enrolled', state: 'CONFIRMED' });
    const covering = { ...other.animator, covers: [sessionId] };
    expect(await enrollFor(covering, { ...input, personId: her.personId }, now)).toMatchObject({ outcome: 'enrolled' });
    expect(await enrollFor({ ...covering, collectiviteId: randomUUID() }, input, now)).toEqual({ outcome: 'notFound' });
  });

  it('waits for the invited relais’s own opening', async () => {
    const made = await world();
    const { sessionId, collectiviteId, activityId } = made;
    const other = await otherTeam(made);
    const theirs = at(0, await addAms({ ...made, relaisId: other.relaisId }, 1, FOUR));
    const opening = { type: 'at', instant: '2026-11-21T08:00:00Z' };
    await db().activityGuest.create({ data: { activityId, relaisId: other.relaisId, collectiviteId, opening } });
    const input = { sessionId, personId: theirs.personId, ...party(1), reason: null };
    expect(await enrollFor(other.animator, input, now)).toEqual({ outcome: 'notFound' });
    const later = new Date('2026-11-21T09:00:00Z');
    expect(await enrollFor(other.animator, input, later)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('makes a participant’s file once, then enrols her', async () => {
    const made = await world();
    const { sessionId, animator } = made;
    const newcomer = {
      sessionId,
      prenom: 'Rose',
      nom: 'Lenoir',
      telephone: '06 39 98 01 02',
      qualite: 'PARENT',
    } as const;
    const added = await addNewcomer(animator, newcomer, now);
    expect(await addNewcomer(animator, newcomer, now)).toEqual(added);
    expect(await addNewcomer((await otherTeam(made)).animator, newcomer, now)).toBeNull();
    const input = { sessionId, personId: added?.personId ?? '', ...party(1), reason: null };
    expect(await enrollFor(animator, input, now)).toMatchObject({ state: 'CONFIRMED' });
  });
});

describe('after closing', () => {
  async function full(options: { agrement?: typeof FOUR } = {}) {
    const made = await world({ maxAdults: 1, ams: 3, ...options });
    const [first, second] = [at(0, made.ams), at(1, made.ams)];
    await enroll(first, { sessionId: made.sessionId, ...withChildren(1) }, now);
    const waiting = await enroll(second, { sessionId: made.sessionId, ...withChildren(2) }, now);
    if (waiting.outcome !== 'enrolled') throw new Error(waiting.outcome);
    const held = await db().enrollment.findFirstOrThrow({ where: { personId: first.personId } });
    return { made, first, second, holdingId: held.id, waitingId: waiting.enrollmentId };
  }

  it('serves by telephone whoever fits, once, and tells her', async () => {
    const { made, first, second, holdingId, waitingId } = await full();
    const input = { enrollmentId: waitingId, reason: null };
    expect(await serveByPhone(made.animator, input, now)).toEqual({ outcome: 'notClosed' });
    expect(await serveByPhone(made.animator, input, closed)).toMatchObject({ outcome: 'noRoom' });
    await withdraw(first, { enrollmentId: holdingId }, closed);
    expect((await statesOf(made.sessionId))[second.personId]).toBe('WAITING');
    const secretary = await secretaryOf(made);
    expect(await serveByPhone(secretary, input, closed)).toEqual({
      outcome: 'served',
      sessionId: made.sessionId,
      again: false,
    });
    expect(await serveByPhone(secretary, input, closed)).toMatchObject({ outcome: 'served', again: true });
    expect(await mailsTo(second.personId)).toEqual(['enrollment-waiting', 'enrollment-promoted']);
    expect(await historyOf(waitingId)).toContain('called:CONFIRMED');
  });

  it('is over once the session has begun, and is nobody else’s', async () => {
    const { made, waitingId } = await full();
    const input = { enrollmentId: waitingId, reason: null };
    expect(await serveByPhone(made.animator, input, start)).toEqual({ outcome: 'over' });
    expect(await serveByPhone((await otherTeam(made)).animator, input, closed)).toEqual({ outcome: 'notFound' });
    expect(await serveByPhone(at(2, made.ams), input, closed)).toEqual({ outcome: 'notFound' });
  });

  it('leaves a demande beyond the agrément to whoever answers, with a reason', async () => {
    const { made, first, holdingId, waitingId } = await full({ agrement: { children: 1, underThree: 1 } });
    await withdraw(first, { enrollmentId: holdingId }, closed);
    const secretary = await secretaryOf(made);
    const input = { enrollmentId: waitingId, reason: 'Vu avec elle.' };
    expect(await serveByPhone(secretary, input, closed)).toEqual({ outcome: 'notYours' });
    expect(await serveByPhone(made.animator, { ...input, reason: ' ' }, closed)).toEqual({ outcome: 'reasonNeeded' });
    expect(await serveByPhone(made.animator, input, closed)).toMatchObject({ outcome: 'served' });
  });

  it('notes that she was told by telephone when staff withdraws her', async () => {
    const { made, holdingId } = await full();
    await withdraw(await secretaryOf(made), { enrollmentId: holdingId, byPhone: true }, closed);
    expect(await historyOf(holdingId)).toEqual(expect.arrayContaining(['told:phone', 'ended:WITHDRAWN']));
  });
});

describe('ceilings', () => {
  it('serve who waits when they rise, and tell who', async () => {
    const made = await world({ maxAdults: 1 });
    const { sessionId, animator } = made;
    await enroll(at(0, made.ams), { sessionId, ...withChildren(1) }, now);
    await enroll(at(1, made.ams), { sessionId, ...withChildren(1), wish: 'ENROLL' }, now);
    const raised = await raiseCeilings(animator, { sessionId, maxAdults: 2, maxChildren: 20 }, now);
    expect(raised).toEqual({ changed: { outcome: 'changed' }, served: ['Prénom1 Nom1'] });
    const lowered = await raiseCeilings(animator, { sessionId, maxAdults: 1, maxChildren: 20 }, now);
    expect(lowered).toEqual({ changed: { outcome: 'belowTaken' }, served: [] });
    const foreign = await raiseCeilings(
      (await otherTeam(made)).animator,
      { sessionId, maxAdults: 9, maxChildren: 9 },
      now,
    );
    expect(foreign).toEqual({ changed: { outcome: 'notFound' }, served: [] });
  });

  it('stay within the site’s', async () => {
    const { sessionId, animator } = await world({ maxPersons: 20, maxAdults: 5, maxChildren: 10 });
    const outcome = await changeCeilings(animator, { sessionId, maxAdults: 21, maxChildren: 10 }, now);
    expect(outcome).toEqual({ outcome: 'aboveSite', most: 20 });
  });
});

describe('the minimum number', () => {
  const minimum = { adults: 3, decision: { type: 'eveningBefore', time: '18:00' } } as const;
  const morning = new Date('2026-11-23T07:00:00Z');

  it('is reminded of once, on the decision’s day, to the animators', async () => {
    const made = await world({ rules: { minimum } });
    await enroll(at(0, made.ams), { sessionId: made.sessionId, ...withChildren(1) }, now);
    await remindDecisions(now);
    expect(await mailsTo(made.animator.personId)).toEqual([]);
    await remindDecisions(morning);
    await remindDecisions(new Date(morning.getTime() + 600_000));
    expect(await mailsTo(made.animator.personId)).toEqual(['decision-due']);
  });

  it('is not reminded of when reached, or decided', async () => {
    const reached = await world({ rules: { minimum: { ...minimum, adults: 1 } } });
    await enroll(at(0, reached.ams), { sessionId: reached.sessionId, ...withChildren(1) }, now);
    const decided = await world({ rules: { minimum } });
    await maintainSession(decided.animator, { sessionId: decided.sessionId }, now);
    await remindDecisions(morning);
    expect(await mailsTo(reached.animator.personId)).toEqual([]);
    expect(await mailsTo(decided.animator.personId)).toEqual([]);
  });

  it('is decided by the team of the relais, once', async () => {
    const made = await world({ rules: { minimum } });
    const { sessionId, animator } = made;
    expect(await maintainSession(await secretaryOf(made), { sessionId }, now)).toEqual({ outcome: 'notFound' });
    expect(await maintainSession((await otherTeam(made)).animator, { sessionId }, now)).toEqual({
      outcome: 'notFound',
    });
    expect(await maintainSession(animator, { sessionId }, now)).toEqual({ outcome: 'maintained', again: false });
    expect(await maintainSession(animator, { sessionId }, now)).toEqual({ outcome: 'maintained', again: true });
    expect(await historyOf(sessionId)).toEqual(['maintained']);
    const without = await world();
    expect(await maintainSession(without.animator, { sessionId: without.sessionId }, now)).toEqual({
      outcome: 'nothingToDecide',
    });
  });
});

describe('a message', () => {
  const words = { subject: 'Bottes', text: 'Il a plu.', key: randomUUID() };

  it('goes once to each, even sent twice; its text stays out of the history', async () => {
    const made = await world();
    const { sessionId, animator } = made;
    const [first, second] = [at(0, made.ams), at(1, made.ams)];
    await enroll(first, { sessionId, ...withChildren(1) }, now);
    await enroll(second, { sessionId, ...withChildren(1) }, now);
    await db().person.update({ where: { id: second.personId }, data: { email: null } });
    const input = { sessionId, audience: 'ENROLLED', ...words } as const;
    expect(await messageEnrolled(animator, input, now)).toEqual({ outcome: 'sent', told: 1, toCall: 1, again: false });
    expect(await messageEnrolled(animator, input, now)).toEqual({ outcome: 'sent', told: 1, toCall: 1, again: true });
    expect(await mailsTo(first.personId)).toEqual(['enrollment-confirmed', 'message-to-enrolled']);
    const [history] = await db().history.findMany({ where: { subjectId: sessionId, what: 'message' } });
    expect(JSON.stringify(history)).not.toContain('Il a plu');
  });

  it('needs someone to read it, and is not another relais’s', async () => {
    const made = await world();
    const input = { sessionId: made.sessionId, audience: 'WAITING', ...words } as const;
    expect(await messageEnrolled(made.animator, input, now)).toEqual({ outcome: 'nobody' });
    expect(await messageEnrolled((await otherTeam(made)).animator, input, now)).toEqual({ outcome: 'notFound' });
  });

  it('to a group of analysis leaves no text behind once sent, and only its composer writes it', async () => {
    const made = await world({ rules: { children: { welcome: 'NONE', perAdult: null }, mode: 'BY_NAME' } });
    const { sessionId, animator, activityId } = made;
    await db().activity.update({ where: { id: activityId }, data: { kind: 'ANALYSE' } });
    const her = at(0, made.ams);
    await enrollFor(animator, { sessionId, personId: her.personId, ...party(0), reason: null }, now);
    const colleague = await addStaff(made, { role: 'ANIMATOR', relaisId: made.relaisId });
    const input = { sessionId, audience: 'ENROLLED', ...words } as const;
    expect(await messageEnrolled(colleague, input, now)).toEqual({ outcome: 'notFound' });
    expect(await messageEnrolled(animator, input, now)).toMatchObject({ outcome: 'sent', told: 1 });
    const mail = await db().outgoingMail.findFirstOrThrow({
      where: { template: 'message-to-enrolled', personId: her.personId },
    });
    expect(mail.props).toMatchObject({ confidential: true });
  });
});

describe('a demande', () => {
  it('keeps no word about anyone of a group of analysis', async () => {
    const made = await world({ rules: { children: { welcome: 'NONE', perAdult: null } } });
    const her = at(0, made.ams);
    await db().activity.update({
      where: { id: made.activityId },
      data: { kind: 'ANALYSE', bookingRules: { mode: 'ON_REQUEST' } },
    });
    const asked = await enroll(her, { sessionId: made.sessionId, ...withChildren(0) }, now);
    if (asked.outcome !== 'enrolled') throw new Error(asked.outcome);
    const input = { enrollmentId: asked.enrollmentId, answer: 'refuse', reason: 'Un mot de trop.' } as const;
    expect(await answerRequest(made.animator, input, now)).toMatchObject({ outcome: 'refused' });
    const kept = await db().enrollment.findUniqueOrThrow({ where: { id: asked.enrollmentId } });
    expect(kept.endReason).toBeNull();
  });
});
