import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { myFeed } from '#app/feeds/my-feed.server.ts';
import { noteReading } from '#app/feeds/noteReading.server.ts';
import { placeCalendar } from '#app/feeds/place-calendar.server.ts';
import { enrollmentUid } from '#app/documents/calendar-uid.ts';
import { openLink } from '#app/feeds/feed-owners.server.ts';
import { renderEnrollmentEvent } from '#app/feeds/renderEnrollmentEvent.server.ts';
import { renderSessionEvents } from '#app/feeds/renderSessionEvents.server.ts';
import { renewFeedToken } from '#app/feeds/renewFeedToken.server.ts';
import { revokeFeedToken } from '#app/feeds/revokeFeedToken.server.ts';
import { ANONYMOUS, type Actor } from '#app/people/actor.ts';
import { useDatabase } from '../database.ts';
import {
  HOUR,
  later,
  lines,
  NOW,
  readPrivate,
  RENDERING,
  someActor,
  someEnrollment,
  someRelais,
  someSession,
  valuesOf,
} from './world.ts';

useDatabase({ fresh: true });

async function link(actor: Actor, now = NOW, contents: string | null = null): Promise<string> {
  const outcome = await renewFeedToken(actor, { contents }, RENDERING, now);
  if (outcome.outcome !== 'renewed') throw new Error(outcome.outcome);
  return outcome.token;
}

const summaries = async (token: string, now = NOW) => valuesOf((await readPrivate(token, {}, now)).body, 'SUMMARY');

