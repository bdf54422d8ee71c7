import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { cancelSession } from '#app/enrollment/cancelSession.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { moveSession } from '#app/enrollment/moveSession.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, at, mailsTo, now, statesOf, withChildren, world } from './world.ts';

useDatabase();

const start = new Date('2026-11-25T08:30:00Z');
const end = new Date('2026-11-25T10:00:00Z');

describe('cancelSession', () => {
  it('ends every live enrolment, tells everyone once, counts whom to call', async () => {
    const made = await world({ maxAdults: 2 });
    const { sessionId, animator, ams } = made;
    await db().person.update({ where: { id: at(1, ams).personId }, data: { email: null } });
    for (const am of ams) await enroll(am, { sessionId, ...withChildren(1) }, now);
    expect(await cancelSession(animator, { sessionId, reason: ' ' }, now)).toEqual({ outcome: 'reasonNeeded' });
    expect(await cancelSession(animator, { sessionId, reason: 'Animatrice souffrante' }, now)).toEqual({
      outcome: 'cancelled',
      told: 3,
      toCall: 1,
      again: false,
    });
    expect(new Set(Object.values(await statesOf(sessionId)))).toEqual(new Set(['CANCELLED']));
    expect(await mailsTo(at(0, ams).personId)).toEqual(['enrollment-confirmed', 'session-cancelled']);
    expect(await cancelSession(animator, { sessionId, reason: 'encore' }, now)).toMatchObject({ again: true });
    expect(await mailsTo(at(0, ams).personId)).toHaveLength(2);
  });

  it('is the host relais’s alone', async () => {
    const mine = await world();
    const theirs = await world();
    const input = { sessionId: mine.sessionId, reason: 'x' };
    expect(await cancelSession(theirs.animator, input, now)).toEqual({ outcome: 'notFound' });
    expect(await cancelSession(at(0, mine.ams), input, now)).toEqual({ outcome: 'notFound' });
  });
});

describe('moveSession', () => {
  it('keeps enrolments, tells everyone with what it was before, flags the overlaps it makes', async () => {
    const made = await world();
    const { sessionId, animator, ams, siteId } = made;
    const other = await addSession(made, { startsAt: start });
    await enroll(at(0, ams), { sessionId, ...withChildren(1) }, now);
    await enroll(at(0, ams), { sessionId: other, ...withChildren(1) }, now);
    const later = new Date('2026-11-25T08:45:00Z');
    const outcome = await moveSession(animator, { sessionId, startsAt: later, endsAt: end, siteId }, now);
    expect(outcome).toEqual({ outcome: 'moved', told: 1, overlaps: 1 });
    expect(await db().enrollment.findFirstOrThrow({ where: { sessionId } })).toMatchObject({
      state: 'CONFIRMED',
      overlapFlagged: true,
    });
    const mail = await db().outgoingMail.findFirstOrThrow({
      where: { template: 'session-moved', personId: at(0, ams).personId },
    });
    expect(mail.props).toMatchObject({ sequence: 1, before: { when: 'mardi 24 novembre, 9 h 30 – 11 h' } });
  });

  it('refuses a site too small, bad hours, a clash, a stranger', async () => {
    const made = await world();
    const { sessionId, animator, ams, siteId, collectiviteId } = made;
    await enroll(at(0, ams), { sessionId, ...withChildren(3) }, now);
    const small = await db().site.create({ data: { collectiviteId, name: 'Placard', maxPersons: 2 } });
    const hours = { sessionId, startsAt: start, endsAt: end };
    expect(await moveSession(animator, { ...hours, siteId: small.id }, now)).toEqual({ outcome: 'tooSmall' });
    expect(await moveSession(animator, { ...hours, siteId, endsAt: start }, now)).toEqual({ outcome: 'badTimes' });
    expect(await moveSession(at(0, ams), { ...hours, siteId }, now)).toEqual({ outcome: 'notFound' });
    const busy = await db().site.create({ data: { collectiviteId, name: 'Dojo', exclusive: true } });
    const other = await addSession(made, { startsAt: start, siteId: busy.id });
    await db().$executeRaw`INSERT INTO "Occupation" (id, "collectiviteId", "sessionId", resource, during)
      VALUES (gen_random_uuid(), ${collectiviteId}::uuid, ${other}::uuid, ${`site:${busy.id}`}, tstzrange(${start}, ${end}, '[)'))`;
    expect(await moveSession(animator, { ...hours, siteId: busy.id }, now)).toEqual({ outcome: 'clash' });
    const touching = { sessionId, startsAt: end, endsAt: new Date('2026-11-25T11:00:00Z'), siteId: busy.id };
    expect(await moveSession(animator, touching, now)).toMatchObject({ outcome: 'moved' });
  });
});
