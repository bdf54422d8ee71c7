import { beforeAll, describe, expect, test } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { enrollCohort } from '#app/enrollment/enrollCohort.server.ts';
import { loadMeeting } from '#app/enrollment/meetings.server.ts';
import { advanceFiles } from '#app/training/advanceFiles.server.ts';
import { addToLine } from '#app/training/addToLine.server.ts';
import { lineDates } from '#app/training/line-dates.server.ts';
import { linePage } from '#app/training/line-page.server.ts';
import { moveFile } from '#app/training/moveFile.server.ts';
import { moveLine } from '#app/training/moveLine.server.ts';
import { needStandings } from '#app/training/need-standings.server.ts';
import { scheduleLine } from '#app/training/scheduleLine.server.ts';
import { settleAttendance } from '#app/training/settleAttendance.server.ts';
import { settleAttendances } from '#app/training/settleAttendances.server.ts';
import { findings } from '#app/server/invariants.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { done, makeSessions, NOW, paris } from '../catalog/world.ts';
import {
  dates,
  lineStageOf,
  mailsOf,
  makeLine,
  needsOf,
  planWorld,
  stageOf,
  validated,
  type PlanWorld,
} from './plan-world.ts';

useDatabase();
let world: PlanWorld;
beforeAll(async () => {
  world = await planWorld();
});

const refused = (code: string) => ({ ok: false, refusal: { code } });
const days = (n: number) => ({
  halfDays: [{ date: `2027-02-${String(n).padStart(2, '0')}`, from: '09:00', to: '12:00' }],
});
const confirmed = (activityId: string, personId: string) =>
  db().enrollment.count({ where: { personId, state: 'CONFIRMED', session: { activityId } } });
const settle = async (activityId: string, at: Date) => {
  const { id } = await db().cohort.findFirstOrThrow({ where: { activityId } });
  await enrollCohort(id, at);
};
const since = (personId: string, at: Date) =>
  db().outgoingMail.findMany({ where: { personId, queuedAt: { gte: at } }, orderBy: { queuedAt: 'asc' } });
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

test('a validated line becomes a training of the catalogue, its people enrolled, each told by one mail', async () => {
  const { animator } = world;
  const { lineId, people, fileIds } = await validated(world, 4, { maxPeople: 6 });
  done(await moveFile(animator, { fileId: fileIds[3] ?? '', to: 'FROZEN', word: '' }, NOW));
  const before = await Promise.all(people.map(({ personId }) => mailsOf(personId)));
  const { activityId, people: enrolled } = done(await scheduleLine(animator, dates(world, lineId), later(1)));
  expect(enrolled).toBe(3);
  const activity = await db().activity.findUniqueOrThrow({ where: { id: activityId }, include: { sessions: true } });
  expect(activity).toMatchObject({
    kind: 'FORMATION',
    state: 'PUBLISHED',
    maxAdults: 6,
    bookingRules: { mode: 'BY_NAME' },
  });
  expect(activity.sessions.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'PUBLISHED'));
  expect(await Promise.all(people.map(({ personId }) => confirmed(activityId, personId)))).toEqual([4, 4, 4, 0]);
  const after = await Promise.all(people.map(({ personId }) => mailsOf(personId)));
  expect(after.map((mails, i) => mails.slice(before[i]?.length))).toEqual([
    ['group-joined'],
    ['group-joined'],
    ['group-joined'],
    [],
  ]);
  const mail = await db().outgoingMail.findFirstOrThrow({
    where: { personId: people[0]?.personId ?? '', template: 'group-joined' },
  });
  expect(mail.props).toMatchObject({ invitations: { length: 4 } });
  expect(await lineStageOf(lineId)).toBe('SCHEDULED');
  expect(done(await scheduleLine(animator, dates(world, lineId), later(2)))).toMatchObject({ activityId, again: true });
  expect(await linePage(animator, lineId, NOW)).toMatchObject({ dates: '12 décembre – 17 décembre, 4 demi-journées' });
  expect((await needStandings(people[0]?.actor ?? world.animator, NOW))[0]?.activityId).toBe(activityId);
  await settle(activityId, later(3));
  expect((await mailsOf(people[0]?.personId ?? '')).filter((one) => one === 'group-joined')).toHaveLength(1);
});

