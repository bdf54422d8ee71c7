import { randomUUID } from 'node:crypto';

import { expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { announceOpening } from '#app/enrollment/announceOpening.server.ts';
import { announcementPreview, announcementsDue } from '#app/enrollment/announcements.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { sendAnnouncement } from '#app/enrollment/sendAnnouncement.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addAms, addSession, now, withChildren, world, type World } from './world.ts';

useDatabase();

const mails = (place: World) =>
  db().outgoingMail.findMany({ where: { collectiviteId: place.collectiviteId }, orderBy: { to: 'asc' } });
const announce = (place: World, more: object = {}) => {
  const input = { relaisId: place.relaisId, activityIds: [place.activityId], at: 'NOW', ownOnly: false } as const;
  return announceOpening(place.animator, { ...input, ...more }, now);
};

async function neighbour(place: World) {
  const { id } = await db().relais.create({
    data: { collectiviteId: place.collectiviteId, slug: `voisin-${randomUUID()}`, name: 'Relais voisin' },
  });
  const [am] = await addAms({ ...place, relaisId: id }, 1, { children: 4, underThree: 4 });
  if (!am) throw new Error('nobody');
  return { relaisId: id, am };
}

const MEMBERS = { kinds: ['ASSISTANTE_MATERNELLE'], from: 'MEMBERS', othersFrom: null } as const;

test('each who may book is told once, with her sessions; who has no e-mail is to be called', async () => {
  const place = await world({ ams: 3, rules: { who: MEMBERS } });
  await addSession(place, { startsAt: new Date('2026-12-01T08:30:00Z') });
  await neighbour(place);
  const [first] = place.ams;
  await db().person.update({ where: { id: first?.personId ?? '' }, data: { email: null, phone: '06 39 98 01 02' } });
  const preview = await announcementPreview(place.animator, place.activityId, false, now);
  expect(preview).toMatchObject({ sessions: 2, withMail: 2, opensAt: null, before: [] });
  expect(preview?.toCall).toEqual([{ name: 'Prénom0 Nom0', phone: '06 39 98 01 02' }]);
  const outcome = await announce(place);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  expect(await announce(place)).toEqual({ ...outcome, again: true });
  expect(await Promise.all([1, 2].map(() => sendAnnouncement(outcome.announcementId, now)))).toHaveLength(2);
  expect(await sendAnnouncement(outcome.announcementId, now)).toBe(0);
  const sent = await mails(place);
  expect(sent.map(({ to }) => to)).toEqual(
    place.ams
      .slice(1)
      .map(({ personId }) => `${personId}@test.example`)
      .sort(),
  );
  expect(sent[0]?.props).toMatchObject({ what: 'Musique et comptines', more: 0 });
  expect(JSON.stringify(sent[0]?.props)).toContain('ouvertes maintenant');
  expect(await announce(place)).toMatchObject({ again: true });
});

test('waits for the opening, then goes by itself', async () => {
  const place = await world({ rules: { opening: { type: 'at', instant: '2026-11-21T08:00:00Z' } } });
  const outcome = await announce(place, { at: 'OPENING' });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const opening = new Date('2026-11-21T08:00:00Z');
  expect(outcome.runAt).toEqual(opening);
  expect(await sendAnnouncement(outcome.announcementId, now)).toBe(0);
  expect(await announcementsDue(db(), now)).not.toContain(outcome.announcementId);
  expect(await announcementsDue(db(), opening)).toContain(outcome.announcementId);
  expect(await sendAnnouncement(outcome.announcementId, opening)).toBe(3);
  expect(await announcementsDue(db(), opening)).not.toContain(outcome.announcementId);
});

test('a relais invited is told of its own opening, may not book before it, and may then', async () => {
  const place = await world({ rules: { who: MEMBERS, reglement: 'NOT_ASKED' } });
  const { relaisId, am } = await neighbour(place);
  const opening = { type: 'at', instant: '2026-11-22T08:00:00Z' };
  const { collectiviteId, activityId, sessionId } = place;
  await db().activityGuest.create({ data: { activityId, relaisId, collectiviteId, opening } });
  const ownOnly = await announcementPreview(place.animator, activityId, true, now);
  expect(ownOnly?.withMail).toBe(4);
  const book = (at: Date) => enroll(am, { sessionId, ...withChildren(1) }, at);
  expect(await book(now)).toMatchObject({ outcome: 'refused', refusal: { code: 'GUEST_NOT_YET' } });
  expect(await book(new Date('2026-11-22T08:00:00Z'))).toMatchObject({ outcome: 'enrolled', state: 'CONFIRMED' });
  await announce(place);
  const [announcement] = await db().announcement.findMany({ where: { collectiviteId } });
  await sendAnnouncement(announcement?.id ?? '', now);
  const hers = (await mails(place)).filter(
    ({ personId, template }) => personId === am.personId && template === 'opening-announced',
  );
  expect(JSON.stringify(hers[0]?.props)).toContain('à partir du dimanche 22 novembre, 9 h');
});

test('refuses what is not hers, and what cannot be booked', async () => {
  const [place, far] = [await world(), await world()];
  const notFound = { ok: false, refusal: { code: 'NOT_FOUND' } };
  expect(await announce(place, { relaisId: far.relaisId })).toEqual(notFound);
  expect(await announce(place, { activityIds: [far.activityId] })).toEqual(notFound);
  expect(await announcementPreview(far.animator, place.activityId, false, now)).toBeNull();
  const closed = await world({ rules: { mode: 'FREE' } });
  expect(await announce(closed)).toEqual({ ok: false, refusal: { code: 'NOTHING_TO_BOOK' } });
  await db().activity.update({ where: { id: place.activityId }, data: { kind: 'ANALYSE' } });
  expect(await announce(place)).toEqual({ ok: false, refusal: { code: 'NOTHING_TO_BOOK' } });
  expect(await announcementPreview(place.animator, place.activityId, false, now)).toBeNull();
});

test('a quota of coming bookings counts what is not over, whatever the month', async () => {
  const quotas = [{ most: 1, per: 'COMING', over: 'RELAIS', counting: 'BOOKINGS' }] as const;
  const place = await world({ rules: { quotas, reglement: 'NOT_ASKED' } });
  const [am] = place.ams;
  if (!am) throw new Error('nobody');
  const later = await addSession(place, { startsAt: new Date('2027-02-02T08:30:00Z') });
  const book = (sessionId: string, at: Date) => enroll(am, { sessionId, ...withChildren(1) }, at);
  expect(await book(place.sessionId, now)).toMatchObject({ outcome: 'enrolled' });
  expect(await book(later, now)).toMatchObject({ outcome: 'refused', refusal: { code: 'QUOTA', per: 'COMING' } });
  expect(await book(later, new Date('2026-11-25T08:00:00Z'))).toMatchObject({ outcome: 'enrolled' });
});
