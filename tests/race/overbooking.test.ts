import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import { describeOnServer, useDatabase } from '#tests/integration/database.ts';
import { addSession, now, withChildren, world, type World } from '#tests/integration/enrollment/world.ts';

describeOnServer('places under a race', () => {
  useDatabase();

  const held = (sessionId: string) =>
    db().enrollment.count({ where: { sessionId, state: { in: ['CONFIRMED', 'OFFERED', 'REQUESTED'] } } });
  const row = (made: World, personId: string) => ({
    id: randomUUID(),
    collectiviteId: made.collectiviteId,
    sessionId: made.sessionId,
    personId,
    state: 'CONFIRMED' as const,
    arrival: 1,
    createdById: personId,
    createdAt: now,
    changedAt: now,
  });
  /** What a naive application does: counts, then writes. */
  const countThenInsert = (made: World, personId: string) =>
    db().$transaction(async (tx) => {
      const taken = await tx.enrollment.count({ where: { sessionId: made.sessionId, state: 'CONFIRMED' } });
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (taken < 12) await tx.enrollment.create({ data: row(made, personId) });
    });

  it('control: without lock and trigger, counting then inserting overbooks', async () => {
    await db().$executeRaw`ALTER TABLE "Enrollment" DISABLE TRIGGER USER`;
    try {
      const made = await world({ ams: 60 });
      await Promise.all(made.ams.map((am) => countThenInsert(made, am.personId)));
      expect(await held(made.sessionId)).toBeGreaterThan(12);
    } finally {
      await db().$executeRaw`ALTER TABLE "Enrollment" ENABLE TRIGGER USER`;
    }
  });

  it('the trigger alone refuses what would overflow, with its own code', async () => {
    const made = await world({ ams: 60 });
    const results = await Promise.allSettled(made.ams.map((am) => countThenInsert(made, am.personId)));
    expect(await held(made.sessionId)).toBe(12);
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [databaseRefusal(one.reason)] : []));
    expect(new Set(refused)).toEqual(new Set(['capacity']));
  });

  it('enrolling and withdrawing at once never overbooks nor loses anyone', async () => {
    const made = await world({ ams: 80, maxAdults: 6, maxChildren: 9 });
    const booked = await Promise.all(
      made.ams.map((am, i) =>
        enroll(am, { sessionId: made.sessionId, ...withChildren(1 + (i % 3)), wish: 'ENROLL' }, now),
      ),
    );
    await Promise.all(
      booked.flatMap((one, i) => {
        const am = made.ams[i];
        return one.outcome === 'enrolled' && am && i % 2 === 0
          ? [withdraw(am, { enrollmentId: one.enrollmentId }, now)]
          : [];
      }),
    );
    expect(await held(made.sessionId)).toBeLessThanOrEqual(6);
    expect(
      await db().enrolledChild.count({ where: { enrollment: { sessionId: made.sessionId, state: 'CONFIRMED' } } }),
    ).toBeLessThanOrEqual(9);
    expect(await db().enrollment.count({ where: { sessionId: made.sessionId, state: 'WITHDRAWN' } })).toBe(40);
    expect(await db().enrollment.count({ where: { sessionId: made.sessionId } })).toBe(80);
  });

  it('one person booking two overlapping sessions at once gets one', async () => {
    const made = await world({ ams: 20 });
    const other = await addSession(made, { startsAt: new Date('2026-11-24T09:00:00Z') });
    for (const am of made.ams) {
      await Promise.all(
        [made.sessionId, other].map((sessionId) =>
          enroll(am, { sessionId, ...withChildren(0), childIds: [], others: [{ fromMonths: 18, count: 1 }] }, now),
        ),
      );
      expect(await db().enrollment.count({ where: { personId: am.personId, state: 'CONFIRMED' } })).toBeLessThanOrEqual(
        1,
      );
    }
  });

  it('the same click ten times is one enrolment', async () => {
    const made = await world({ ams: 1 });
    const [am] = made.ams;
    if (!am) throw new Error('no AM');
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => enroll(am, { sessionId: made.sessionId, ...withChildren(1) }, now)),
    );
    expect(outcomes.filter((one) => one.outcome === 'enrolled' && !one.again)).toHaveLength(1);
    expect(await db().enrollment.count({ where: { sessionId: made.sessionId } })).toBe(1);
  });

  it('sessions that share a room with a ceiling never exceed it together', async () => {
    const made = await world({ ams: 40, maxPersons: 10 });
    const other = await addSession(made, { startsAt: new Date('2026-11-24T09:00:00Z') });
    await Promise.all(
      made.ams.map((am, i) => enroll(am, { sessionId: i % 2 ? other : made.sessionId, ...withChildren(1) }, now)),
    );
    expect((await held(made.sessionId)) + (await held(other))).toBe(5);
  });
});
