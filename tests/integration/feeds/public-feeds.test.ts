import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { renderAllEvents } from '#app/feeds/renderAllEvents.server.ts';
import { renderSessionEvents } from '#app/feeds/renderSessionEvents.server.ts';
import { useDatabase } from '../database.ts';
import {
  HOUR,
  later,
  lines,
  NOW,
  readPublic,
  RENDERING,
  someActor,
  someEnrollment,
  someRelais,
  someSession,
  someSite,
  valuesOf,
} from './world.ts';

useDatabase({ fresh: true });

const UTF8 = 'text/calendar; charset=utf-8';

describe('the public feed', () => {
  it('is read by two parsers, on both changes of the clock', async () => {
    const world = await someRelais('Relais « Nord » ; les petits, les grands');
    const emoji = `🎨${'é'.repeat(298)}🎉`;
    await someSession(world, { title: emoji, startsAt: '2026-11-24T08:30:00Z' });
    await someSession(world, { title: 'Avant l’été', startsAt: '2027-03-27T08:30:00Z' });
    await someSession(world, { title: 'Après l’été', startsAt: '2027-03-29T07:30:00Z' });
    await someSession(world, { title: 'Nuit d’octobre', startsAt: '2026-10-24T19:00:00Z', minutes: 900 });
    await renderAllEvents(RENDERING, NOW);
    const { status, headers, body } = await readPublic(world.slug);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'Content-Type': UTF8,
      'Content-Disposition': `inline; filename="${world.slug}.ics"`,
      'Cache-Control': 'public, max-age=900',
      'Content-Length': String(Buffer.byteLength(body ?? '')),
    });
    for (const line of (body ?? '').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const calendar = ICAL.Component.fromString(body ?? '');
    const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual([
      '2026-10-24T21:00:00',
      '2026-11-24T09:30:00',
      '2027-03-27T09:30:00',
      '2027-03-29T09:30:00',
    ]);
    expect(events.find(({ summary }) => summary.startsWith('🎨'))?.summary).toBe(`${emoji} – Maison de l’enfance`);
    const read = Object.values(nodeIcal.sync.parseICS(body ?? '')).flatMap((part) =>
      part?.type === 'VEVENT' ? [part] : [],
    );
    expect(read.map(({ start }) => start.toISOString()).sort()).toEqual([
      '2026-10-24T19:00:00.000Z',
      '2026-11-24T08:30:00.000Z',
      '2027-03-27T08:30:00.000Z',
      '2027-03-29T07:30:00.000Z',
    ]);
    expect(body).not.toMatch(/^(METHOD|ATTENDEE|ORGANIZER)|VALARM/m);
  });

  it('holds neither persons, drafts, nor analyse de pratiques', async () => {
    const world = await someRelais();
    const shown = await someSession(world, { title: 'Bébés lecteurs' });
    await someSession(world, { kind: 'ANALYSE', title: 'Groupe confidentiel', theme: 'La fatigue' });
    await someSession(world, { state: 'DRAFT', title: 'Brouillon' });
    const actor = await someActor(world);
    await someEnrollment(actor, shown, 'CONFIRMED', 2);
    await db().assignment.create({
      data: { collectiviteId: world.collectiviteId, sessionId: shown, personId: actor.personId, role: 'ANIMATOR' },
    });
    const feedToken = {
      personId: actor.personId,
      collectiviteId: world.collectiviteId,
      tokenHash: 'x',
      createdAt: NOW,
    };
    await db().feedToken.create({ data: feedToken });
    await renderAllEvents(RENDERING, NOW);
    const { body } = await readPublic(world.slug);
    expect(valuesOf(body, 'SUMMARY')).toEqual(['Bébés lecteurs – Maison de l’enfance']);
    expect(body).not.toMatch(/nadia|morel|confidentiel|fatigue|brouillon|inscription-|enfants?\.\\n|@exemple/i);
    expect(await db().calendarEvent.count({ where: { kind: 'ANALYSE', public: true } })).toBe(0);
    expect(valuesOf((await readPublic(world.slug, 'type=analyse')).body, 'UID')).toEqual([]);
  });

  it('shows only its own relais', async () => {
    const [world, other] = [await someRelais(), await someRelais('Autre')];
    await someSession(other);
    await renderAllEvents(RENDERING, NOW);
    expect(valuesOf((await readPublic(world.slug)).body, 'UID')).toHaveLength(0);
    expect(valuesOf((await readPublic(other.slug)).body, 'UID')).toHaveLength(1);
  });

  it('filters by type and by place, and refuses what it does not know', async () => {
    const world = await someRelais();
    const library = await someSite(world.collectiviteId, 'Bibliothèque Louis-Aragon');
    await someSession(world, { title: 'A', kind: 'ATELIER', startsAt: '2026-11-24T08:00:00Z' });
    await someSession(world, { title: 'B', kind: 'REUNION', startsAt: '2026-11-25T19:00:00Z' });
    await someSession(world, { title: 'C', kind: 'PASSERELLE', startsAt: '2026-11-26T08:00:00Z', siteId: library.id });
    await renderAllEvents(RENDERING, NOW);
    const titles = async (query: string) =>
      valuesOf((await readPublic(world.slug, query)).body, 'SUMMARY').map((summary) => summary.slice(0, 1));
    expect(await titles('')).toEqual(['A', 'B', 'C']);
    expect(await titles('type=')).toEqual(['A', 'B', 'C']);
    expect(await titles('type=atelier,R%C3%A9union')).toEqual(['A', 'B']);
    expect(await titles('type=atelier&type=passerelle')).toEqual(['A', 'C']);
    expect(await titles('lieu=bibliotheque-louis-aragon')).toEqual(['C']);
    expect(await titles(`lieu=${library.id}`)).toEqual(['C']);
    expect(await titles(`lieu=${library.id}&type=atelier`)).toEqual([]);
    const filtered = await readPublic(world.slug, 'type=atelier');
    expect(filtered.headers['Last-Modified']).toBeUndefined();
    expect(filtered.headers['ETag']).toMatch(/^W\/"[\w-]+"$/);
    expect((await readPublic(world.slug, 'type=concert')).status).toBe(400);
    expect((await readPublic(world.slug, 'lieu=lune')).status).toBe(400);
    const unknown = await readPublic('personne');
    expect(unknown.status).toBe(404);
    expect(unknown.headers['Content-Type']).toBe('text/plain; charset=utf-8');
  });

  it('keeps 60 days back and 12 months ahead', async () => {
    const world = await someRelais();
    await someSession(world, { title: 'Trop tôt', startsAt: '2026-09-22T08:00:00Z' });
    await someSession(world, { title: 'Au bord', startsAt: '2026-09-23T08:00:00Z' });
    await someSession(world, { title: 'Au loin', startsAt: '2027-11-22T19:00:00Z' });
    await someSession(world, { title: 'Trop tard', startsAt: '2027-11-23T08:00:00Z' });
    await renderAllEvents(RENDERING, new Date('2026-09-22T08:00:00Z'));
    const summaries = valuesOf((await readPublic(world.slug)).body, 'SUMMARY');
    expect(summaries.map((summary) => summary.split(' – ')[0])).toEqual(['Au bord', 'Au loin']);
  });

  it('holds at most 1,000 events, the oldest past left out first', async () => {
    const world = await someRelais();
    const first = await someSession(world, { startsAt: '2026-10-01T08:00:00Z' });
    await renderSessionEvents(first, RENDERING, NOW);
    await db().$executeRaw`
      INSERT INTO "CalendarEvent" (uid, "collectiviteId", "relaisId", "sessionId", "siteId", kind, public, "startsAt",
        "endsAt", hash, "modifiedAt", text)
      SELECT 'n-' || n, "collectiviteId", "relaisId", gen_random_uuid(), "siteId", kind, true,
        ${NOW}::timestamptz + (n - 101) * interval '1 hour', ${NOW}::timestamptz + (n - 100) * interval '1 hour', 'h' || n,
        "modifiedAt", replace(text, uid, 'n-' || n) FROM "CalendarEvent", generate_series(1, 1050) n WHERE public`;
    const { body } = await readPublic(world.slug);
    const uids = valuesOf(body, 'UID');
    expect(uids).toHaveLength(1000);
    expect([uids[0], uids.at(-1)]).toEqual(['n-51', 'n-1050']);
    expect(ICAL.Component.fromString(body ?? '').getAllSubcomponents('vevent')).toHaveLength(1000);
  });

  it('holds at most 900 kB', async () => {
    const world = await someRelais();
    await renderSessionEvents(await someSession(world), RENDERING, NOW);
    await db().$executeRaw`
      INSERT INTO "CalendarEvent" (uid, "collectiviteId", "relaisId", "sessionId", "siteId", kind, public, "startsAt",
        "endsAt", hash, "modifiedAt", text)
      SELECT 'n-' || n, "collectiviteId", "relaisId", gen_random_uuid(), "siteId", kind, true, "startsAt", "endsAt",
        'h' || n, "modifiedAt", replace(replace(text, uid, 'n-' || n), 'STATUS:', repeat('X-N:' || repeat('é', 30) || E'\r\n', 30) || 'STATUS:')
        FROM "CalendarEvent", generate_series(1, 600) n WHERE public`;
    const { body } = await readPublic(world.slug);
    const size = Buffer.byteLength(body ?? '');
    expect(size).toBeLessThanOrEqual(900_000);
    expect(size).toBeGreaterThan(895_000);
  });
});

