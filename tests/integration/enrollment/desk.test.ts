import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { ceilingsPage } from '#app/enrollment/ceilings-preview.server.ts';
import { deskBooking } from '#app/enrollment/desk-booking.server.ts';
import { deskEnrollment } from '#app/enrollment/desk-enrollment.server.ts';
import { desk } from '#app/enrollment/desk.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { enrollFor } from '#app/enrollment/enrollFor.server.ts';
import { findPersons } from '#app/enrollment/person-search.server.ts';
import { historyPage } from '#app/enrollment/session-history.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { countStatements } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

import { addAms, addStaff, at, now, withChildren, world, type World } from './world.ts';

useDatabase();

const closed = new Date('2026-11-23T18:00:00Z');

async function otherTeam(made: World): Promise<{ relaisId: string; animator: PersonActor }> {
  const { id } = await db().relais.create({
    data: { collectiviteId: made.collectiviteId, slug: `autre-${randomUUID()}`, name: 'Relais du Moulin' },
  });
  return { relaisId: id, animator: await addStaff(made, { role: 'ANIMATOR', relaisId: id }) };
}

async function booked(actor: PersonActor, sessionId: string, children = 1): Promise<string> {
  const outcome = await enroll(actor, { sessionId, ...withChildren(children) }, now);
  if (outcome.outcome !== 'enrolled') throw new Error(outcome.outcome);
  return outcome.enrollmentId;
}

const named = async ({ personId }: PersonActor, firstName: string, lastName: string, phone: string | null = null) =>
  db().person.update({ where: { id: personId }, data: { firstName, lastName, phone } });

