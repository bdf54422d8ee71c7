import { expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { changeSessions } from '#app/enrollment/changeSessions.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { describeOnServer, useDatabase } from '#tests/integration/database.ts';
import { addSession, now, withChildren, world, type World } from '#tests/integration/enrollment/world.ts';

describeOnServer('changes of a series under a race', () => {
  useDatabase();

  const WEEKS = [0, 1, 2, 3];
  const tuesday = (week: number) => new Date(Date.UTC(2026, 10, 24 + 7 * week, 8, 30));

  async function series(made: World, startsAt: (week: number) => Date, more = {}): Promise<string[]> {
    const { collectiviteId, activityId } = made;
    const { id: seriesId } = await db().series.create({
      data: { collectiviteId, activityId, rule: {}, createdAt: now },
    });
    const ids = [];
    for (const week of WEEKS) ids.push(await addSession(made, { startsAt: startsAt(week), ...more }));
    await db().session.updateMany({ where: { id: { in: ids } }, data: { seriesId } });
    return ids;
  }

  /** Of each session, how many more adults have a place than its ceiling says. */
  async function excess(ids: readonly string[]): Promise<number[]> {
    const sessions = await db().session.findMany({
      where: { id: { in: [...ids] } },
      select: { maxAdults: true, _count: { select: { enrollments: { where: { state: 'CONFIRMED' } } } } },
    });
    return sessions.map(({ maxAdults, _count }) => _count.enrollments - (maxAdults ?? Infinity));
  }

  it('control: lowering ceilings that were read before, without lock nor trigger, leaves too many people', async () => {
    await db().$executeRaw`ALTER TABLE "Session" DISABLE TRIGGER USER`;
    try {
      const made = await world({ ams: 4 });
      const ids = await series(made, tuesday);
      const taken = await Promise.all(ids.map((sessionId) => db().enrollment.count({ where: { sessionId } })));
      await Promise.all(
        made.ams.flatMap((am) => ids.map((sessionId) => enroll(am, { sessionId, ...withChildren(1) }, now))),
      );
      const small = ids.filter((_, index) => (taken[index] ?? 0) <= 2);
      await db().session.updateMany({ where: { id: { in: small } }, data: { maxAdults: 2 } });
      expect(Math.max(...(await excess(ids)))).toBeGreaterThan(0);
    } finally {
      await db().$executeRaw`ALTER TABLE "Session" ENABLE TRIGGER USER`;
    }
  });

  it('lowering the ceilings of a series while people enrol never leaves too many, and never deadlocks', async () => {
    const made = await world({ ams: 12, maxPersons: 60 });
    const ids = await series(made, tuesday);
    const change = (maxAdults: number) =>
      changeSessions(made.animator, { sessionId: ids[0] ?? '', scope: 'ALL', change: { maxAdults } }, now);
    const booking = made.ams.flatMap((am) =>
      ids.map((sessionId) => enroll(am, { sessionId, ...withChildren(1) }, now)),
    );
    const outcomes = await Promise.all([change(2), change(3), ...booking, change(2)]);
    expect(outcomes).toHaveLength(51);
    expect((await excess(ids)).every((over) => over <= 0)).toBe(true);
  });

  it('moving a series while people enrol tells each of those who had a place once a move', async () => {
    const made = await world({ ams: 8 });
    const ids = await series(made, tuesday);
    const move = changeSessions(
      made.animator,
      { sessionId: ids[0] ?? '', scope: 'ALL', change: { from: '10:00', until: '11:30' } },
      now,
    );
    const booking = made.ams.flatMap((am) =>
      ids.map((sessionId) => enroll(am, { sessionId, ...withChildren(1) }, now)),
    );
    const [moved] = await Promise.all([move, ...booking]);
    expect(moved).toMatchObject({ ok: true, moved: 4 });
    const mails = await db().outgoingMail.groupBy({
      by: ['personId'],
      where: { collectiviteId: made.collectiviteId, template: { in: ['session-moved', 'sessions-moved'] } },
      _count: true,
    });
    expect(mails.every(({ _count }) => _count === 1)).toBe(true);
    expect(mails).toHaveLength(moved.ok ? moved.told : -1);
  });

  it('two series that want the same animator at the same hours: one has her, the other is told of the clash', async () => {
    const made = await world();
    const morning = await series(made, tuesday);
    const other = await series(made, tuesday);
    const led = { animatorIds: [made.animator.personId] };
    const outcomes = await Promise.all(
      [morning, other].map((ids) =>
        changeSessions(made.animator, { sessionId: ids[0] ?? '', scope: 'ALL', change: led }, now),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'CLASH' } });
  });
});
