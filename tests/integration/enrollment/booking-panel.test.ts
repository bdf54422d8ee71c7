import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { bookingPanel } from '#app/enrollment/booking-panel.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { ANONYMOUS } from '#app/people/actor.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, at, now, withChildren, world, type World } from './world.ts';

useDatabase();

async function book(place: World, index: number, children: number) {
  return enroll(at(index, place.ams), { sessionId: place.sessionId, ...withChildren(children) }, now);
}

describe('the booking panel', () => {
  it('shows a visitor figures and nothing of persons', async () => {
    const place = await world({ maxAdults: 3, maxChildren: 5 });
    await book(place, 0, 2);
    const panel = await bookingPanel(ANONYMOUS, place.sessionId, now);
    expect(panel).toMatchObject({
      title: 'Musique et comptines',
      figures: [
        { value: 2, label: 'places adultes' },
        { value: 3, label: 'places enfants' },
      ],
      full: false,
      waiting: null,
      viewer: 'visitor',
      booking: null,
      status: { status: 'open' },
    });
    expect(JSON.stringify(panel)).not.toContain('Prénom');
  });

  it('does not exist for another collectivité, as a draft, under a false number, or for who is not in an ANALYSE', async () => {
    const place = await world();
    const far = await world();
    const draft = await addSession(place, { startsAt: new Date('2026-12-01T08:30:00Z') });
    await db().session.update({ where: { id: draft }, data: { state: 'DRAFT' } });
    expect(await bookingPanel(at(0, far.ams), place.sessionId, now)).toBeNull();
    expect(await bookingPanel(at(0, place.ams), draft, now)).toBeNull();
    expect(await bookingPanel(at(0, place.ams), randomUUID(), now)).toBeNull();
    expect(await bookingPanel(at(0, place.ams), 'rien', now)).toBeNull();
    await db().activity.update({ where: { id: place.activityId }, data: { kind: 'ANALYSE' } });
    expect(await bookingPanel(at(0, place.ams), place.sessionId, now)).toBeNull();
  });

  it('gives her labels with their age that day, and bands for the others', async () => {
    const place = await world();
    const { collectiviteId } = place;
    const { personId } = at(0, place.ams);
    const common = { collectiviteId, personId, createdAt: now };
    await db().child.createMany({
      data: [
        { ...common, label: 'Léo', birthMonth: new Date('2024-11-01') },
        { ...common, label: 'Mia', birthMonth: new Date('2025-09-01') },
        { ...common, label: 'Parti', birthMonth: new Date('2025-09-01'), leftAt: now },
      ],
    });
    const panel = await bookingPanel(at(0, place.ams), place.sessionId, now);
    expect(panel?.booking?.children).toMatchObject([
      { label: 'Léo', age: '2 ans', ticked: false, fromMonths: 18 },
      { label: 'Mia', age: '14 mois', ticked: false, fromMonths: 0 },
    ]);
    expect(panel?.booking?.bands.map(({ words, count }) => [words, count])).toEqual([
      ['moins de 18 mois', 0],
      ['18 mois à 3 ans', 0],
      ['3 à 6 ans', 0],
      ['6 ans et plus', 0],
    ]);
    expect(panel?.booking).toMatchObject({ refusal: null, mine: null, most: 4, withChildren: 'REQUIRED' });
  });

  it('shows what she has, set to her party', async () => {
    const place = await world();
    await book(place, 0, 2);
    const panel = await bookingPanel(at(0, place.ams), place.sessionId, now);
    expect(panel?.booking?.mine).toMatchObject({
      state: 'CONFIRMED',
      title: 'Vous êtes inscrite avec 2 enfants',
      mayChange: true,
      mayWithdraw: true,
    });
    expect(panel?.booking?.bands.find(({ fromMonths }) => fromMonths === 18)?.count).toBe(2);
  });

  it('tells her rank and what lacks, and the rank a newcomer would take', async () => {
    const place = await world({ maxAdults: 1 });
    for (const index of [0, 1]) await book(place, index, 1);
    const waiting = await bookingPanel(at(1, place.ams), place.sessionId, now);
    expect(waiting?.booking?.mine?.lines[0]).toBe('Vous êtes 1re sur la liste d’attente : il manque 1 place adulte.');
    const newcomer = await bookingPanel(at(2, place.ams), place.sessionId, now);
    expect(newcomer).toMatchObject({ full: true, waiting: '1 en attente', booking: { foresight: { rank: 2 } } });
  });

  it('ranks as the priority rules of the queue do', async () => {
    const homeFirst = { by: 'HOME_FIRST', daysBefore: 1, communeIds: [] } as const;
    const through = { ...homeFirst, daysBefore: 0, through: '2026-11-20' };
    for (const priority of [homeFirst, through, { by: 'FEWEST_PRESENCES', days: 90 } as const]) {
      const rules = { priority };
      const place = await world({ maxAdults: 1, rules });
      await book(place, 0, 1);
      await book(place, 1, 1);
      const { personId, professionalId } = at(1, place.ams);
      await db().relaisMembership.deleteMany({ where: { professionalId: professionalId ?? '' } });
      const former = await addSession(place, { startsAt: new Date('2026-11-10T08:30:00Z') });
      const { collectiviteId } = place;
      await db().presence.create({
        data: { sessionId: former, personId, collectiviteId, at: new Date('2026-11-10T08:30:00Z') },
      });
      const panel = await bookingPanel(at(2, place.ams), place.sessionId, now);
      expect(panel?.booking?.foresight.rank, priority.by).toBe(1);
      if (priority !== through) continue;
      const nextDay = new Date('2026-11-20T23:30:00Z'); // 21 November in Paris: the day named is over
      expect((await bookingPanel(at(2, place.ams), place.sessionId, nextDay))?.booking?.foresight.rank).toBe(2);
    }
  });

  it('says beforehand why she cannot book, and asks for the règlement first', async () => {
    const closed = await world({ startsAt: new Date('2026-11-20T12:00:00Z') });
    expect((await bookingPanel(at(0, closed.ams), closed.sessionId, now))?.booking?.refusal).toContain('closes');
    const place = await world();
    const { collectiviteId } = place;
    const effectiveFrom = new Date('2026-01-01');
    await db().reglement.create({
      data: { collectiviteId, title: 'Règlement', body: 'Chacune signe.', effectiveFrom },
    });
    const panel = await bookingPanel(at(0, place.ams), place.sessionId, now);
    expect(panel?.booking).toMatchObject({ refusal: null, reglement: { title: 'Règlement' } });
  });

  it('says that she is elsewhere at the same time', async () => {
    const place = await world();
    const other = await addSession(place, { startsAt: new Date('2026-11-24T09:00:00Z') });
    await book(place, 0, 1);
    const panel = await bookingPanel(at(0, place.ams), other, now);
    expect(panel?.booking?.refusal).toContain('au même moment');
  });

  it('shows staff the figures alone', async () => {
    const place = await world();
    expect(await bookingPanel(place.animator, place.sessionId, now)).toMatchObject({ viewer: 'other', booking: null });
  });
});