describe('conditional requests', () => {
  it('answer 304 without body, by tag or by date, and the tag decides', async () => {
    const world = await someRelais();
    await renderSessionEvents(await someSession(world), RENDERING, NOW);
    const { headers, body } = await readPublic(world.slug);
    const { ETag = '', 'Last-Modified': date = '' } = headers;
    expect(date).toBe('Sun, 22 Nov 2026 08:00:00 GMT');
    const ask = (given: Record<string, string>, now = later(HOUR)) => readPublic(world.slug, '', given, now);
    for (const given of [ETag, ETag.slice(2), `"x", ${ETag}`, '*']) {
      const answer = await ask({ 'If-None-Match': given });
      expect(answer).toMatchObject({ status: 304, body: null, headers: { ETag, 'Last-Modified': date } });
      expect(answer.headers['Content-Type']).toBeUndefined();
    }
    expect((await ask({ 'If-Modified-Since': date })).status).toBe(304);
    expect((await ask({ 'If-Modified-Since': 'Sun, 22 Nov 2026 07:59:59 GMT' })).status).toBe(200);
    expect((await ask({ 'If-Modified-Since': 'hier' })).status).toBe(200);
    expect((await ask({ 'If-None-Match': '"x"', 'If-Modified-Since': date })).status).toBe(200);
    const again = await ask({});
    expect(again.body).toBe(body);
    expect(again.headers).toEqual(headers);
  });

  it('need one query when nothing changed', async () => {
    const world = await someRelais();
    for (let n = 0; n < 30; n += 1)
      await someSession(world, { title: `Séance ${n}`, startsAt: later((n + 1) * 24 * HOUR) });
    await renderAllEvents(RENDERING, NOW);
    const { headers } = await readPublic(world.slug);
    await db().calendarEvent.deleteMany({}); // unseen: only writers that go through the room are
    expect((await readPublic(world.slug, '', { 'If-None-Match': headers['ETag'] ?? '' })).status).toBe(304);
  });

  it('see another body once an event changed, and Last-Modified moves with it alone', async () => {
    const world = await someRelais();
    const id = await someSession(world);
    await renderSessionEvents(id, RENDERING, NOW);
    const before = await readPublic(world.slug);
    await renderSessionEvents(id, RENDERING, later(HOUR));
    const same = await readPublic(world.slug, '', {}, later(2 * HOUR));
    expect(same.headers).toEqual(before.headers);
    await db().session.update({ where: { id }, data: { bring: 'Des bottes' } });
    await renderSessionEvents(id, RENDERING, later(3 * HOUR));
    const given = { 'If-None-Match': before.headers['ETag'] ?? '' };
    const after = await readPublic(world.slug, '', given, later(4 * HOUR));
    expect(after.status).toBe(200);
    expect(after.headers['Last-Modified']).toBe('Sun, 22 Nov 2026 12:00:00 GMT');
    // back to the first words: other stamps, another body
    await db().session.update({ where: { id }, data: { bring: null } });
    await renderSessionEvents(id, RENDERING, later(5 * HOUR));
    expect((await readPublic(world.slug, '', given, later(5 * HOUR))).status).toBe(200);
  });

  it('see the relais renamed, and the window move', async () => {
    const world = await someRelais();
    await renderSessionEvents(await someSession(world, { startsAt: '2026-09-23T08:00:00Z' }), RENDERING, NOW);
    const first = await readPublic(world.slug);
    await db().relais.update({ where: { slug: world.slug }, data: { name: 'Relais Sud' } });
    const ask = (tag: string | undefined, now: Date) => readPublic(world.slug, '', { 'If-None-Match': tag ?? '' }, now);
    const renamed = await ask(first.headers['ETag'], later(HOUR));
    expect(lines(renamed.body)).toContain('NAME:Relais Sud');
    const nextDay = await ask(renamed.headers['ETag'], later(24 * HOUR));
    expect(nextDay.status).toBe(200);
    expect(valuesOf(nextDay.body, 'UID')).toEqual([]);
    const afterwards = await ask(nextDay.headers['ETag'], later(72 * HOUR));
    expect(afterwards.status).toBe(304);
    expect(afterwards.headers['Last-Modified']).toBe(nextDay.headers['Last-Modified']);
  });
});
