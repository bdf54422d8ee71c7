import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { refusalInWords } from '#app/enrollment/messages.ts';
import { ANONYMOUS } from '#app/people/actor.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, addStaff, at, mailsTo, now, statesOf, withChildren, world } from './world.ts';

useDatabase();

describe('enroll', () => {
  it('confirms at once when there is room, writes history and queues one mail with its invitation', async () => {
    const { ams, sessionId } = await world();
    const nadia = at(0, ams);
    const outcome = await enroll(nadia, { sessionId, ...withChildren(2) }, now);
    expect(outcome).toMatchObject({ outcome: 'enrolled', state: 'CONFIRMED', again: false });
    if (outcome.outcome !== 'enrolled') throw new Error('not enrolled');
    const mail = await db().outgoingMail.findFirstOrThrow({ where: { personId: nadia.personId } });
    expect(mail).toMatchObject({
      template: 'enrollment-confirmed',
      invitationMethod: 'REQUEST',
      invitationUid: `inscription-${outcome.enrollmentId}@agenda.ribambelle.example`,
    });
    expect(await db().history.count({ where: { subjectId: outcome.enrollmentId, actorId: nadia.personId } })).toBe(1);
    expect(await db().enrolledChild.count({ where: { enrollmentId: outcome.enrollmentId } })).toBe(2);
  });

  it('asked twice gives the same enrolment', async () => {
    const { ams, sessionId } = await world();
    const first = await enroll(at(0, ams), { sessionId, ...withChildren(1) }, now);
    const second = await enroll(at(0, ams), { sessionId, ...withChildren(3) }, now);
    expect(second).toEqual({ ...first, again: true });
    expect(await mailsTo(at(0, ams).personId)).toEqual(['enrollment-confirmed']);
  });

  it('makes her wait with her rank when adults, children or the site are full', async () => {
    for (const ceilings of [{ maxAdults: 1 }, { maxChildren: 3 }, { maxPersons: 5 }]) {
      const { ams, sessionId } = await world(ceilings);
      await enroll(at(0, ams), { sessionId, ...withChildren(2) }, now);
      const second = await enroll(at(1, ams), { sessionId, ...withChildren(2) }, now);
      expect(second).toMatchObject({ outcome: 'enrolled', state: 'WAITING' });
      const mail = await db().outgoingMail.findFirstOrThrow({ where: { personId: at(1, ams).personId } });
      expect(mail.template).toBe('enrollment-waiting');
      expect(mail.props).toMatchObject({ rank: 1 });
    }
  });

  it('sums overlapping sessions under the ceiling of their site', async () => {
    const made = await world({ maxPersons: 6 });
    const other = await addSession(made, { startsAt: new Date('2026-11-24T09:00:00Z') });
    const touching = await addSession(made, { startsAt: new Date('2026-11-24T10:30:00Z') });
    expect(await enroll(at(0, made.ams), { sessionId: made.sessionId, ...withChildren(3) }, now)).toMatchObject({
      state: 'CONFIRMED',
    });
    expect(await enroll(at(1, made.ams), { sessionId: other, ...withChildren(2) }, now)).toMatchObject({
      state: 'WAITING',
    });
    expect(await enroll(at(2, made.ams), { sessionId: touching, ...withChildren(3) }, now)).toMatchObject({
      state: 'CONFIRMED',
    });
  });

  it('passes over whoever does not fit, twice at most', async () => {
    const { ams, sessionId } = await world({ ams: 5, maxAdults: 9, maxChildren: 4 });
    await enroll(at(0, ams), { sessionId, ...withChildren(1) }, now);
    await enroll(at(1, ams), { sessionId, ...withChildren(4) }, now); // waits: 3 places left
    expect(await enroll(at(2, ams), { sessionId, ...withChildren(1) }, now)).toMatchObject({ state: 'CONFIRMED' });
    expect(await enroll(at(3, ams), { sessionId, ...withChildren(1) }, now)).toMatchObject({ state: 'CONFIRMED' });
    // One place is free, yet kept for her whom allocations have passed over twice.
    expect(await enroll(at(4, ams), { sessionId, ...withChildren(1) }, now)).toMatchObject({ state: 'WAITING' });
  });

  it('refuses a place that overlaps a confirmed one, but lets her wait', async () => {
    const made = await world();
    const same = await addSession(made, { startsAt: new Date('2026-11-24T09:30:00Z'), maxAdults: 1 });
    await enroll(at(0, made.ams), { sessionId: made.sessionId, ...withChildren(1) }, now);
    expect(await enroll(at(0, made.ams), { sessionId: same, ...withChildren(1) }, now)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'OVERLAP' },
    });
    await enroll(at(1, made.ams), { sessionId: same, ...withChildren(1) }, now);
    expect(await enroll(at(0, made.ams), { sessionId: same, ...withChildren(1) }, now)).toMatchObject({
      state: 'WAITING',
    });
  });

  it('refuses beyond a weekly quota, Monday to Sunday', async () => {
    const made = await world({ rules: { quotas: [{ most: 1, per: 'WEEK', over: 'ACTIVITY', counting: 'BOOKINGS' }] } });
    const sunday = await addSession(made, { startsAt: new Date('2026-11-29T22:30:00Z') });
    const monday = await addSession(made, { startsAt: new Date('2026-11-29T23:30:00Z') });
    await enroll(at(0, made.ams), { sessionId: made.sessionId, ...withChildren(1) }, now);
    expect(await enroll(at(0, made.ams), { sessionId: sunday, ...withChildren(1) }, now)).toMatchObject({
      refusal: { code: 'QUOTA', most: 1, per: 'WEEK' },
    });
    expect(await enroll(at(0, made.ams), { sessionId: monday, ...withChildren(1) }, now)).toMatchObject({
      state: 'CONFIRMED',
    });
  });

  it('refuses beyond a quota on presences, whatever she has booked, and says presences', async () => {
    const quotas = [{ most: 1, per: 'MONTH', over: 'RELAIS', counting: 'PRESENCES' }] as const;
    const made = await world({ rules: { quotas } });
    const [awa, next] = [at(0, made.ams), { sessionId: made.sessionId, ...withChildren(1) }];
    const later = await addSession(made, { startsAt: new Date('2026-11-26T08:30:00Z') });
    expect(await enroll(awa, { sessionId: later, ...withChildren(1) }, now)).toMatchObject({ state: 'CONFIRMED' });
    const former = await addSession(made, { startsAt: new Date('2026-11-10T08:30:00Z') });
    const { collectiviteId } = made;
    await db().presence.create({ data: { sessionId: former, personId: awa.personId, collectiviteId, at: now } });
    const refused = await enroll(awa, next, now);
    expect(refused).toMatchObject({ refusal: { code: 'QUOTA', counting: 'PRESENCES' } });
    if (refused.outcome !== 'refused') throw new Error('not refused');
    expect(refusalInWords(refused.refusal, 'Europe/Paris')).toBe(
      'Vous avez déjà 1 présence ce mois-là : c’est le plus possible.',
    );
  });

  it('lets the other kinds of professionals in from their own day', async () => {
    const otherKindsFrom = { type: 'daysBefore', days: 3, time: '12:00' } as const;
    const kinds = ['ASSISTANTE_MATERNELLE'] as const;
    const made = await world({ rules: { who: { kinds, from: 'ALL', othersFrom: null, otherKindsFrom } } });
    const nanny = at(0, made.ams);
    await db().professional.update({ where: { personId: nanny.personId }, data: { kind: 'GARDE_A_DOMICILE' } });
    const ask = (instant: string) =>
      enroll(nanny, { sessionId: made.sessionId, ...withChildren(1) }, new Date(instant));
    expect(await ask('2026-11-21T10:59:59Z')).toMatchObject({ refusal: { code: 'KIND_NOT_YET' } });
    expect(await ask('2026-11-21T11:00:00Z')).toMatchObject({ state: 'CONFIRMED' });
  });

  it('makes a demande that holds its places beyond the agrément', async () => {
    const { ams, sessionId } = await world({ agrement: { children: 2, underThree: null }, maxAdults: 1 });
    expect(await enroll(at(0, ams), { sessionId, ...withChildren(3) }, now)).toMatchObject({ state: 'REQUESTED' });
    expect(await enroll(at(1, ams), { sessionId, ...withChildren(1) }, now)).toMatchObject({ state: 'WAITING' });
  });

  it('asks for the règlement in force', async () => {
    const { ams, sessionId, collectiviteId, relaisId } = await world();
    const reglement = { collectiviteId, relaisId, title: 'Règlement', body: '…' };
    await db().reglement.create({ data: { ...reglement, version: 1, effectiveFrom: new Date('2025-01-01') } });
    await db().reglement.create({ data: { ...reglement, version: 2, effectiveFrom: new Date('2027-01-01') } });
    expect(await enroll(at(0, ams), { sessionId, ...withChildren(1) }, now)).toMatchObject({
      refusal: { code: 'REGLEMENT' },
    });
    const inForce = await db().reglement.findFirstOrThrow({ where: { relaisId, version: 1 } });
    await db().acceptance.create({
      data: { collectiviteId, personId: at(0, ams).personId, reglementId: inForce.id, at: now },
    });
    expect(await enroll(at(0, ams), { sessionId, ...withChildren(1) }, now)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('is done by the host relais for someone who telephones, after closing too', async () => {
    const { ams, sessionId, animator } = await world();
    const afterClosing = new Date('2026-11-23T18:00:00Z');
    const input = { sessionId, ...withChildren(1) };
    expect(await enroll(at(0, ams), input, afterClosing)).toMatchObject({ refusal: { code: 'CLOSED' } });
    expect(await enroll(animator, { ...input, personId: at(0, ams).personId }, afterClosing)).toMatchObject({
      state: 'CONFIRMED',
    });
  });

  it('does not exist for an anonymous visitor, another AM, another relais, another collectivité', async () => {
    const mine = await world();
    const theirs = await world();
    const input = { sessionId: mine.sessionId, ...withChildren(1) };
    const forNadia = { ...input, personId: at(0, mine.ams).personId };
    const elsewhere = await addStaff(mine, { role: 'ANIMATOR', relaisId: theirs.relaisId });
    for (const [actor, asked] of [
      [ANONYMOUS, input],
      [at(0, theirs.ams), input],
      [at(1, mine.ams), forNadia],
      [elsewhere, forNadia],
      [theirs.animator, forNadia],
    ] as const) {
      expect(await enroll(actor, asked, now)).toEqual({ outcome: 'notFound' });
    }
    expect(await enroll(mine.animator, { ...input, personId: at(0, theirs.ams).personId }, now)).toEqual({
      outcome: 'notFound',
    });
    expect(await statesOf(mine.sessionId)).toEqual({});
  });

  it('refuses another person’s child, a band that does not exist, a number that is none', async () => {
    const { ams, sessionId, collectiviteId } = await world();
    const child = await db().child.create({ data: { collectiviteId, personId: at(1, ams).personId, label: 'Léo' } });
    const base = { sessionId, wish: 'ASK' as const, declared: [] };
    expect(await enroll(at(0, ams), { ...base, childIds: [child.id], others: [] }, now)).toEqual({
      outcome: 'notFound',
    });
    expect(await enroll(at(0, ams), { ...base, childIds: [], others: [{ fromMonths: 7, count: 1 }] }, now)).toEqual({
      outcome: 'notFound',
    });
    expect(await enroll(at(0, ams), { ...base, childIds: [], others: [{ fromMonths: 18, count: -1 }] }, now)).toEqual({
      outcome: 'notFound',
    });
  });
});