describe('dating is refused', () => {
  test('before validation, to who does not plan there, without people, without room, in the past', async () => {
    const { animator, southern, siteId } = world;
    const draft = await makeLine(world, 1);
    expect(await scheduleLine(animator, dates(world, draft.lineId), NOW)).toMatchObject(refused('WRONG_STAGE'));
    expect(await lineDates(animator, draft.lineId, NOW)).toMatchObject({ open: false, people: 1 });
    const { lineId, fileIds } = await validated(world, 2, { minPeople: 1, maxPeople: 1 });
    const wanted = dates(world, lineId, days(1));
    expect(await scheduleLine(southern, wanted, NOW)).toMatchObject(refused('NOT_FOUND'));
    expect(await scheduleLine(animator, wanted, NOW)).toMatchObject({
      refusal: { code: 'TOO_MANY', most: 1, people: 2 },
    });
    done(await moveFile(animator, { fileId: fileIds[0] ?? '', to: 'POSTPONED', word: '' }, NOW));
    expect(await scheduleLine(animator, { ...wanted, halfDays: [] }, NOW)).toMatchObject(refused('DATES_NEEDED'));
    const past = [{ date: '2026-11-21', from: '09:00', to: '12:00' }];
    expect(await scheduleLine(animator, { ...wanted, halfDays: past }, NOW)).toMatchObject(refused('DATE_PASSED'));
    const away = { ...wanted, siteId: crypto.randomUUID() };
    expect(await scheduleLine(animator, away, NOW)).toMatchObject(refused('SITE_UNKNOWN'));
    const trainer = { ...wanted, trainerId: crypto.randomUUID() };
    expect(await scheduleLine(animator, trainer, NOW)).toMatchObject(refused('TRAINER_UNKNOWN'));
    done(await moveFile(animator, { fileId: fileIds[1] ?? '', to: 'FROZEN', word: '' }, NOW));
    expect(await scheduleLine(animator, wanted, NOW)).toMatchObject(refused('NOBODY_CHOSEN'));
    expect(siteId).not.toBe('');
    expect(await db().activity.count({ where: { line: { id: lineId } } })).toBe(0);
  });

  test('where the place is taken, by name; a reason overrides', async () => {
    const { animator } = world;
    await makeSessions(world, ['2027-02-02']);
    const { lineId } = await validated(world, 1);
    const wanted = dates(world, lineId, days(2));
    const answer = await scheduleLine(animator, wanted, NOW);
    expect(answer).toMatchObject(refused('CLASH'));
    expect(JSON.stringify(answer)).toContain('Salle des Nuages');
    expect(
      await db().activity.count({
        where: { kind: 'FORMATION', title: 'Gestes de premiers secours', sessions: { none: {} } },
      }),
    ).toBe(0);
    done(await scheduleLine(animator, { ...wanted, override: 'Deux salles' }, NOW));
  });
});

test('children come on some of its dates, and stay at home on the others', async () => {
  const { animator } = world;
  const { lineId } = await validated(world, 1);
  const [day] = days(10).halfDays;
  const halfDays = [
    ...days(9).halfDays,
    { date: day?.date ?? '', from: '09:00', to: '12:00', children: true as const },
  ];
  const { activityId } = done(await scheduleLine(animator, dates(world, lineId, { halfDays }), NOW));
  const sessions = await db().session.findMany({ where: { activityId }, orderBy: { startsAt: 'asc' } });
  const meetings = await Promise.all(sessions.map(({ id }) => loadMeeting(db(), id)));
  expect(meetings.map((meeting) => meeting?.rules.children.welcome)).toEqual(['NONE', 'OPTIONAL']);
  const shown = await linePage(animator, lineId, NOW);
  expect(shown?.sessions.map(({ place }) => place.includes('avec ou sans enfants'))).toEqual([false, true]);
});