describe('the private feed of an AM', () => {
  it('says of each place whether it is sure', async () => {
    const world = await someRelais();
    const actor = await someActor(world);
    const wishes = [
      ['CONFIRMED', 'Sûre'],
      ['REQUESTED', 'Demandée'],
      ['OFFERED', 'Offerte'],
      ['WAITING', 'Attendue'],
      ['WITHDRAWN', 'Quittée'],
    ] as const;
    for (const [n, [state, title]] of wishes.entries()) {
      const session = await someSession(world, { title, startsAt: later((n + 1) * 24 * HOUR) });
      await someEnrollment(actor, session, state, 2);
    }
    const { status, headers, body } = await readPrivate(await link(actor));
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'Cache-Control': 'private, max-age=0, must-revalidate',
      'X-Robots-Tag': 'noindex',
      'Content-Type': 'text/calendar; charset=utf-8',
    });
    expect(headers['Last-Modified']).toBeUndefined();
    expect(body).not.toMatch(/^SOURCE|^METHOD|morelle/im);
    expect(valuesOf(body, 'SUMMARY')).toEqual([
      'Sûre – Maison de l’enfance',
      'À confirmer : Demandée – Maison de l’enfance',
      'Place proposée : Offerte – Maison de l’enfance',
      'Liste d’attente : Attendue – Maison de l’enfance',
    ]);
    expect(valuesOf(body, 'STATUS')).toEqual(['CONFIRMED', 'TENTATIVE', 'TENTATIVE', 'TENTATIVE']);
    expect(valuesOf(body, 'TRANSP')).toEqual(['OPAQUE', 'OPAQUE', 'OPAQUE', 'TRANSPARENT']);
    expect(valuesOf(body, 'UID').every((uid) => uid.startsWith('inscription-'))).toBe(true);
    expect(ICAL.Component.fromString(body ?? '').getAllSubcomponents('vevent')).toHaveLength(4);
    const read = Object.values(nodeIcal.sync.parseICS(body ?? ''));
    expect(read.filter((part) => part?.type === 'VEVENT')).toHaveLength(4);
  });

  it('has its entry alone, to keep without a link, under the UID and number of the mail', async () => {
    const world = await someRelais();
    const actor = await someActor(world);
    const session = await someSession(world);
    const alone = (who: Actor) => placeCalendar(who, session, RENDERING.appUrl, NOW);
    const id = await someEnrollment(actor, session, 'WAITING', 2);
    expect(await alone(actor)).toBeNull();
    await db().enrollment.update({ where: { id }, data: { state: 'CONFIRMED' } });
    const uid = enrollmentUid(id);
    const { personId } = actor;
    await db().invitation.create({ data: { uid, sequence: 3, method: 'REQUEST', personId, sentAt: NOW } });
    const text = await alone(actor);
    const event = new ICAL.Event(ICAL.Component.fromString(text ?? '').getFirstSubcomponent('vevent') ?? undefined);
    expect(event).toMatchObject({ uid, sequence: 3, summary: 'Peinture au sol – Maison de l’enfance' });
    expect(event.startDate.toString()).toBe('2026-11-24T09:30:00');
    expect(event.description).toContain('Vous venez avec 2 enfants.');
    expect(text).toContain('METHOD:PUBLISH');
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER|morelle/i);
    expect(await alone(await someActor(world))).toBeNull();
    expect(await alone(ANONYMOUS)).toBeNull();
  });

  it('follows a place from waiting to sure to withdrawn', async () => {
    const world = await someRelais();
    const actor = await someActor(world);
    const session = await someSession(world);
    const token = await link(actor);
    expect(await summaries(token)).toEqual([]);
    const id = await someEnrollment(actor, session, 'WAITING');
    await renderEnrollmentEvent(id, RENDERING, NOW);
    const waiting = await readPrivate(token);
    expect(valuesOf(waiting.body, 'SEQUENCE')).toEqual(['0']);
    const held = { 'If-None-Match': waiting.headers['ETag'] ?? '' };
    expect(await readPrivate(token, held)).toMatchObject({ status: 304, body: null });
    await db().enrollment.update({ where: { id }, data: { state: 'CONFIRMED' } });
    await renderEnrollmentEvent(id, RENDERING, later(HOUR));
    const sure = await readPrivate(token, held);
    expect(sure.status).toBe(200);
    expect(valuesOf(sure.body, 'SUMMARY')).toEqual(['Peinture au sol – Maison de l’enfance']);
    expect(valuesOf(sure.body, 'SEQUENCE')).toEqual(['1']);
    await db().enrollment.update({ where: { id }, data: { state: 'WITHDRAWN', endedAt: NOW } });
    await renderEnrollmentEvent(id, RENDERING, later(HOUR));
    expect(await summaries(token)).toEqual([]);
    expect(await db().calendarEvent.count({ where: { enrollmentId: id } })).toBe(0);
  });

  it('keeps a cancelled session until it would have ended', async () => {
    const world = await someRelais();
    const actor = await someActor(world);
    const sessionId = await someSession(world, { startsAt: '2026-11-24T08:30:00Z' });
    const id = await someEnrollment(actor, sessionId);
    const token = await link(actor);
    await db().enrollment.update({ where: { id }, data: { state: 'CANCELLED', endedAt: NOW } });
    await db().session.update({ where: { id: sessionId }, data: { state: 'CANCELLED' } });
    await renderSessionEvents(sessionId, RENDERING, later(HOUR));
    expect(await summaries(token)).toEqual(['ANNULÉ : Peinture au sol – Maison de l’enfance']);
    expect(await summaries(token, new Date('2026-11-24T09:59:00Z'))).toHaveLength(1);
    expect(await summaries(token, new Date('2026-11-24T10:00:00Z'))).toEqual([]);
  });

  it('shows an analyse de pratiques without its theme', async () => {
    const world = await someRelais();
    const actor = await someActor(world);
    const wish = { kind: 'ANALYSE', title: 'Analyse de pratiques', theme: 'La fatigue' } as const;
    await someEnrollment(actor, await someSession(world, wish));
    const { body } = await readPrivate(await link(actor));
    expect(valuesOf(body, 'SUMMARY')).toEqual(['Analyse de pratiques – Maison de l’enfance']);
    expect(valuesOf(body, 'CLASS')).toEqual(['PRIVATE']);
    expect(lines(body).join(' ')).not.toMatch(/fatigue|salit/);
  });

  it('keeps nothing for whoever has no link', async () => {
    const world = await someRelais();
    const actor = await someActor(world);
    const id = await someEnrollment(actor, await someSession(world));
    await renderEnrollmentEvent(id, RENDERING, NOW);
    expect(await db().calendarEvent.count()).toBe(0);
  });
});