describe('a session’s desk', () => {
  it('tells who comes, who waits at which rank and why, and what is left', async () => {
    const made = await world({ maxAdults: 1 });
    const { sessionId, animator } = made;
    const [first, second, third] = [at(0, made.ams), at(1, made.ams), at(2, made.ams)];
    await booked(first, sessionId, 2);
    await booked(second, sessionId);
    await booked(third, sessionId);
    const shown = await desk(animator, sessionId, now);
    expect(shown).toMatchObject({
      title: 'Musique et comptines',
      as: 'HOST',
      taken: { adults: 1, children: 2, waiting: 2 },
      left: [
        { value: 0, label: 'place adulte' },
        { value: 18, label: 'places enfants' },
      ],
      rights: { enroll: true, answer: true, message: true, plan: true, handOver: false, cancel: true },
      calling: false,
    });
    expect(shown?.enrolled).toMatchObject([
      { name: 'Prénom0 Nom0', children: '2 × 18 mois à 3 ans', childCount: 2, isNew: true, signed: null, mailed: true },
    ]);
    expect(shown?.waiting.map(({ name, rank, wait }) => [name, rank, wait])).toEqual([
      ['Prénom1 Nom1', 1, 'Il manque 1 place adulte.'],
      ['Prénom2 Nom2', 2, 'Il manque 1 place adulte.'],
    ]);
    expect(shown?.history.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['Prénom0 Nom0 s’est inscrite avec 2 enfants.']),
    );
  });

  it('lists after closing whom to call, in order, those who fit; and late withdrawals', async () => {
    const made = await world({ maxAdults: 1, ams: 4 });
    const { sessionId, animator } = made;
    const place = await booked(at(0, made.ams), sessionId);
    for (const index of [1, 2, 3]) await booked(at(index, made.ams), sessionId, index === 2 ? 4 : 1);
    await db().session.update({ where: { id: sessionId }, data: { maxChildren: 3 } });
    await withdraw(at(0, made.ams), { enrollmentId: place }, closed);
    const shown = await desk(animator, sessionId, closed);
    expect(shown?.calling).toBe(true);
    expect(shown?.toCall.map(({ name }) => name)).toEqual(['Prénom1 Nom1', 'Prénom3 Nom3']);
    expect(shown?.late.map(({ name }) => name)).toEqual(['Prénom0 Nom0']);
  });

  it('says what must be signed, and who has come before', async () => {
    const made = await world();
    const { sessionId, animator, collectiviteId, relaisId } = made;
    await db().reglement.create({
      data: { collectiviteId, relaisId, title: 'Règlement', body: 'Signer.', effectiveFrom: new Date('2026-01-01') },
    });
    const her = at(0, made.ams);
    const input = { sessionId, personId: her.personId, ...withChildren(1), reason: null };
    await enrollFor(animator, input, now);
    expect((await desk(animator, sessionId, now))?.enrolled).toMatchObject([{ signed: false }]);
    await db().acceptance.updateMany({ where: { personId: her.personId }, data: { mode: 'ON_PAPER' } });
    expect((await desk(animator, sessionId, now))?.enrolled).toMatchObject([{ signed: true }]);
  });

  it('does not exist for another relais, another collectivité or a professional; the secretary answers nothing', async () => {
    const made = await world();
    const { sessionId, relaisId } = made;
    const foreign = await world();
    expect(await desk((await otherTeam(made)).animator, sessionId, now)).toBeNull();
    expect(await desk(foreign.animator, sessionId, now)).toBeNull();
    const everywhere = await addStaff(foreign, { role: 'COORDINATOR', relaisId: null });
    expect(await desk(everywhere, sessionId, now)).toBeNull();
    expect(await desk(at(0, made.ams), sessionId, now)).toBeNull();
    expect(await desk(made.animator, randomUUID(), now)).toBeNull();
    const secretary = await desk(await addStaff(made, { role: 'SECRETARY', relaisId }), sessionId, now);
    expect(secretary?.rights).toEqual({
      enroll: true,
      answer: false,
      message: true,
      plan: false,
      handOver: false,
      cancel: false,
    });
  });

  it('leads to another relais whoever plans in several', async () => {
    const made = await world();
    const everywhere = await addStaff(made, { role: 'COORDINATOR', relaisId: null });
    expect((await desk(everywhere, made.sessionId, now))?.rights.handOver).toBe(true);
    expect((await desk(made.animator, made.sessionId, now))?.rights.handOver).toBe(false);
  });

  it('opens to who covers, without planning; to an invited relais, with the names of its own', async () => {
    const made = await world();
    const { sessionId, activityId, collectiviteId } = made;
    const other = await otherTeam(made);
    const theirs = at(0, await addAms({ ...made, relaisId: other.relaisId }, 1, { children: 4, underThree: 4 }));
    await named(theirs, 'Alice', 'Moulin');
    const hers = await booked(at(0, made.ams), sessionId);
    await booked(theirs, sessionId);
    const covering = await desk({ ...other.animator, covers: [sessionId] }, sessionId, now);
    expect(covering?.rights).toEqual({
      enroll: true,
      answer: true,
      message: true,
      plan: false,
      handOver: false,
      cancel: false,
    });
    expect(covering?.enrolled).toHaveLength(2);
    await db().activityGuest.create({ data: { activityId, relaisId: other.relaisId, collectiviteId } });
    const guest = await desk(other.animator, sessionId, now);
    expect(guest).toMatchObject({ as: 'GUEST', taken: { adults: 2 }, rights: { enroll: true, message: false } });
    expect(guest?.enrolled.map(({ name }) => name)).toEqual(['Alice Moulin']);
    expect(JSON.stringify(guest)).not.toContain('Nom0');
    expect(await deskEnrollment(other.animator, hers, 'enroll', now)).toBeNull();
  });

  it('names nobody of a group of analysis but to who composes it', async () => {
    const made = await world({ rules: { mode: 'BY_NAME', children: { welcome: 'NONE', perAdult: null } } });
    const { sessionId, animator, relaisId } = made;
    await db().activity.update({ where: { id: made.activityId }, data: { kind: 'ANALYSE' } });
    const input = { sessionId, personId: at(0, made.ams).personId, ...withChildren(0), reason: null };
    await enrollFor(animator, input, now);
    expect((await desk(animator, sessionId, now))?.enrolled).toHaveLength(1);
    const coordinator = await addStaff(made, { role: 'COORDINATOR', relaisId });
    const shown = await desk(coordinator, sessionId, now);
    expect(shown).toMatchObject({ named: false, taken: null, totals: 'moins de 5 personnes', enrolled: [], left: [] });
    expect(JSON.stringify(shown)).not.toContain('Nom0');
    expect(await findPersons(coordinator, { sessionId, typed: 'nom' }, now)).toBeNull();
  });

  it('asks the database as often for thirty as for one', async () => {
    const few = await queriesOf(1);
    expect(await queriesOf(30)).toBe(few);
  });
});

