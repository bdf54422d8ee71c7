import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { cancelSessions } from '#app/enrollment/cancelSessions.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, addStaff, at, mailsTo, now, withChildren, world } from './world.ts';

useDatabase();

const reason = 'Travaux dans la salle';

async function threeDates() {
  const made = await world();
  const { id: seriesId } = await db().series.create({
    data: { collectiviteId: made.collectiviteId, activityId: made.activityId, rule: {}, createdAt: now },
  });
  const others = [];
  for (const day of ['2026-12-01', '2026-12-08']) {
    others.push(await addSession(made, { startsAt: new Date(`${day}T08:30:00Z`) }));
  }
  const ids = [made.sessionId, ...others];
  await db().session.updateMany({ where: { id: { in: ids } }, data: { seriesId } });
  return { made, ids };
}

describe('cancelSessions', () => {
  it('cancels this and the following, tells each once with all her dates, leaves drafts', async () => {
    const { made, ids } = await threeDates();
    const [first = '', second = '', third = ''] = ids;
    const draft = await addSession(made, { startsAt: new Date('2026-12-15T08:30:00Z') });
    const { seriesId } = await db().session.findUniqueOrThrow({ where: { id: first } });
    await db().session.update({ where: { id: draft }, data: { seriesId, state: 'DRAFT' } });
    const [am, byPhone] = [at(0, made.ams), at(1, made.ams)];
    await db().person.update({ where: { id: byPhone.personId }, data: { email: null } });
    for (const sessionId of ids) await enroll(am, { sessionId, ...withChildren(1) }, now);
    await enroll(byPhone, { sessionId: third, ...withChildren(1) }, now);
    const outcome = await cancelSessions(made.animator, { sessionId: second, scope: 'FOLLOWING', reason }, now);
    expect(outcome).toEqual({ ok: true, cancelled: 2, told: 2, toCall: 1, drafts: 1 });
    expect(await mailsTo(am.personId)).toEqual([
      ...Array<string>(3).fill('enrollment-confirmed'),
      'sessions-cancelled',
    ]);
    const mail = await db().outgoingMail.findFirstOrThrow({
      where: { template: 'sessions-cancelled', personId: am.personId },
    });
    expect(mail.props).toMatchObject({
      reason,
      changes: [{ session: { day: 'mardi 1er décembre' } }, { session: { day: 'mardi 8 décembre' } }],
      invitations: [{ method: 'CANCEL' }, { method: 'CANCEL' }],
    });
    const states = await db().session.findMany({ where: { seriesId }, orderBy: { startsAt: 'asc' } });
    expect(states.map(({ state }) => state)).toEqual(['PUBLISHED', 'CANCELLED', 'CANCELLED', 'DRAFT']);
    expect(await db().enrollment.count({ where: { sessionId: first, state: 'CONFIRMED' } })).toBe(1);
    expect(await db().toTell.count({ where: { personId: byPhone.personId, mailed: false } })).toBe(1);
    const again = await cancelSessions(made.animator, { sessionId: second, scope: 'FOLLOWING', reason }, now);
    expect(again).toMatchObject({ ok: true, cancelled: 0 });
    expect(await mailsTo(am.personId)).toHaveLength(4);
  });

  it('wants a reason, and its relais’s own team', async () => {
    const { made, ids } = await threeDates();
    const input = { sessionId: ids[0] ?? '', scope: 'ALL' as const, reason };
    const refused = async (actor: typeof made.animator, more = {}) => {
      const outcome = await cancelSessions(actor, { ...input, ...more }, now);
      return outcome.ok ? 'ok' : outcome.refusal.code;
    };
    expect(await refused(made.animator, { reason: ' ' })).toBe('REASON_NEEDED');
    expect(await refused(at(0, made.ams))).toBe('NOT_FOUND');
    expect(await refused((await world()).animator)).toBe('NOT_FOUND');
    expect(await refused(await addStaff(made, { role: 'SECRETARY', relaisId: made.relaisId }))).toBe('NOT_FOUND');
    await db().session.updateMany({ where: { id: { in: ids } }, data: { state: 'DRAFT' } });
    expect(await refused(made.animator)).toBe('NOTHING_PUBLISHED');
  });
});