test('who is elsewhere at that time is named, and the others are enrolled', async () => {
  const { animator } = world;
  const first = await validated(world, 2);
  const { activityId } = done(await scheduleLine(animator, dates(world, first.lineId, days(3)), NOW));
  expect(await confirmed(activityId, first.people[0]?.personId ?? '')).toBe(1);
  const second = await validated(world, 1);
  const [busy] = first.people;
  const twin = await db().trainingNeed.findUniqueOrThrow({ where: { id: busy?.needId ?? '' } });
  const { id: needId } = await db().trainingNeed.create({
    data: { ...twin, id: crypto.randomUUID(), words: 'Signes' },
  });
  done(await addToLine(animator, { lineId: second.lineId, needIds: [needId] }, NOW));
  const other = dates(world, second.lineId, { ...days(3), override: 'Deux salles' });
  expect(done(await scheduleLine(animator, other, later(1)))).toMatchObject({ people: 2, unsure: 1 });
  const shown = await linePage(animator, second.lineId, NOW);
  const troubles = new Map(shown?.files.map(({ personId, obstacles }) => [personId, obstacles]));
  expect(troubles.get(second.people[0]?.personId ?? '')).toEqual([]);
  expect(troubles.get(busy?.personId ?? '')).toEqual([
    'mercredi 3 février : elle est inscrite ailleurs au même moment.',
  ]);
});

test('a frozen file gives its places back and takes them again; newcomers are enrolled; a place too many waits', async () => {
  const { animator } = world;
  const { lineId, people, fileIds } = await validated(world, 2, { minPeople: 2, maxPeople: 3 });
  const { activityId } = done(await scheduleLine(animator, dates(world, lineId, days(4)), NOW));
  const [fileId = ''] = fileIds;
  const personId = people[0]?.personId ?? '';
  done(await moveFile(animator, { fileId, to: 'FROZEN', word: 'Un congé' }, later(1)));
  await settle(activityId, later(1));
  expect(await confirmed(activityId, personId)).toBe(0);
  const [gone] = await since(personId, later(1));
  expect(gone).toMatchObject({
    template: 'group-left',
    props: {
      news: { title: 'Votre dossier de formation est gelé : Gestes de premiers secours' },
      changes: { length: 1 },
      invitations: { length: 1 },
    },
  });
  expect(JSON.stringify(gone?.props)).toContain('Un congé');
  done(await moveFile(animator, { fileId, to: 'RESUMED', word: '' }, later(2)));
  await settle(activityId, later(2));
  expect(await confirmed(activityId, personId)).toBe(1);
  expect((await since(personId, later(1))).map(({ template }) => template)).toEqual(['group-left', 'group-joined']);
  done(await moveFile(animator, { fileId: fileIds[1] ?? '', to: 'CANCELLED', word: '' }, later(2)));
  expect(await db().membership.count({ where: { personId, news: { not: Prisma.DbNull } } })).toBe(0);
  const [newcomer] = await needsOf(world, 1);
  done(await addToLine(animator, { lineId, needIds: [newcomer?.needId ?? ''] }, later(3)));
  await settle(activityId, later(3));
  expect(await confirmed(activityId, newcomer?.personId ?? '')).toBe(1);
});