/** How many statements the desk takes after closing, with as many enrolled and as many waiting. */
async function queriesOf(count: number): Promise<number> {
  const made = await world({ maxAdults: count, maxChildren: null, ams: count * 2 });
  for (const am of made.ams) await booked(am, made.sessionId);
  await db().session.update({ where: { id: made.sessionId }, data: { maxAdults: count * 2 } });
  const shown = await desk(made.animator, made.sessionId, closed);
  expect(shown?.enrolled).toHaveLength(count);
  expect(shown?.toCall).toHaveLength(count);
  return countStatements(() => desk(made.animator, made.sessionId, closed));
}

describe('the search', () => {
  it('finds by three letters without accents, in any order, or by telephone', async () => {
    const made = await world();
    const { sessionId, animator } = made;
    await named(at(0, made.ams), 'Éloïse', 'Béranger-Côté', '06 39 98 12 34');
    const found = async (typed: string) =>
      (await findPersons(animator, { sessionId, typed }, now))?.map((one) => one.name);
    for (const typed of ['elo', 'BER', 'cote eloi', 'béranger', '98 12 34', '0639981234']) {
      expect(await found(typed), typed).toEqual(['Éloïse Béranger-Côté']);
    }
    expect(await found('e')).toEqual([]);
    expect(await found('100%_')).toEqual([]);
  });

  it('tells who is enrolled already, and stays in the collectivité', async () => {
    const made = await world();
    const foreign = await world();
    const { sessionId, animator } = made;
    await named(at(0, made.ams), 'Zoé', 'Zylberg');
    await named(at(0, foreign.ams), 'Zoé', 'Zylbermann');
    await booked(at(0, made.ams), sessionId);
    const found = await findPersons(animator, { sessionId, typed: 'zyl' }, now);
    expect(found).toMatchObject([{ name: 'Zoé Zylberg', already: 'déjà inscrite' }]);
    expect(await findPersons(foreign.animator, { sessionId, typed: 'zyl' }, now)).toBeNull();
    expect(await deskBooking(animator, { sessionId, personId: at(0, foreign.ams).personId }, now)).toBeNull();
  });
});

describe('what ceilings would do', () => {
  it('names who would be served, in order', async () => {
    const made = await world({ maxAdults: 1, ams: 4 });
    const { sessionId, animator } = made;
    for (const am of made.ams) await booked(am, sessionId);
    const tried = { maxAdults: 3, maxChildren: 20 };
    expect((await ceilingsPage(animator, sessionId, tried, now))?.served).toEqual(['Prénom1 Nom1', 'Prénom2 Nom2']);
    expect((await ceilingsPage(animator, sessionId, null, now))?.served).toBeNull();
    expect(await ceilingsPage((await otherTeam(made)).animator, sessionId, tried, now)).toBeNull();
  });
});

describe('who did what', () => {
  it('is read page by page', async () => {
    const made = await world({ ams: 40, maxAdults: null, maxChildren: null });
    for (const am of made.ams) await booked(am, made.sessionId);
    const first = await historyPage(made.animator, made.sessionId, null, now);
    expect(first?.lines).toHaveLength(30);
    const second = await historyPage(made.animator, made.sessionId, first?.older ?? null, now);
    expect(second?.lines).toHaveLength(10);
    expect(second?.older).toBeNull();
    const ids = [...(first?.lines ?? []), ...(second?.lines ?? [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(40);
    expect(await historyPage((await otherTeam(made)).animator, made.sessionId, null, now)).toBeNull();
  });
});
