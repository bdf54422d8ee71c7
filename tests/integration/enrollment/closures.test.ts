import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { replaceAnimator } from '#app/catalog/replaceAnimator.server.ts';
import { replacementPage } from '#app/catalog/replacements.server.ts';
import { accountsOf } from '#app/auth/accounts.server.ts';
import { db } from '#app/db/client.server.ts';
import { absencePage } from '#app/enrollment/absence-pages.server.ts';
import { cancelChosen } from '#app/enrollment/cancelChosen.server.ts';
import { closurePage } from '#app/enrollment/closure-pages.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { keepChosen } from '#app/enrollment/keepChosen.server.ts';
import { moveToRelais } from '#app/enrollment/moveToRelais.server.ts';
import { addClosure } from '#app/people/addClosure.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { countStatements } from '#tests/integration/catalog/world.ts';
import { useDatabase } from '#tests/integration/database.ts';

import { addSession, addStaff, at, mailsTo, now, statesOf, withChildren, world, type World } from './world.ts';

useDatabase();

const day = (date: string, hour = '08:30') => new Date(`${date}T${hour}:00Z`);

async function addRelais({ collectiviteId }: World, name = 'Relais du Moulin'): Promise<string> {
  const { id } = await db().relais.create({ data: { collectiviteId, slug: `r-${randomUUID()}`, name } });
  return id;
}

async function leads(place: World, person: PersonActor, sessionId: string): Promise<void> {
  const { collectiviteId } = place;
  const { startsAt, endsAt } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  await db().assignment.create({ data: { collectiviteId, sessionId, personId: person.personId, role: 'ANIMATOR' } });
  await db().$executeRaw`INSERT INTO "Occupation" (id, "collectiviteId", "sessionId", resource, during)
    VALUES (gen_random_uuid(), ${collectiviteId}::uuid, ${sessionId}::uuid, ${`person:${person.personId}`}, tstzrange(${startsAt}, ${endsAt}, '[)'))`;
}

/** A relais whose animator leads three sessions of the week she is away. */
async function awayWeek() {
  const place = await world();
  const { animator, sessionId } = place;
  const ids = [sessionId, await addSession(place, { startsAt: day('2026-11-26') })];
  ids.push(await addSession(place, { startsAt: day('2026-11-27', '13:00') }));
  for (const id of ids) await leads(place, animator, id);
  const added = await addClosure(
    animator,
    { personId: animator.personId, first: '2026-11-24', last: '2026-11-27', reason: 'congés' },
    now,
  );
  if (!added.ok) throw new Error(added.refusal.code);
  return { place, ids, closureId: added.closureId };
}

const hitsOf = async (actor: PersonActor, closureId: string) => (await closurePage(actor, closureId, now))?.hits ?? [];

describe('what a closure hits', () => {
  it('is every session of the person, of the relais, or at the site, drafts included, by start', async () => {
    const { place, ids, closureId } = await awayWeek();
    const { animator, relaisId, siteId } = place;
    await db().session.update({ where: { id: ids[1] ?? '' }, data: { state: 'DRAFT' } });
    await enroll(at(0, place.ams), { sessionId: place.sessionId, ...withChildren(2) }, now);
    const hits = await hitsOf(animator, closureId);
    expect(hits.map(({ sessionId, draft, hers }) => [sessionId, draft, hers])).toEqual([
      [ids[0], false, true],
      [ids[1], true, true],
      [ids[2], false, true],
    ]);
    expect(hits[0]).toMatchObject({ taken: { parties: 1, children: 2, waiting: 0 }, replaceable: true, kept: false });
    for (const of of [{ relaisId }, { siteId }]) {
      const added = await addClosure(
        animator,
        { ...of, first: '2026-11-26', last: '2026-11-26', reason: 'travaux' },
        now,
      );
      expect(added.ok && (await hitsOf(animator, added.closureId)).map(({ sessionId }) => sessionId)).toEqual([ids[1]]);
    }
  });

  it('is only what half a day touches, and what a year brings back', async () => {
    const { place, ids } = await awayWeek();
    const { animator, relaisId } = place;
    const of = { relaisId, first: '2026-11-24', last: '2026-11-27', reason: '' };
    const afternoon = await addClosure(animator, { ...of, part: 'AFTERNOON' }, now);
    expect(afternoon.ok && (await hitsOf(animator, afternoon.closureId)).map((hit) => hit.sessionId)).toEqual([ids[2]]);
    const yearly = { ...of, first: '2020-11-26', last: '2020-11-26', yearly: true };
    const added = await addClosure(animator, yearly, now);
    expect(added.ok && (await hitsOf(animator, added.closureId)).map((hit) => hit.sessionId)).toEqual([ids[1]]);
  });

  it('is shown to another relais for what is public, and is not hers to settle', async () => {
    const { place, ids, closureId } = await awayWeek();
    const other = await addStaff(place, { role: 'ANIMATOR', relaisId: await addRelais(place) });
    expect(await closurePage(other, closureId, now)).toBeNull();
    const shared = await addClosure(
      place.animator,
      { siteId: place.siteId, first: '2026-11-24', last: '2026-11-27', reason: 'travaux' },
      now,
    );
    if (!shared.ok) throw new Error('refused');
    expect((await hitsOf(other, shared.closureId)).map(({ hers }) => hers)).toEqual(ids.map(() => false));
    const stranger = (await world()).animator;
    expect(await closurePage(stranger, closureId, now)).toBeNull();
    expect(await closurePage(stranger, 'nothing', now)).toBeNull();
  });

  it('costs as many statements for one session as for thirty', async () => {
    const { place, closureId } = await awayWeek();
    const read = () => closurePage(place.animator, closureId, now);
    const views = () => absencePage(place.animator, now);
    const before = [await countStatements(read), await countStatements(views)];
    for (let n = 0; n < 27; n += 1) {
      const id = await addSession(place, { startsAt: new Date(day('2026-11-25').getTime() + n * 60_000) });
      const assignment = { collectiviteId: place.collectiviteId, sessionId: id, role: 'ANIMATOR' as const };
      await db().assignment.create({ data: { ...assignment, personId: place.animator.personId } });
    }
    expect((await read())?.hits).toHaveLength(30);
    expect([await countStatements(read), await countStatements(views)]).toEqual(before);
  });
});

