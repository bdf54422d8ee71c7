import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { allowedByArrival, arrivalsOf } from './arrivals.ts';
import { now, withChildren, world } from './world.ts';

useDatabase();

describe('two hundred parties at once for 12 adults and 20 children', () => {
  it('leave exactly what their order of arrival allows, everyone with a definite answer', async () => {
    const ceilings = { adults: 12, children: 20, persons: null };
    const { ams, sessionId } = await world({
      ams: 200,
      maxAdults: ceilings.adults,
      maxChildren: ceilings.children,
      rules: { children: { welcome: 'OPTIONAL', perAdult: null } },
    });
    const outcomes = await Promise.all(ams.map((am, i) => enroll(am, { sessionId, ...withChildren(i % 5) }, now)));
    expect(outcomes.filter((one) => one.outcome === 'enrolled')).toHaveLength(200);
    const arrivals = await arrivalsOf(sessionId);
    expect(arrivals).toHaveLength(200);
    expect(new Set(arrivals.map((one) => one.arrival)).size).toBe(200);
    expect(arrivals.map((one) => one.state)).toEqual(allowedByArrival(arrivals, ceilings));
    const mails = await db().outgoingMail.groupBy({
      by: ['personId'],
      where: { template: { not: 'enrollment-skipped' } },
      _count: true,
    });
    expect(mails).toHaveLength(200);
    expect(mails.every((mail) => mail._count === 1)).toBe(true);
  }, 120_000);
});
