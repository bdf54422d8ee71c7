import { matchPath } from '@remix-run/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { db } from '#app/db/client.server.ts';
import { quotasReached } from '#app/enrollment/applicants.server.ts';
import { answerApplication } from '#app/enrollment/answerApplication.server.ts';
import { applyToCohort } from '#app/enrollment/applyToCohort.server.ts';
import { cohortHours } from '#app/enrollment/cohort-hours.server.ts';
import { cohortList } from '#app/enrollment/cohort-list.server.ts';
import { loadMeeting } from '#app/enrollment/meetings.server.ts';
import { prioritiesOf } from '#app/enrollment/queues.server.ts';
import { prioritiesIn } from '#app/enrollment/standings.server.ts';
import { refusalForStaff } from '#app/enrollment/desk-refusals.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { enrollCohort } from '#app/enrollment/enrollCohort.server.ts';
import { leaveCohort } from '#app/enrollment/leaveCohort.server.ts';
import { myEnrollments } from '#app/enrollment/my-enrollments.server.ts';
import { showInRecord } from '#app/enrollment/showInRecord.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import { deliverMail } from '#app/mail/deliverMail.server.ts';
import { ANONYMOUS, type Actor } from '#app/people/actor.ts';
import { redact } from '#app/server/redaction.ts';
import { truncateAll, useDatabase } from '#tests/integration/database.ts';
import { APP_URL, contextOf } from '#tests/integration/routes/cast.ts';
import { SECRET } from '#tests/integration/settings.ts';
import { listedRoutes } from '#tests/integration/routes/route-list.ts';
import { addIntervenant, later, makeCohort } from './cohort-world.ts';
import { addSession, addStaff, at, now, withChildren, world, type World } from './world.ts';

type Handler = (given: { request: Request; params: object; context: object }) => unknown;
const modules = import.meta.glob<{ loader?: Handler }>('../../../app/routes/**/*.{ts,tsx}');

/** Each member's surname, and the group's title: nobody but those entitled reads both, nor a name at the group's addresses. */
const NAME = /quintefeuille/i;
const TITLE = /améthyste/i;

/** Rule 8: of six members from two communes, one left and was replaced; two dates were held. */
type Circle = {
  place: World;
  activityId: string;
  cohortId: string;
  sessionIds: string[];
  memberships: string[];
  enrollmentId: string;
  /** Every id that tells of the group. */
  marks: RegExp;
  strangers: Record<string, Actor>;
  entitled: Record<string, Actor>;
};

useDatabase();
let circle: Circle;

async function dates(place: World, activityId: string, facilitatorId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const day of [2, 9, 16]) {
    const startsAt = new Date(Date.UTC(2026, 11, day, 18, 30));
    const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);
    const id = await addSession({ ...place, activityId }, { startsAt, endsAt, maxAdults: 15, maxChildren: 0 });
    const { collectiviteId } = place;
    await db().assignment.create({
      data: { collectiviteId, sessionId: id, personId: facilitatorId, role: 'INTERVENANT' },
    });
    ids.push(id);
  }
  return ids;
}

async function nameThem({ collectiviteId, ams }: World): Promise<void> {
  const communes = ['Saleux', 'Boves'];
  const ids: string[] = [];
  for (const name of communes) ids.push((await db().commune.create({ data: { collectiviteId, name } })).id);
  for (const [i, { personId }] of ams.entries()) {
    await db().person.update({ where: { id: personId }, data: { lastName: `Quintefeuille${i}` } });
    await db().professional.update({ where: { personId }, data: { communeId: ids[i % 2] ?? null } });
  }
}

