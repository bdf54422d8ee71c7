import { describe, expect, it } from 'vitest';
import { chooseDates } from '#app/catalog/chooseDates.server.ts';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { enrollCohort } from '#app/enrollment/enrollCohort.server.ts';
import { leaveCohort } from '#app/enrollment/leaveCohort.server.ts';
import { myEnrollments } from '#app/enrollment/my-enrollments.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { attach, join, later, makeCohort, tuesdays } from './cohort-world.ts';
import { addSession, at, mailsTo, statesOf, withChildren, world } from './world.ts';

useDatabase();

const jobs = async (cohortId: string) => {
  const rows = await db().$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs WHERE key = ${`cohort:${cohortId}`}`;
  return rows.length;
};

describe('a standing group', () => {
  it('is enrolled once in all its dates, each member told by one mail with her entries', async () => {
    const place = await world({ ams: 3 });
    const sessions = await tuesdays(place, 4);
    const group = await makeCohort(place.animator, place.relaisId);
    await attach(place, group, sessions);
    for (const am of place.ams) await join(place.animator, group, am);
    await enrollCohort(group, later(1));
    await enrollCohort(group, later(2));
    for (const id of sessions) {
      expect(Object.values(await statesOf(id))).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    }
    expect(await db().enrolledChild.count({ where: { enrollment: { sessionId: { in: sessions } } } })).toBe(3 * 4 * 2);
    for (const { personId } of place.ams) expect(await mailsTo(personId)).toEqual(['group-joined']);
    const { props } = await db().outgoingMail.findFirstOrThrow({ where: { template: 'group-joined' } });
    expect(props).toMatchObject({ group: 'le groupe du mardi', joined: true });
    expect(Reflect.get(Object(props), 'changes')).toHaveLength(4);
    expect(Reflect.get(Object(props), 'invitations')).toHaveLength(4);
    const { next } = await myEnrollments(at(0, place.ams), later(3));
    expect(next[0]?.lines).toContain('Avec le groupe du mardi.');
  });

  it('follows an activity: dates published later are enrolled too, in one more mail', async () => {
    const place = await world({ ams: 1 });
    const am = at(0, place.ams);
    const group = await makeCohort(place.animator, place.relaisId);
    await join(place.animator, group, am);
    const { activityId } = place;
    const follow = { weeks: 'ALL', seriesId: null } as const;
    await chooseDates(place.animator, { cohortId: group, activityId, listed: [], chosen: [], follow }, later(0));
    await enrollCohort(group, later(1));
    expect(await statesOf(place.sessionId)).toEqual({ [am.personId]: 'CONFIRMED' });
    const draft = await addSession(place, { startsAt: new Date('2026-12-08T08:30:00Z') });
    await db().session.update({ where: { id: draft }, data: { state: 'DRAFT' } });
    await enrollCohort(group, later(2));
    expect(await statesOf(draft)).toEqual({});
    await db().$executeRaw`SELECT graphile_worker.remove_job(${`cohort:${group}`})`;
    await publishSessions(place.animator, { sessionIds: [draft] }, later(3));
    expect(await jobs(group)).toBe(1);
    await enrollCohort(group, later(4));
    expect(await statesOf(draft)).toEqual({ [am.personId]: 'CONFIRMED' });
    expect(await mailsTo(am.personId)).toEqual(['group-joined', 'group-joined']);
  });

  it('takes one week in two when it is half a group', async () => {
    const place = await world({ ams: 1 });
    const sessions = await tuesdays(place, 4);
    const group = await makeCohort(place.animator, place.relaisId, { name: 'Demi-groupe A' });
    const { activityId } = place;
    const follow = { weeks: 'EVEN', seriesId: null } as const;
    await chooseDates(place.animator, { cohortId: group, activityId, listed: [], chosen: [], follow }, later(0));
    await enrollCohort(group, later(1));
    const rows = await db().cohortSession.findMany({ where: { cohortId: group }, select: { sessionId: true } });
    // 24 November is in week 48, 1 December in 49.
    expect(new Set(rows.map((row) => row.sessionId))).toEqual(new Set([place.sessionId, sessions[1], sessions[3]]));
  });

  it('respects capacity: who does not fit waits, and its animator is told by name', async () => {
    const place = await world({ ams: 3 });
    const [session = ''] = await tuesdays(place, 1, 2);
    const group = await makeCohort(place.animator, place.relaisId);
    await attach(place, group, [session]);
    for (const am of place.ams) await join(place.animator, group, am);
    await enrollCohort(group, later(1));
    expect(Object.values(await statesOf(session))).toEqual(['CONFIRMED', 'CONFIRMED', 'WAITING']);
    const reported = { template: 'group-report', personId: place.animator.personId };
    const report = await db().outgoingMail.findFirstOrThrow({ where: reported });
    expect(JSON.stringify(report.props)).toContain('Prénom2 Nom2 attend une place le mardi 1er décembre.');
    await enrollCohort(group, later(2));
    expect(await db().outgoingMail.count({ where: reported })).toBe(1);
  });

  it('says whom it could not enrol, once: she is elsewhere at the same time', async () => {
    const place = await world({ ams: 1 });
    const am = at(0, place.ams);
    const [session = ''] = await tuesdays(place, 1);
    const other = await addSession(place, { startsAt: new Date('2026-12-01T08:45:00Z') });
    await enroll(am, { sessionId: other, ...withChildren(1) }, later(0));
    const group = await makeCohort(place.animator, place.relaisId);
    await attach(place, group, [session]);
    await join(place.animator, group, am);
    await enrollCohort(group, later(1));
    await enrollCohort(group, later(2));
    expect(await statesOf(session)).toEqual({});
    const { personId } = place.animator;
    const reports = await db().outgoingMail.findMany({ where: { template: 'group-report', personId } });
    expect(reports).toHaveLength(1);
    expect(JSON.stringify(reports[0]?.props)).toContain('elle est inscrite ailleurs au même moment');
  });

  it('gives a place back for one date, to who waits there, without leaving the group', async () => {
    const place = await world({ ams: 2 });
    const [member, waiter] = [at(0, place.ams), at(1, place.ams)];
    const [first = '', second = ''] = await tuesdays(place, 2, 1);
    const group = await makeCohort(place.animator, place.relaisId);
    await attach(place, group, [first, second]);
    await join(place.animator, group, member);
    await enrollCohort(group, later(1));
    await enroll(waiter, { sessionId: first, ...withChildren(1), wish: 'ENROLL' }, later(2));
    const mine = await db().enrollment.findFirstOrThrow({ where: { sessionId: first, personId: member.personId } });
    await withdraw(member, { enrollmentId: mine.id }, later(3));
    expect(await statesOf(first)).toEqual({ [member.personId]: 'WITHDRAWN', [waiter.personId]: 'CONFIRMED' });
    await enrollCohort(group, later(4));
    expect((await statesOf(first))[member.personId]).toBe('WITHDRAWN');
    expect(await statesOf(second)).toEqual({ [member.personId]: 'CONFIRMED' });
    expect(await db().membership.count({ where: { cohortId: group, state: 'MEMBER' } })).toBe(1);
  });

  it('gives back, when she leaves, the places that came from it alone; joining later enrols in what follows', async () => {
    const place = await world({ ams: 1 });
    const am = at(0, place.ams);
    const [first = '', second = '', third = ''] = await tuesdays(place, 3);
    await enroll(am, { sessionId: first, ...withChildren(1) }, later(0));
    const group = await makeCohort(place.animator, place.relaisId);
    await attach(place, group, [first, second, third]);
    const membershipId = await join(place.animator, group, am);
    await enrollCohort(group, later(1));
    expect(await leaveCohort(am, { membershipId, from: null }, later(2))).toMatchObject({ ok: true, again: false });
    expect(await leaveCohort(am, { membershipId, from: null }, later(2))).toMatchObject({ ok: true, again: true });
    await enrollCohort(group, later(3));
    expect(await statesOf(first)).toEqual({ [am.personId]: 'CONFIRMED' });
    expect(await statesOf(second)).toEqual({ [am.personId]: 'WITHDRAWN' });
    expect(await mailsTo(am.personId)).toEqual(['enrollment-confirmed', 'group-joined', 'group-left']);
    await join(place.animator, group, am, later(4), '2026-12-15');
    await enrollCohort(group, later(5));
    expect(await db().enrollment.count({ where: { sessionId: second, state: 'CONFIRMED' } })).toBe(0);
    expect(await db().enrollment.count({ where: { sessionId: third, state: 'CONFIRMED' } })).toBe(1);
  });

  it('leaves from a later day on: until then she comes', async () => {
    const place = await world({ ams: 1 });
    const am = at(0, place.ams);
    const [first = '', second = ''] = await tuesdays(place, 2);
    const group = await makeCohort(place.animator, place.relaisId);
    await attach(place, group, [first, second]);
    const membershipId = await join(place.animator, group, am);
    await enrollCohort(group, later(1));
    await leaveCohort(place.animator, { membershipId, from: '2026-12-08' }, later(2));
    await enrollCohort(group, later(3));
    expect(await statesOf(first)).toEqual({ [am.personId]: 'CONFIRMED' });
    expect(await statesOf(second)).toEqual({ [am.personId]: 'WITHDRAWN' });
    await enrollCohort(group, new Date('2026-12-09T02:00:00Z'));
    expect((await db().membership.findUniqueOrThrow({ where: { id: membershipId } })).state).toBe('LEFT');
  });

  it('drops a date and takes it up again', async () => {
    const place = await world({ ams: 1 });
    const am = at(0, place.ams);
    const sessions = await tuesdays(place, 2);
    const [first = '', second = ''] = sessions;
    const group = await makeCohort(place.animator, place.relaisId);
    await join(place.animator, group, am);
    const { activityId } = place;
    const choose = (chosen: string[], minutes: number) =>
      chooseDates(
        place.animator,
        { cohortId: group, activityId, listed: sessions, chosen, follow: null },
        later(minutes),
      );
    await choose([first, second], 0);
    await enrollCohort(group, later(1));
    await choose([first], 2);
    await enrollCohort(group, later(3));
    expect(await statesOf(second)).toEqual({ [am.personId]: 'WITHDRAWN' });
    await choose([first, second], 4);
    await enrollCohort(group, later(5));
    expect(await db().enrollment.count({ where: { sessionId: second, state: 'CONFIRMED' } })).toBe(1);
    expect(await mailsTo(am.personId)).toEqual(['group-joined', 'group-left', 'group-joined']);
  });

  it('is another relais’s: nothing there', async () => {
    const place = await world({ ams: 1 });
    const far = await world({ ams: 1 });
    const group = await makeCohort(place.animator, place.relaisId);
    const { activityId } = place;
    const input = { cohortId: group, activityId, listed: [], chosen: [], follow: null };
    expect(await chooseDates(far.animator, input, later(0))).toMatchObject({ ok: false });
    const membershipId = await join(place.animator, group, at(0, place.ams));
    expect(await leaveCohort(far.animator, { membershipId, from: null }, later(0))).toMatchObject({ ok: false });
  });
});