describe('the private feed of who leads or speaks', () => {
  it('holds the sessions she leads; those proposed are tentative until accepted', async () => {
    const world = await someRelais();
    const actor = await someActor(world);
    const { collectiviteId } = world;
    const [led, proposed, declined] = [
      await someSession(world, { title: 'Animée', startsAt: '2026-11-24T08:00:00Z' }),
      await someSession(world, { title: 'Proposée', startsAt: '2026-11-25T08:00:00Z' }),
      await someSession(world, { title: 'Refusée', startsAt: '2026-11-26T08:00:00Z' }),
    ];
    const { personId } = actor;
    const speaks = { collectiviteId, personId, role: 'INTERVENANT' } as const;
    await db().assignment.create({ data: { collectiviteId, personId, role: 'ANIMATOR', sessionId: led } });
    const asked = await db().assignment.create({ data: { ...speaks, sessionId: proposed, state: 'PROPOSED' } });
    await db().assignment.create({ data: { ...speaks, sessionId: declined, state: 'DECLINED' } });
    for (const id of [led, proposed, declined]) await renderSessionEvents(id, RENDERING, NOW);
    const token = await link(actor);
    const before = await readPrivate(token);
    expect(valuesOf(before.body, 'STATUS')).toEqual(['CONFIRMED', 'TENTATIVE']);
    expect(valuesOf(before.body, 'UID').map((uid) => uid.split('-')[0])).toEqual(['seance', 'propose']);
    for (const line of (before.body ?? '').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    await db().assignment.update({ where: { id: asked.id }, data: { state: 'ACCEPTED' } });
    const after = await readPrivate(token, { 'If-None-Match': before.headers['ETag'] ?? '' });
    expect(after.status).toBe(200);
    expect(valuesOf(after.body, 'STATUS')).toEqual(['CONFIRMED', 'CONFIRMED']);
  });
});

describe('the link', () => {
  it('is told once, kept as a hash, dies at once when renewed or revoked', async () => {
    const world = await someRelais();
    const actor = await someActor(world);
    await someEnrollment(actor, await someSession(world));
    expect(await myFeed(actor, NOW)).toEqual({ feed: null, chooses: false });
    const first = await link(actor);
    expect(Buffer.from(first, 'base64url')).toHaveLength(16);
    expect(JSON.stringify(await db().feedToken.findMany())).not.toContain(first);
    const second = await link(actor, later(HOUR));
    expect((await readPrivate(first)).status).toBe(410);
    expect(await summaries(second)).toHaveLength(1);
    expect(await revokeFeedToken(actor, later(HOUR))).toEqual({ outcome: 'revoked' });
    expect(await revokeFeedToken(actor, later(HOUR))).toEqual({ outcome: 'none' });
    expect(await readPrivate(second)).toMatchObject({ status: 410, headers: { 'X-Robots-Tag': 'noindex' } });
    expect(await db().calendarEvent.count({ where: { personId: actor.personId } })).toBe(0);
    expect((await readPrivate('A'.repeat(22))).status).toBe(404);
    expect((await readPrivate('..')).status).toBe(404);
  });

  it('is nobody else’s', async () => {
    const world = await someRelais();
    const [hers, other] = [await someActor(world), await someActor(world)];
    const session = await someSession(world);
    await someEnrollment(hers, session);
    await someEnrollment(other, session);
    const token = await link(hers);
    const others = await link(other);
    await revokeFeedToken(other, NOW);
    expect((await readPrivate(others)).status).toBe(410);
    expect(await summaries(token)).toHaveLength(1);
    expect(await renewFeedToken(ANONYMOUS, { contents: null }, RENDERING, NOW)).toEqual({ outcome: 'notFound' });
    expect(await revokeFeedToken({ kind: 'system' }, NOW)).toEqual({ outcome: 'notFound' });
    const elsewhere = { ...hers, collectiviteId: (await someRelais()).collectiviteId };
    expect(await renewFeedToken(elsewhere, { contents: null }, RENDERING, NOW)).toEqual({ outcome: 'notFound' });
    await db().person.update({ where: { id: hers.personId }, data: { erasedAt: NOW } });
    expect((await readPrivate(token)).status).toBe(410);
  });

  it('notes its last reading, at most once an hour', async () => {
    const world = await someRelais();
    const actor = await someActor(world);
    const token = await link(actor);
    const read = async (now: Date) => {
      const opened = await openLink(`${token}.ics`, now);
      if (opened.ok) await noteReading(opened.owner, now);
      return (await db().feedToken.findFirstOrThrow()).lastReadAt;
    };
    expect(await myFeed(actor, NOW)).toEqual({
      feed: { made: 'aujourd’hui à 9 h', reading: 'Jamais lu', scope: 'OWN' },
      chooses: false,
    });
    expect(await read(NOW)).toEqual(NOW);
    expect(await read(later(HOUR / 2))).toEqual(NOW);
    expect(await read(later(HOUR))).toEqual(later(HOUR));
    expect((await myFeed(actor, later(24 * HOUR))).feed?.reading).toBe('Lu hier à 10 h');
  });
});