test('a dated line postponed cancels its sessions in one mail, and is dated anew', async () => {
  const { animator } = world;
  const { lineId, people } = await validated(world, 2);
  const { activityId } = done(await scheduleLine(animator, dates(world, lineId, days(5)), NOW));
  const personId = people[0]?.personId ?? '';
  const before = (await mailsOf(personId)).length;
  const moved = done(await moveLine(animator, { lineId, deed: 'report', word: 'Formatrice absente' }, later(1)));
  expect(moved).toMatchObject({ told: 2, toCall: 1 });
  expect((await mailsOf(personId)).slice(before)).toEqual(['session-cancelled']);
  expect(await db().session.count({ where: { activityId, state: 'CANCELLED' } })).toBe(1);
  expect(await db().cohort.count({ where: { activityId, endedAt: null } })).toBe(0);
  done(await moveLine(animator, { lineId, deed: 'reprise', word: '' }, later(2)));
  const again = done(await scheduleLine(animator, dates(world, lineId, days(6)), later(3)));
  expect(again.activityId).not.toBe(activityId);
  expect(await confirmed(again.activityId, personId)).toBe(1);
});

test('none of these acts breaks an invariant', async () => {
  expect((await findings()).found).toEqual([]);
});

test('what was attended advances the files, by the button or at night; certificates too', async () => {
  const { animator } = world;
  const { lineId, people, fileIds } = await validated(world, 3);
  const halfDays = days(7).halfDays.concat(days(8).halfDays);
  const { activityId } = done(await scheduleLine(animator, dates(world, lineId, { halfDays }), NOW));
  const after = paris('2027-02-09', '08:00');
  expect(await settleAttendance(animator, { lineId }, paris('2027-02-07', '18:00'))).toMatchObject(refused('NOT_OVER'));
  expect(await settleAttendance(animator, { lineId }, after)).toMatchObject(refused('NOT_MARKED'));
  expect(await settleAttendances(after)).toBe(0);
  const [session] = await db().session.findMany({ where: { activityId }, orderBy: { startsAt: 'asc' } });
  const [here, absent, missing] = people.map(({ personId }) => personId);
  if (!session || !here || !absent || !missing) throw new Error('nobody');
  await mark(session, here, 'PRESENT');
  await mark(session, absent, 'ABSENT');
  expect(await settleAttendances(after)).toBe(1);
  expect(await settleAttendances(after)).toBe(0);
  expect(await Promise.all(fileIds.map(stageOf))).toEqual(['ATTENDED', 'GROUPED', 'GROUPED']);
  expect(await lineStageOf(lineId)).toBe('HELD');
  await mark(session, missing, 'PRESENT');
  expect(await settleAttendance(world.southern, { lineId }, after)).toMatchObject(refused('NOT_FOUND'));
  expect(done(await settleAttendance(animator, { lineId }, after))).toMatchObject({ present: 2, moved: 1 });
  const certify = { activityId, personIds: [here, absent], stage: 'CERTIFIED' as const };
  expect(await advanceFiles(SYSTEM, certify, after)).toEqual({ moved: 2 });
  expect(await advanceFiles(SYSTEM, certify, after)).toEqual({ moved: 0 });
  expect(await advanceFiles(SYSTEM, { ...certify, activityId: crypto.randomUUID() }, after)).toEqual({ moved: 0 });
  expect(await Promise.all(fileIds.map(stageOf))).toEqual(['CERTIFIED', 'CERTIFIED', 'ATTENDED']);
  done(await moveLine(animator, { lineId, deed: 'cloture', word: '' }, after));
  expect(await moveLine(animator, { lineId, deed: 'annulation', word: 'Non' }, after)).toMatchObject(
    refused('WRONG_STAGE'),
  );
});

async function mark(
  { id: sessionId, collectiviteId, relaisId }: { id: string; collectiviteId: string; relaisId: string },
  personId: string,
  state: 'PRESENT' | 'ABSENT',
) {
  const who = { collectiviteId, sessionId, personId, kind: 'ASSISTANTE_MATERNELLE' as const, hostRelaisId: relaisId };
  await db().attendance.create({ data: { ...who, state, markId: crypto.randomUUID(), markedAt: NOW, minutes: 180 } });
}