describe('cancelChosen', () => {
  it('cancels those ticked for one reason, one mail a person; drafts leave; twice is harmless', async () => {
    const { place, ids } = await awayWeek();
    const { animator, ams } = place;
    await db().session.update({ where: { id: ids[2] ?? '' }, data: { state: 'DRAFT' } });
    await db().person.update({ where: { id: at(1, ams).personId }, data: { email: null } });
    for (const sessionId of ids.slice(0, 2)) await enroll(at(0, ams), { sessionId, ...withChildren(1) }, now);
    await enroll(at(1, ams), { sessionId: place.sessionId, ...withChildren(1) }, now);
    const input = { sessionIds: ids, reason: 'Animatrice absente' };
    expect(await cancelChosen(animator, { ...input, reason: ' ' }, now)).toMatchObject({ ok: false });
    expect(await cancelChosen(animator, input, now)).toEqual({
      ok: true,
      cancelled: 2,
      removed: 1,
      told: 2,
      toCall: 1,
    });
    expect(Object.values(await statesOf(place.sessionId))).toEqual(['CANCELLED', 'CANCELLED']);
    const mails = await mailsTo(at(0, ams).personId);
    expect(mails.filter((template) => template.includes('cancelled'))).toEqual(['sessions-cancelled']);
    expect(await db().toTell.count({ where: { sessionId: { in: ids } } })).toBe(3);
    expect(await cancelChosen(animator, input, now)).toMatchObject({ ok: true, cancelled: 0, removed: 0, told: 0 });
  });

  it('cancels nothing when one of them is not hers', async () => {
    const { place, ids } = await awayWeek();
    const theirs = await world();
    for (const actor of [theirs.animator, at(0, place.ams)]) {
      expect(await cancelChosen(actor, { sessionIds: ids, reason: 'x' }, now)).toMatchObject({
        refusal: { code: 'NOT_FOUND' },
      });
    }
    const mixed = { sessionIds: [...ids, theirs.sessionId], reason: 'x' };
    expect(await cancelChosen(place.animator, mixed, now)).toMatchObject({ ok: false });
    expect(await db().session.count({ where: { id: { in: ids }, state: 'PUBLISHED' } })).toBe(3);
  });
});

it('keepChosen notes what takes place all the same', async () => {
  const { place, ids, closureId } = await awayWeek();
  const sessionIds = ids.slice(0, 1);
  expect(await keepChosen(place.animator, { closureId, sessionIds }, now)).toEqual({ ok: true, kept: 1 });
  expect(await keepChosen(place.animator, { closureId, sessionIds }, now)).toMatchObject({ ok: true });
  expect((await hitsOf(place.animator, closureId)).map(({ kept }) => kept)).toEqual([true, false, false]);
  const stranger = (await world()).animator;
  expect(await keepChosen(stranger, { closureId, sessionIds }, now)).toMatchObject({ ok: false });
});

