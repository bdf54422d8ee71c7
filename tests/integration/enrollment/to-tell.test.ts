import { describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { cancelSession } from '#app/enrollment/cancelSession.server.ts';
import { changeSessions } from '#app/enrollment/changeSessions.server.ts';
import { confirmReading } from '#app/enrollment/confirmReading.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { markTold } from '#app/enrollment/markTold.server.ts';
import { linkedReading } from '#app/enrollment/readings.server.ts';
import { toTell, toTellCount } from '#app/enrollment/to-tell.server.ts';
import { unmarkTold } from '#app/enrollment/unmarkTold.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import type { BearerActor, PersonActor } from '#app/people/actor.ts';
import { countStatements } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

import { addAms, addSession, addStaff, at, now, withChildren, world, type World } from './world.ts';

useDatabase();

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** A session with three parties, the second without e-mail, moved by a day. */
async function moved(): Promise<World & { ids: string[] }> {
  const place = await world();
  const ids: string[] = [];
  await db().person.update({
    where: { id: at(1, place.ams).personId },
    data: { email: null, phone: '06 39 98 01 02' },
  });
  for (const am of place.ams) {
    const outcome = await enroll(am, { sessionId: place.sessionId, ...withChildren(1) }, now);
    if (outcome.outcome === 'enrolled') ids.push(outcome.enrollmentId);
  }
  await move(place, '2026-11-25', now);
  return { ...place, ids };
}

async function move({ animator, sessionId }: World, date: string, when: Date): Promise<void> {
  const input = { sessionId, scope: 'ONE', change: { date } } as const;
  expect(await changeSessions(animator, input, when)).toMatchObject({ ok: true, moved: 1 });
}

const namesIn = async (actor: PersonActor, when = now) =>
  (await toTell(actor, {}, when)).flatMap(({ people }) => people.map(({ name, unheard }) => `${name}: ${unheard}`));

const reader = (enrollmentId = '', round = 1): BearerActor => ({
  kind: 'bearer',
  purpose: 'read',
  enrollmentId,
  round,
});

describe('whom to telephone', () => {
  it('is who has no e-mail first, then who has not said that she read; with what to say', async () => {
    const { animator, sessionId } = await moved();
    const [session] = await toTell(animator, { sessionId }, now);
    expect(session?.say).toEqual({
      what: 'Déplacée',
      was: 'Mardi 24 novembre, 9 h 30 – 11 h, Salle des Lutins',
      now: 'Mercredi 25 novembre, 9 h 30 – 11 h, Salle des Lutins',
      why: null,
    });
    expect(session?.people.map(({ name, phone, pressing, told }) => [name, phone, pressing, told])).toEqual([
      ['Prénom1 Nom1', '06 39 98 01 02', true, null],
      ['Prénom0 Nom0', null, false, null],
      ['Prénom2 Nom2', null, false, null],
    ]);
    expect(await toTellCount(animator, now)).toBe(3);
  });

  it('says whose mail was refused, forgets who withdrew, and ends when the session begins', async () => {
    const { animator, ams, ids } = await moved();
    const failed = { template: 'session-moved', personId: at(2, ams).personId };
    await db().outgoingMail.updateMany({ where: failed, data: { state: 'FAILED' } });
    await withdraw(at(0, ams), { enrollmentId: ids[0] ?? '' }, later(1));
    expect(await namesIn(animator)).toEqual(['Prénom1 Nom1: Pas d’e-mail', 'Prénom2 Nom2: E-mail non distribué']);
    expect(await namesIn(animator, new Date('2026-11-25T08:30:00Z'))).toEqual([]);
    expect(await toTellCount(animator, new Date('2026-11-25T08:30:00Z'))).toBe(0);
  });

  it('is told only of the last change, and of a cancellation with its reason', async () => {
    const place = await moved();
    await move(place, '2026-11-26', later(1));
    expect((await toTell(place.animator, {}, now)).map(({ say, people }) => [say.was, people.length])).toEqual([
      ['Mercredi 25 novembre, 9 h 30 – 11 h, Salle des Lutins', 3],
    ]);
    await cancelSession(place.animator, { sessionId: place.sessionId, reason: 'Travaux' }, later(2));
    expect((await toTell(place.animator, {}, now)).map(({ say }) => say)).toMatchObject([
      { what: 'Annulée', now: null, why: 'Travaux' },
    ]);
  });

  it('is for the relais of the session, and who covers it there', async () => {
    const place = await moved();
    const { id: relaisId } = await db().relais.create({
      data: { collectiviteId: place.collectiviteId, slug: `autre-${place.relaisId}`, name: 'Relais du Moulin' },
    });
    const other = await addStaff(place, { role: 'ANIMATOR', relaisId });
    expect(await namesIn(other)).toEqual([]);
    expect(await namesIn({ ...other, covers: [place.sessionId] })).toHaveLength(3);
    expect(await namesIn((await world()).animator)).toEqual([]);
    expect(await toTell(place.animator, { sessionId: 'nothing' }, now)).toEqual([]);
    expect(await toTell(place.animator, { relais: 'ailleurs' }, now)).toEqual([]);
  });

  it('costs as many statements for thirty as for one', async () => {
    const place = await moved();
    const reads = [() => toTell(place.animator, {}, now), () => toTellCount(place.animator, now)];
    const count = async () => [await countStatements(reads[0] ?? count), await countStatements(reads[1] ?? count)];
    const before = await count();
    const sessionId = await addSession(place, { maxAdults: null, maxChildren: null });
    for (const am of await addAms(place, 27, { children: 4, underThree: 4 })) {
      await enroll(am, { sessionId, ...withChildren(1) }, now);
    }
    await cancelSession(place.animator, { sessionId, reason: 'Travaux' }, now);
    expect(await toTellCount(place.animator, now)).toBe(30);
    expect(await count()).toEqual(before);
  });
});

describe('markTold and unmarkTold', () => {
  it('keep who and when, once; undone, she is to be told again', async () => {
    const { animator, sessionId } = await moved();
    const [session] = await toTell(animator, { sessionId }, now);
    const toTellId = session?.people[0]?.id ?? '';
    for (const minutes of [1, 2]) {
      expect(await markTold(animator, { toTellId }, later(minutes))).toEqual({ outcome: 'told', name: 'Prénom1 Nom1' });
    }
    const told = (await toTell(animator, {}, now))[0]?.people.map((person) => person.told);
    expect(told).toEqual([null, null, 'par Léa Martin, vendredi 20 novembre, 11 h 01']);
    expect(await toTellCount(animator, now)).toBe(2);
    for (const minutes of [3, 4]) {
      expect(await unmarkTold(animator, { toTellId }, later(minutes))).toMatchObject({ outcome: 'toTell' });
    }
    expect(await toTellCount(animator, now)).toBe(3);
    const history = { subject: 'enrollment', what: { in: ['told', 'toTell'] } };
    expect(await db().history.count({ where: { ...history, actorId: animator.personId } })).toBe(2);
  });

  it('are not for another relais, nor for an AM', async () => {
    const { animator, sessionId, ams } = await moved();
    const toTellId = (await toTell(animator, { sessionId }, now))[0]?.people[0]?.id ?? '';
    for (const actor of [(await world()).animator, at(0, ams)]) {
      expect(await markTold(actor, { toTellId }, now)).toEqual({ outcome: 'notFound' });
      expect(await unmarkTold(actor, { toTellId }, now)).toEqual({ outcome: 'notFound' });
    }
  });
});

describe('the link "J’ai bien lu"', () => {
  it('takes her off the list, once', async () => {
    const { animator, ids } = await moved();
    expect(await linkedReading(reader(ids[0]), now)).toMatchObject({ state: 'open', others: 0 });
    expect(await confirmReading(reader(ids[0]), later(1))).toEqual({ outcome: 'read', again: false });
    expect(await confirmReading(reader(ids[0]), later(2))).toEqual({ outcome: 'read', again: true });
    expect(await linkedReading(reader(ids[0]), later(3))).toMatchObject({ state: 'read' });
    expect(await namesIn(animator)).toEqual([
      'Prénom1 Nom1: Pas d’e-mail',
      'Prénom2 Nom2: N’a pas encore dit avoir lu',
    ]);
  });

  it('of a former mail does not stand for the last change; it dies when the session begins', async () => {
    const place = await moved();
    await move(place, '2026-11-26', later(1));
    expect(await linkedReading(reader(place.ids[0]), later(2))).toMatchObject({ state: 'replaced' });
    await confirmReading(reader(place.ids[0]), later(2));
    expect(await toTellCount(place.animator, later(3))).toBe(3);
    const begun = new Date('2026-11-26T08:30:00Z');
    expect(await linkedReading(reader(place.ids[0], 2), begun)).toMatchObject({ state: 'over' });
  });

  it('does nothing else, and nothing for another purpose', async () => {
    const { ids, ams } = await moved();
    expect(await linkedReading(reader(ids[0], 7), now)).toBeNull();
    expect(await confirmReading(reader(ids[0], 7), now)).toEqual({ outcome: 'notFound' });
    const withdrawing: BearerActor = { ...reader(ids[0]), purpose: 'withdraw' };
    expect(await confirmReading(withdrawing, now)).toEqual({ outcome: 'notFound' });
    expect(await linkedReading(withdrawing, now)).toBeNull();
    expect(await withdraw(reader(ids[0], 0), { enrollmentId: ids[0] ?? '' }, now)).toMatchObject({
      outcome: 'notFound',
    });
    expect(ams).toHaveLength(3);
  });
});
