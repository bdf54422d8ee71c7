import { randomUUID } from 'node:crypto';

import { expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { announceOpening } from '#app/enrollment/announceOpening.server.ts';
import { sendAnnouncement } from '#app/enrollment/sendAnnouncement.server.ts';
import { termAnnouncement } from '#app/enrollment/term-announcement.server.ts';
import { countStatements } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, now, world, type World } from './world.ts';

useDatabase();

const PROPOSED = { relais: null, activityIds: null, ownOnly: false };
const OPENING = { type: 'at', instant: '2026-11-23T08:00:00Z' };

async function addActivity(place: World, title: string, more: object = {}): Promise<string> {
  const { collectiviteId, relaisId } = place;
  const { id } = await db().activity.create({
    data: { collectiviteId, relaisId, kind: 'ATELIER', title, state: 'PUBLISHED', bookingRules: {}, ...more },
    select: { id: true },
  });
  await addSession({ ...place, activityId: id }, { startsAt: new Date('2026-12-03T08:30:00Z') });
  return id;
}

const term = (place: World, asked: object = {}) => termAnnouncement(place.animator, { ...PROPOSED, ...asked }, now);

test('proposes what is still to open; free access and an ANALYSE are not there', async () => {
  const place = await world();
  const gym = await addActivity(place, 'Baby gym', { bookingRules: { opening: OPENING } });
  await addActivity(place, 'Jeux libres', { bookingRules: { mode: 'FREE' } });
  await addActivity(place, 'Analyse', { kind: 'ANALYSE', bookingRules: { mode: 'DIRECT' } });
  const page = await term(place);
  expect(page?.activities.map(({ title, chosen, opening }) => ({ title, chosen, opening }))).toEqual([
    { title: 'Baby gym', chosen: true, opening: 'à partir du lundi 23 novembre, 9 h' },
    { title: 'Musique et comptines', chosen: false, opening: 'ouvertes maintenant' },
  ]);
  expect(page?.view).toMatchObject({ sessions: 1, withMail: 3, opensAt: 'lundi 23 novembre, 9 h' });
  const both = await term(place, { activityIds: [gym, place.activityId] });
  expect(both?.view).toMatchObject({ sessions: 2, withMail: 3, mail: { what: '2 activités', total: 2 } });
  expect((await term(place, { activityIds: [] }))?.view).toBeNull();
});

test('one mail each lists all activities; what is announced is told, by whom, and proposed no more', async () => {
  const place = await world();
  const gym = await addActivity(place, 'Baby gym', { bookingRules: { opening: OPENING } });
  const activityIds = [gym, place.activityId];
  const input = { relaisId: place.relaisId, activityIds, at: 'NOW', ownOnly: false } as const;
  const twice = [await announceOpening(place.animator, input, now), await announceOpening(place.animator, input, now)];
  expect(twice).toMatchObject([{ again: false }, { again: true }]);
  for (const one of twice) if (one.ok) await sendAnnouncement(one.announcementId, now);
  const mails = await db().outgoingMail.findMany({ where: { collectiviteId: place.collectiviteId } });
  expect(mails).toHaveLength(3);
  expect(JSON.stringify(mails[0]?.props)).toContain('Baby gym');
  const page = await term(place);
  const who = await db().person.findUniqueOrThrow({ where: { id: place.animator.personId } });
  const told = `envoyée le vendredi 20 novembre, 11 h par ${who.firstName} ${who.lastName}`;
  expect(page?.activities.map(({ before, chosen }) => ({ before, chosen }))).toEqual([
    { before: [told], chosen: false },
    { before: [told], chosen: false },
  ]);
});

test('is for who plans there; the relais of another is not found', async () => {
  const [place, far] = [await world(), await world()];
  const { slug } = await db().relais.findUniqueOrThrow({ where: { id: far.relaisId }, select: { slug: true } });
  expect(await term(place, { relais: slug })).toBeNull();
  const [am] = place.ams;
  if (!am) throw new Error('nobody');
  expect(await termAnnouncement(am, PROPOSED, now)).toBeNull();
  const page = await term(place, { activityIds: [far.activityId, randomUUID()] });
  expect(page?.activities.every(({ chosen }) => !chosen)).toBe(true);
});

test('as many queries for thirty activities as for one', async () => {
  const place = await world();
  const one = await countStatements(() => term(place));
  for (let i = 0; i < 29; i++) await addActivity(place, `Atelier ${i}`);
  expect(await countStatements(() => term(place))).toBe(one);
});
