import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Scope, SessionChange } from '#app/catalog/session-change.ts';
import { db } from '#app/db/client.server.ts';
import { changeSessions } from '#app/enrollment/changeSessions.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { renderSessionEvents } from '#app/feeds/renderSessionEvents.server.ts';
import { localTime } from '#app/time/local.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, addStaff, at, mailsTo, now, withChildren, world, type World } from './world.ts';

useDatabase();

const days = ['2026-11-24', '2026-12-01', '2026-12-08'];
const appUrl = 'https://ribambelle.test';

/** Three Tuesdays at 9:30 of one series, of which the first is the world's session. */
async function series(made: World, instants = days.map((day) => new Date(`${day}T08:30:00Z`))): Promise<string[]> {
  const { id: seriesId } = await db().series.create({
    data: { collectiviteId: made.collectiviteId, activityId: made.activityId, rule: {}, createdAt: now },
  });
  await db().session.update({
    where: { id: made.sessionId },
    data: { seriesId, startsAt: instants[0] ?? now, endsAt: new Date((instants[0] ?? now).getTime() + 90 * 60_000) },
  });
  const others = [];
  for (const startsAt of instants.slice(1)) {
    const id = await addSession(made, { startsAt });
    await db().session.update({ where: { id }, data: { seriesId } });
    others.push(id);
  }
  return [made.sessionId, ...others];
}

const changing = (sessionId: string, scope: Scope, change: SessionChange, reason?: string) => ({
  sessionId,
  scope,
  change,
  ...(reason === undefined ? {} : { override: { reason } }),
});

async function startsOf(ids: readonly string[]): Promise<string[]> {
  const rows = await db().session.findMany({ where: { id: { in: [...ids] } }, orderBy: { startsAt: 'asc' } });
  return rows.map(({ startsAt }) => startsAt.toISOString());
}