async function makeCircle(): Promise<Circle> {
  const place = await world({ ams: 8 });
  await nameThem(place);
  const { collectiviteId, relaisId, animator, ams } = place;
  const facilitator = await addIntervenant(place);
  const { id: activityId } = await db().activity.create({
    data: { collectiviteId, relaisId, kind: 'ANALYSE', state: 'PUBLISHED', title: 'Cercle Améthyste' },
  });
  const sessionIds = await dates(place, activityId, facilitator.personId);
  const readers = { composerId: animator.personId, facilitatorId: facilitator.personId };
  const cohortId = await makeCohort(animator, relaisId, {
    name: 'Cercle Améthyste',
    activityId,
    maxMembers: 6,
    ...readers,
  });
  for (const am of ams.slice(0, 7)) await applyToCohort(am, { activityId }, later(1));
  const applied = await db().membership.findMany({ where: { cohortId }, orderBy: { arrival: 'asc' } });
  for (const { id: membershipId } of applied) {
    await answerApplication(animator, { cohortId, membershipId, answer: 'accept' }, later(2));
  }
  await enrollCohort(cohortId, later(3));
  const [first] = applied;
  await leaveCohort(at(0, ams), { membershipId: first?.id ?? '', from: null }, later(4));
  await enrollCohort(cohortId, later(5));
  const absent = await db().enrollment.findFirstOrThrow({
    where: { sessionId: sessionIds[2] ?? '', personId: at(1, ams).personId },
  });
  await withdraw(at(1, ams), { enrollmentId: absent.id }, later(6));
  await held(place, sessionIds.slice(0, 2));
  const memberships = applied.map(({ id }) => id);
  const enrollments = await db().enrollment.findMany({ where: { session: { activityId } }, select: { id: true } });
  const ids = [activityId, cohortId, ...sessionIds, ...memberships, ...enrollments.map(({ id }) => id)];
  return {
    ...{ place, activityId, cohortId, sessionIds, memberships, enrollmentId: enrollments.at(-1)?.id ?? '' },
    marks: new RegExp(ids.join('|')),
    entitled: { composer: animator, facilitator },
    strangers: {
      anonymous: { kind: 'anonymous' },
      member: at(2, ams),
      former: at(0, ams),
      other: at(7, ams),
      colleague: await addStaff(place, { role: 'ANIMATOR', relaisId }),
      secretary: await addStaff(place, { role: 'SECRETARY', relaisId }),
      coordinator: await addStaff(place, { role: 'COORDINATOR', relaisId: null }),
      admin: await addStaff(place, { role: 'ADMIN', relaisId: null }),
      intervenant: await addIntervenant(place, 'Jeanne'),
    },
  };
}

/** Those confirmed came, as the sheet tells it. */
async function held({ collectiviteId, relaisId }: World, sessionIds: readonly string[]): Promise<void> {
  const rows = await db().enrollment.findMany({ where: { sessionId: { in: [...sessionIds] }, state: 'CONFIRMED' } });
  for (const { sessionId, personId } of rows) {
    await db().presence.create({ data: { sessionId, personId, collectiviteId, at: later(7) } });
    const markId = crypto.randomUUID();
    const about = { collectiviteId, sessionId, personId, hostRelaisId: relaisId, markId, markedAt: later(7) };
    await db().attendance.create({
      data: { ...about, kind: 'ASSISTANTE_MATERNELLE', state: 'PRESENT', minutes: 120 },
    });
  }
}