describe('replaceAnimator', () => {
  async function withColleague() {
    const week = await awayWeek();
    const relaisId = await addRelais(week.place);
    const colleague = await addStaff(week.place, { role: 'ANIMATOR', relaisId });
    const input = {
      sessionId: week.place.sessionId,
      absentId: week.place.animator.personId,
      replacementId: colleague.personId,
    };
    return { ...week, colleague, input };
  }

  it('gives the session to a colleague of another relais, who then covers it; both are told, once', async () => {
    const { place, colleague, input } = await withColleague();
    const done = { ok: true, replacement: 'Léa Martin', absent: 'Léa Martin', again: false };
    expect(await replaceAnimator(place.animator, input, now)).toEqual(done);
    expect(await replaceAnimator(place.animator, input, now)).toMatchObject({ ok: true, again: true });
    expect(await mailsTo(colleague.personId)).toEqual(['animator-covers']);
    expect(await mailsTo(place.animator.personId)).toEqual(['animator-covered']);
    const { email } = await db().person.findUniqueOrThrow({ where: { id: colleague.personId } });
    const [account] = await accountsOf(email ?? '', now);
    expect(account?.actor.covers).toEqual([place.sessionId]);
    const held = await db().occupation.findMany({ where: { sessionId: place.sessionId }, select: { resource: true } });
    expect(held).toEqual([{ resource: `person:${colleague.personId}` }]);
    const page = await absencePage(place.animator, now);
    expect(page?.replacements).toMatchObject([{ sessionId: place.sessionId, replacement: 'Léa Martin' }]);
    expect(page?.away[0]?.hits).toHaveLength(2);
  });

  it('refuses her who is held or away, by name, unless told why', async () => {
    const { place, colleague, input } = await withColleague();
    const elsewhere = await addSession(place, { startsAt: day('2026-11-24', '09:00') });
    await leads(place, colleague, elsewhere);
    expect(await replaceAnimator(place.animator, input, now)).toMatchObject({
      refusal: { code: 'CLASH', clashes: [{ what: 'Léa Martin' }] },
    });
    const page = await replacementPage(place.animator, place.sessionId, now);
    expect(page?.animators).toMatchObject([{ away: true }]);
    expect(page?.candidates).toMatchObject([{ id: colleague.personId, here: false }]);
    expect(page?.candidates[0]?.busy).toContain('Musique');
    const override = { reason: 'Julie garde l’autre groupe' };
    expect(await replaceAnimator(place.animator, { ...input, override }, now)).toMatchObject({ ok: true });
    const held = await db().occupation.findFirstOrThrow({ where: { sessionId: place.sessionId } });
    expect(held).toMatchObject({ overridden: true, overrideReason: override.reason });
  });

  it('refuses who does not animate, who does not lead, what has begun, what is not hers', async () => {
    const { place, colleague, input } = await withColleague();
    const refused = async (actor: PersonActor, change: Partial<typeof input>, at = now) => {
      const outcome = await replaceAnimator(actor, { ...input, ...change }, at);
      return outcome.ok ? 'ok' : outcome.refusal.code;
    };
    expect(await refused(place.animator, { replacementId: at(0, place.ams).personId })).toBe('NOT_AN_ANIMATOR');
    expect(await refused(place.animator, { absentId: at(0, place.ams).personId })).toBe('NOT_LEADING');
    expect(await refused(place.animator, {}, day('2026-11-24', '09:00'))).toBe('PAST');
    expect(await refused(colleague, {})).toBe('NOT_FOUND');
    expect(await refused((await world()).animator, {})).toBe('NOT_FOUND');
    expect(await replacementPage(colleague, place.sessionId, now)).toBeNull();
  });

  it('lists colleagues in as many statements for one as for ten', async () => {
    const { place } = await withColleague();
    const read = () => replacementPage(place.animator, place.sessionId, now);
    const before = await countStatements(read);
    for (let n = 0; n < 9; n += 1) await addStaff(place, { role: 'ANIMATOR', relaisId: place.relaisId });
    expect((await read())?.candidates).toHaveLength(10);
    expect(await countStatements(read)).toBe(before);
  });
});

describe('moveToRelais', () => {
  it('changes the host, keeps the places, tells those enrolled once', async () => {
    const place = await world();
    const relaisId = await addRelais(place);
    const coordinator = await addStaff(place, { role: 'COORDINATOR', relaisId: null });
    await enroll(at(0, place.ams), { sessionId: place.sessionId, ...withChildren(1) }, now);
    const input = { sessionId: place.sessionId, relaisId };
    expect(await moveToRelais(coordinator, input, now)).toEqual({ ok: true, told: 1, again: false });
    expect(await moveToRelais(coordinator, input, now)).toEqual({ ok: true, told: 0, again: true });
    expect(await db().session.findUniqueOrThrow({ where: { id: place.sessionId } })).toMatchObject({ relaisId });
    expect(await mailsTo(at(0, place.ams).personId)).toEqual(['enrollment-confirmed', 'session-handed-over']);
    expect(Object.values(await statesOf(place.sessionId))).toEqual(['CONFIRMED']);
  });

  it('needs to plan in both relais', async () => {
    const place = await world();
    const relaisId = await addRelais(place);
    const far = await world();
    const other = await addStaff(place, { role: 'ANIMATOR', relaisId });
    const coordinator = await addStaff(place, { role: 'COORDINATOR', relaisId: null });
    const { sessionId } = place;
    for (const actor of [place.animator, other, far.animator]) {
      expect(await moveToRelais(actor, { sessionId, relaisId }, now)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    }
    const abroad = await moveToRelais(coordinator, { sessionId, relaisId: far.relaisId }, now);
    expect(abroad).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    const late = await moveToRelais(coordinator, { sessionId, relaisId }, day('2026-11-24', '09:00'));
    expect(late).toMatchObject({ refusal: { code: 'PAST' } });
  });
});