describe('changeSessions', () => {
  it('moves this and the following: told once each, calendars once, enrolments kept', async () => {
    const made = await world();
    const ids = await series(made);
    const am = at(0, made.ams);
    for (const sessionId of ids) await enroll(am, { sessionId, ...withChildren(1) }, now);
    for (const id of ids) await renderSessionEvents(id, { appUrl }, now);
    const input = changing(ids[1] ?? '', 'FOLLOWING', { date: '2026-12-02', from: '10:00', until: '11:30' });
    expect(await changeSessions(made.animator, input, now)).toEqual({
      ...{ ok: true, changed: 2, moved: 2, told: 1, toCall: 0, overlaps: 0 },
    });
    expect(await startsOf(ids)).toEqual([
      '2026-11-24T08:30:00.000Z',
      '2026-12-02T09:00:00.000Z',
      '2026-12-09T09:00:00.000Z',
    ]);
    expect(await mailsTo(am.personId)).toEqual([...Array<string>(3).fill('enrollment-confirmed'), 'sessions-moved']);
    const mail = await db().outgoingMail.findFirstOrThrow({ where: { template: 'sessions-moved' } });
    expect(mail.props).toMatchObject({
      changes: [
        {
          before: { when: 'mardi 1er décembre, 9 h 30 – 11 h' },
          session: { when: 'mercredi 2 décembre, 10 h – 11 h 30' },
        },
        {
          before: { when: 'mardi 8 décembre, 9 h 30 – 11 h' },
          session: { when: 'mercredi 9 décembre, 10 h – 11 h 30' },
        },
      ],
      invitations: [
        { method: 'REQUEST', sequence: 1 },
        { method: 'REQUEST', sequence: 1 },
      ],
    });
    for (const id of ids) await renderSessionEvents(id, { appUrl }, now);
    const events = await db().calendarEvent.findMany({ where: { team: false }, orderBy: { startsAt: 'asc' } });
    expect(
      events.filter(({ collectiviteId }) => collectiviteId === made.collectiviteId).map(({ sequence }) => sequence),
    ).toEqual([0, 1, 1]);
    expect(await db().toTell.count({ where: { personId: am.personId, cause: 'MOVED' } })).toBe(2);
    // Twice: what is so already is left alone.
    expect(await changeSessions(made.animator, input, now)).toMatchObject({ ok: true, changed: 0, told: 0 });
    expect(await mailsTo(am.personId)).toHaveLength(4);
  });

  it('tells of one session as a move does, and says to those enrolled what else changes', async () => {
    const made = await world();
    const am = at(0, made.ams);
    await enroll(am, { sessionId: made.sessionId, ...withChildren(1) }, now);
    const moved = changing(made.sessionId, 'ONE', { from: '10:00', until: '11:30', theme: 'Peinture' });
    expect(await changeSessions(made.animator, moved, now)).toMatchObject({ ok: true, moved: 1, told: 1 });
    const mail = await db().outgoingMail.findFirstOrThrow({
      where: { template: 'session-moved', personId: am.personId },
    });
    expect(mail.props).toMatchObject({
      sequence: 1,
      before: { when: 'mardi 24 novembre, 9 h 30 – 11 h' },
      note: 'Thème : « Peinture » (c’était « Musique et comptines »).',
    });
    const bring = changing(made.sessionId, 'ONE', { bring: 'Un tablier' });
    expect(await changeSessions(made.animator, bring, now)).toMatchObject({ ok: true, changed: 1, moved: 0, told: 1 });
    expect(await mailsTo(am.personId)).toEqual(['enrollment-confirmed', 'session-moved', 'sessions-moved']);
    const ceilings = changing(made.sessionId, 'ONE', { maxAdults: 8, prepMinutes: 15 });
    expect(await changeSessions(made.animator, ceilings, now)).toMatchObject({ ok: true, changed: 1, told: 0 });
    const history = await db().history.findMany({ where: { subjectId: made.sessionId }, orderBy: { at: 'asc' } });
    expect(history.map(({ what }) => what).sort()).toEqual(['ceilings', 'changed', 'changed', 'changed', 'moved']);
  });

  it.each([
    ['spring', ['2027-03-23T08:30:00Z', '2027-03-30T07:30:00Z']],
    ['autumn', ['2027-10-26T07:30:00Z', '2027-11-02T08:30:00Z']],
  ])('keeps the hour on the wall across the change of %s', async (_, instants) => {
    const made = await world();
    const ids = await series(
      made,
      instants.map((at) => new Date(at)),
    );
    const day = instants[0] === '2027-03-23T08:30:00Z' ? '2027-03-25' : '2027-10-28';
    expect(await changeSessions(made.animator, changing(ids[0] ?? '', 'ALL', { date: day }), now)).toMatchObject({
      moved: 2,
    });
    const later = { from: '10:15', until: '11:45' };
    expect(await changeSessions(made.animator, changing(ids[0] ?? '', 'ALL', later), now)).toMatchObject({ moved: 2 });
    const rows = await db().session.findMany({ where: { id: { in: ids } } });
    expect(rows.map(({ startsAt }) => localTime(startsAt, 'Europe/Paris'))).toEqual(['10:15', '10:15']);
    expect(rows.map(({ endsAt }) => localTime(endsAt, 'Europe/Paris'))).toEqual(['11:45', '11:45']);
  });

  it('names the clash, then overrides it with a reason; a series may take its own former hours', async () => {
    const made = await world();
    const ids = await series(made);
    const led = { animatorIds: [made.animator.personId] };
    expect(await changeSessions(made.animator, changing(ids[0] ?? '', 'ALL', led), now)).toMatchObject({ changed: 3 });
    expect(
      await changeSessions(made.animator, changing(ids[0] ?? '', 'ALL', { date: '2026-12-01' }), now),
    ).toMatchObject({
      moved: 3,
    });
    const other = await addSession(made, { startsAt: new Date('2026-12-03T08:30:00Z') });
    await changeSessions(made.animator, changing(other, 'ONE', led), now);
    const clashing = changing(other, 'ONE', { date: '2026-12-01' });
    expect(await changeSessions(made.animator, clashing, now)).toEqual({
      ok: false,
      refusal: {
        code: 'CLASH',
        clashes: [{ when: 'mardi 1er décembre, 9 h 30 – 11 h', what: 'Léa Martin', by: 'Musique et comptines' }],
      },
    });
    const reasoned = { ...clashing, override: { reason: 'Deux groupes, une seule salle' } };
    expect(await changeSessions(made.animator, reasoned, now)).toMatchObject({ ok: true, moved: 1 });
    expect(await db().occupation.findFirstOrThrow({ where: { sessionId: other } })).toMatchObject({
      overridden: true,
      overrideReason: 'Deux groupes, une seule salle',
    });
  });

  it('moves to an exclusive site only when it is free; touching is not overlapping', async () => {
    const made = await world();
    const { animator, collectiviteId, sessionId } = made;
    const dojo = await db().site.create({ data: { collectiviteId, name: 'Dojo', exclusive: true } });
    const other = await addSession(made, { startsAt: new Date('2026-11-25T08:30:00Z') });
    const there = changing(other, 'ONE', { siteId: dojo.id });
    expect(await changeSessions(animator, there, now)).toMatchObject({ ok: true, moved: 1 });
    const sameHours = changing(sessionId, 'ONE', { date: '2026-11-25', siteId: dojo.id });
    expect(await changeSessions(animator, sameHours, now)).toMatchObject({ refusal: { code: 'CLASH' } });
    const after = changing(sessionId, 'ONE', { date: '2026-11-25', siteId: dojo.id, from: '11:00', until: '12:00' });
    expect(await changeSessions(animator, after, now)).toMatchObject({ ok: true, moved: 1 });
  });

  it('refuses ceilings below what is taken, a site too small, the past, bad hours, strangers', async () => {
    const made = await world();
    const { sessionId, animator, collectiviteId } = made;
    for (const am of made.ams) await enroll(am, { sessionId, ...withChildren(2) }, now);
    const refused = async (change: SessionChange, actor = animator) => {
      const outcome = await changeSessions(actor, changing(sessionId, 'ONE', change), now);
      return outcome.ok ? 'ok' : outcome.refusal.code;
    };
    const small = await db().site.create({ data: { collectiviteId, name: 'Placard', maxPersons: 2 } });
    expect(await refused({ maxAdults: 2 })).toBe('TOO_SMALL');
    expect(await refused({ siteId: small.id })).toBe('TOO_SMALL');
    expect(await refused({ siteId: randomUUID() })).toBe('SITE_UNKNOWN');
    expect(await refused({ from: '11:00', until: '10:00' })).toBe('HOURS_WRONG');
    expect(await refused({ date: '2026-11-19' })).toBe('PAST');
    expect(await refused({ animatorIds: [at(0, made.ams).personId] })).toBe('NOT_AN_ANIMATOR');
    expect(await refused({ intervenants: [{ personId: at(0, made.ams).personId }] })).toBe('NOT_AN_INTERVENANT');
    expect(await refused({ ageMinMonths: 36, ageMaxMonths: 12 })).toBe('AGES_WRONG');
    expect(await refused({ maxAdults: 5 }, at(0, made.ams))).toBe('NOT_FOUND');
    expect(await refused({ maxAdults: 5 }, (await world()).animator)).toBe('NOT_FOUND');
    const secretary = await addStaff(made, { role: 'SECRETARY', relaisId: made.relaisId });
    expect(await refused({ maxAdults: 5 }, secretary)).toBe('NOT_FOUND');
    const elsewhere = (await world()).siteId;
    expect(await refused({ siteId: elsewhere })).toBe('SITE_UNKNOWN');
    const begun = changing(sessionId, 'ONE', { maxAdults: 9 });
    const outcome = await changeSessions(animator, begun, new Date('2026-11-24T08:30:00Z'));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'PAST' } });
  });

  it('leaves what is past or cancelled alone, changes drafts silently, serves who waits', async () => {
    const made = await world({ maxAdults: 1 });
    const ids = await series(made);
    await db().session.update({ where: { id: ids[1] ?? '' }, data: { state: 'CANCELLED' } });
    await db().session.update({ where: { id: ids[2] ?? '' }, data: { state: 'DRAFT' } });
    for (const am of made.ams.slice(0, 2))
      await enroll(am, { sessionId: made.sessionId, ...withChildren(1), wish: 'ENROLL' }, now);
    const outcome = await changeSessions(
      made.animator,
      changing(ids[0] ?? '', 'ALL', { maxAdults: 2, theme: 'Bain sonore' }),
      now,
    );
    expect(outcome).toMatchObject({ ok: true, changed: 2, told: 2 });
    expect(await mailsTo(at(1, made.ams).personId)).toContain('enrollment-promoted');
    const themes = await db().session.findMany({
      where: { id: { in: ids } },
      orderBy: { startsAt: 'asc' },
      select: { theme: true },
    });
    expect(themes.map(({ theme }) => theme)).toEqual(['Bain sonore', null, 'Bain sonore']);
  });

  it('writes in as many statements for one date as for thirty', async () => {
    const count = async (dates: number) => {
      const made = await world();
      const ids = await series(
        made,
        Array.from({ length: dates }, (_, week) => new Date(Date.UTC(2027, 0, 5 + 7 * week, 8, 30))),
      );
      let statements = 0;
      await db().$transaction(
        async (tx) => {
          const counting = new Proxy(tx, {
            get(target, name) {
              if (typeof name === 'string' && !name.startsWith('_') && name !== 'then') statements += 1;
              const value: unknown = Reflect.get(target, name);
              return value;
            },
          });
          const theme = changing(ids[0] ?? '', 'ALL', { theme: 'Printemps' });
          expect(await changeSessions(made.animator, theme, now, counting)).toMatchObject({ changed: dates });
        },
        { timeout: 20_000 },
      );
      return statements;
    };
    expect(await count(30)).toBe(await count(1));
  });

  it('flags the overlaps it makes and takes the flag away', async () => {
    const made = await world();
    const other = await addSession(made, { startsAt: new Date('2026-11-25T08:30:00Z') });
    const am = at(0, made.ams);
    await enroll(am, { sessionId: made.sessionId, ...withChildren(1) }, now);
    await enroll(am, { sessionId: other, ...withChildren(1) }, now);
    const onto = changing(made.sessionId, 'ONE', { date: '2026-11-25' });
    expect(await changeSessions(made.animator, onto, now)).toMatchObject({ overlaps: 1 });
    const flagged = { where: { sessionId: made.sessionId, overlapFlagged: true } };
    expect(await db().enrollment.count(flagged)).toBe(1);
    const away = changing(made.sessionId, 'ONE', { date: '2026-11-26' });
    expect(await changeSessions(made.animator, away, now)).toMatchObject({ overlaps: 0 });
    expect(await db().enrollment.count(flagged)).toBe(0);
  });
});