/** Every address of the application, about the group's things and about a member's file. */
function addresses({ activityId, cohortId, sessionIds, memberships, enrollmentId, place }: Circle): string[] {
  const ids = [sessionIds[0], activityId, cohortId, enrollmentId, memberships[1], at(1, place.ams).personId];
  const fixed: Readonly<Record<string, string>> = { membershipId: memberships[1] ?? '', relaisId: place.relaisId };
  return listedRoutes().flatMap(({ path }) => {
    if (/:(token|file|slug|code|autre|reglementId)|^\*$|demo\//.test(path)) return [];
    const filled = path.replaceAll(/:(membershipId|relaisId)/g, (_, name: string) => fixed[name] ?? '');
    const full = ids.map((id) => `/${filled.replace(':id', id ?? '')}`);
    return (filled.includes(':id') ? full : [`/${filled}`]).flatMap((one) => [one, `${one}?q=quintefeuille`]);
  });
}

async function shownAt(address: string, actor: Actor): Promise<string | null> {
  const url = new URL(address, APP_URL);
  for (const { path, file } of listedRoutes()) {
    const match = matchPath(`/${path}`, url.pathname);
    if (!match) continue;
    const { loader } = (await modules[`../../../app/${file}`]?.()) ?? {};
    try {
      const result = await loader?.({ request: new Request(url), params: match.params, context: contextOf(actor) });
      if (!(result instanceof Response)) return JSON.stringify(result ?? null);
      return result.ok ? await result.text() : null;
    } catch (thrown) {
      if (thrown instanceof Response) return null;
      throw new Error(`${address}: ${String(thrown)}`, { cause: thrown });
    }
  }
  return null;
}

/** Why a page tells too much; null: it does not. Her own name is hers to read. */
function leak(address: string, body: string, actor: Actor, { marks, place }: Circle): string | null {
  const own = place.ams.findIndex((am) => actor.kind === 'person' && am.personId === actor.personId);
  const others = own < 0 ? body : body.replaceAll(`Quintefeuille${own}`, '');
  const named = NAME.test(others) || /^(%PDF|PK)/.test(body);
  if (!named) return null;
  if (marks.test(address)) return `${address} names someone`;
  return TITLE.test(body) || marks.test(body) ? `${address} ties a name to the group` : null;
}

describe('a group of analysis, page by page', () => {
  beforeAll(async () => {
    await truncateAll();
    circle = await makeCircle();
  });

  it('is made: six members, one left and replaced', async () => {
    const states = await db().membership.groupBy({
      by: ['state'],
      where: { cohortId: circle.cohortId },
      _count: true,
    });
    expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({ LEFT: 1, MEMBER: 6 });
  });

  it.each(['anonymous', 'member', 'former', 'other', 'colleague', 'secretary', 'coordinator', 'admin', 'intervenant'])(
    'tells %s no name of it, on any page',
    { timeout: 180_000 },
    async (role) => {
      const actor = circle.strangers[role] ?? ANONYMOUS;
      const leaks: string[] = [];
      for (const address of addresses(circle)) {
        const body = await shownAt(address, actor);
        const found = body === null ? null : leak(address, body, actor, circle);
        if (found) leaks.push(found);
      }
      expect(leaks).toEqual([]);
    },
  );

  it('is sought where names and the group are read: the directory, a file, the desk, the planning', async () => {
    const { colleague = ANONYMOUS } = circle.strangers;
    const { personId } = at(1, circle.place.ams);
    expect(await shownAt('/animation/professionnels', colleague)).toMatch(NAME);
    expect(await shownAt(`/animation/professionnels/${personId}`, colleague)).toMatch(NAME);
    expect(await shownAt(`/animation/groupes/${circle.cohortId}`, colleague)).toMatch(TITLE);
    expect(await shownAt(`/animation/seances/${circle.sessionIds[0]}/emargement`, colleague)).toMatch(TITLE);
    expect(await shownAt('/activites?type=analyse', ANONYMOUS)).toMatch(TITLE);
  });

  it.each(['composer', 'facilitator'])('names its members to its %s', async (role) => {
    const actor = circle.entitled[role] ?? ANONYMOUS;
    const page = role === 'composer' ? 'animation' : 'intervenant';
    const body = await shownAt(`/${page}/groupes/${circle.cohortId}`, actor);
    expect(body?.match(NAME)).not.toBeNull();
  });
});

describe('a group of analysis, what is kept', () => {
  it('tells the team whether it is large enough, and no less than five', async () => {
    const { strangers, entitled } = circle;
    const [seen] = await cohortList(strangers.coordinator ?? ANONYMOUS, later(8));
    expect(seen).toMatchObject({ members: '6 personnes', todo: null });
    const gone = await db().membership.findMany({ where: { cohortId: circle.cohortId, state: 'MEMBER' }, take: 2 });
    const where = { id: { in: gone.map(({ id }) => id) } };
    await db().membership.updateMany({ where, data: { state: 'LEFT' } });
    const [fewer] = await cohortList(strangers.colleague ?? ANONYMOUS, later(8));
    expect(fewer).toMatchObject({ members: 'moins de 5 personnes' });
    const [own] = await cohortList(entitled.composer ?? ANONYMOUS, later(8));
    expect(own).toMatchObject({ members: '4 personnes' });
    await db().membership.updateMany({ where, data: { state: 'MEMBER' } });
  });

  it('counts hours and presences for the reports, in totals of five persons or more', async () => {
    const { relaisId } = circle.place;
    const coordinator = circle.strangers.coordinator ?? ANONYMOUS;
    expect(await cohortHours(coordinator, 2026)).toEqual([
      { relaisId, sessions: 2, persons: 6, presences: 12, minutes: 12 * 120 },
    ]);
    expect(await cohortHours(circle.strangers.other ?? ANONYMOUS, 2026)).toEqual([]);
    const some = await db().presence.findMany({ where: { session: { activityId: circle.activityId } } });
    const kept = new Set([...new Set(some.map(({ personId }) => personId))].slice(0, 4));
    await db().presence.deleteMany({ where: { personId: { notIn: [...kept] } } });
    expect(await cohortHours(coordinator, 2026)).toEqual([
      { relaisId, sessions: 2, persons: null, presences: null, minutes: null },
    ]);
    await db().presence.createMany({ data: some, skipDuplicates: true });
  });

  it('leaves no member in the history, whoever acted', async () => {
    const members = circle.place.ams.map(({ personId }) => personId).join('|');
    const rows = await db().history.findMany({
      where: { subject: { in: ['membership', 'cohort', 'enrollment', 'session'] } },
    });
    expect(rows.length).toBeGreaterThan(20);
    const telling = rows.filter((row) =>
      new RegExp(members).test(JSON.stringify([row.actorId, row.subjectId, row.detail])),
    );
    expect(telling).toEqual([]);
  });

  it('keeps no message once it has left', async () => {
    const sent: string[] = [];
    const post = { send: (id: string) => (sent.push(id), Promise.resolve()), close: () => Promise.resolve() };
    const office = { post, from: 'Relais <r@test.example>', appUrl: APP_URL, secret: SECRET };
    const mails = await db().outgoingMail.findMany({ where: { state: 'QUEUED' } });
    for (const { id } of mails) await deliverMail(id, office, later(9));
    expect(sent.length).toBe(mails.length);
    const kept = JSON.stringify(await db().outgoingMail.findMany());
    expect(TITLE.test(kept)).toBe(false);
    expect(circle.marks.test(kept.replaceAll(/"invitationUid":"[^"]*"/g, ''))).toBe(false);
  });

  it('logs no address that names anyone', () => {
    expect(redact(`/animation/groupes/${circle.cohortId}/membres?q=Quintefeuille`)).not.toMatch(NAME);
  });

  it('shows in her own record only if she wishes', async () => {
    const me = at(2, circle.place.ams);
    const afterwards = new Date('2026-12-20T08:00:00Z');
    expect((await myEnrollments(me, afterwards)).past).toEqual([]);
    const mine = await db().membership.findFirstOrThrow({ where: { personId: me.personId } });
    const input = { membershipId: mine.id, shown: true };
    expect(await showInRecord(at(3, circle.place.ams), input)).toMatchObject({ ok: false });
    expect(await showInRecord(me, input)).toMatchObject({ ok: true });
    expect((await myEnrollments(me, afterwards)).past.length).toBe(3);
  });
});

describe('a group of analysis, what others may do', () => {
  it.each(['colleague', 'secretary', 'coordinator', 'admin'])(
    '%s neither enrols, withdraws, answers nor asks',
    async (role) => {
      const actor = circle.strangers[role] ?? ANONYMOUS;
      const [sessionId = ''] = circle.sessionIds;
      const { personId } = at(2, circle.place.ams);
      const input = { sessionId, personId, ...withChildren(0) };
      expect(await enroll(actor, input, now)).toEqual({ outcome: 'notFound' });
      const { cohortId, enrollmentId, memberships } = circle;
      expect(await withdraw(actor, { enrollmentId }, now)).toEqual({ outcome: 'notFound' });
      const membershipId = memberships[1] ?? '';
      expect(await answerApplication(actor, { cohortId, membershipId, answer: 'accept' }, now)).toMatchObject({
        ok: false,
      });
      expect(await leaveCohort(actor, { membershipId, from: null }, now)).toMatchObject({ ok: false });
    },
  );

  it('weighs nowhere else in a queue or a quota, whose order and refusals would tell of it', async () => {
    const { place, sessionIds } = circle;
    const held = await db().presence.findFirstOrThrow({ where: { sessionId: sessionIds[0] ?? '' } });
    const sessionId = await addSession(place, { startsAt: new Date(Date.UTC(2026, 11, 3, 9, 0)) });
    const meeting = await loadMeeting(db(), sessionId);
    if (!meeting) throw new Error('no session');
    const { personId } = held;
    const quotas = (['BOOKINGS', 'PRESENCES'] as const).map((counting) => ({
      ...{ most: 1, per: 'MONTH' as const, over: 'RELAIS' as const, counting },
    }));
    const rules = { ...meeting.rules, quotas, priority: { by: 'FEWEST_PRESENCES' as const, days: 60 } };
    const strict = { ...meeting, rules };
    expect(await quotasReached(db(), [personId], strict, later(8))).toEqual(new Map());
    expect(await prioritiesOf(db(), strict, [personId], later(8))).toEqual(new Map());
    const waits = [{ sessionId, personId }];
    expect([...(await prioritiesIn(db(), [strict], waits, later(8))).values()]).toEqual([0]);
  });

  it('does not tell, elsewhere, that she is in it at that hour', async () => {
    const { place, strangers } = circle;
    const startsAt = new Date(Date.UTC(2026, 11, 2, 19, 0));
    const sessionId = await addSession(place, { startsAt });
    await publishSessions(place.animator, { sessionIds: [sessionId] }, now);
    const actor = strangers.secretary ?? ANONYMOUS;
    const { personId } = at(2, place.ams);
    const outcome = await enroll(actor, { sessionId, personId, ...withChildren(1) }, now);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'OVERLAP', title: 'un engagement personnel' },
    });
    // The team reads the same words whatever the other session is.
    const words = (title: string) => refusalForStaff({ code: 'OVERLAP', title }, 'Europe/Paris');
    expect(words('un engagement personnel')).toBe(words('Peinture'));
  });
});
