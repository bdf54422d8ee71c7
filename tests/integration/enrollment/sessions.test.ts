import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { cancelSession } from '#app/enrollment/cancelSession.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { at, mailsTo, now, statesOf, withChildren, world } from './world.ts';

useDatabase();

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
