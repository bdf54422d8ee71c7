import { describe, expect, it } from 'vitest';
import { countThere } from '#app/attendance/sheet.ts';
import { markAttendance } from '#app/attendance/markAttendance.server.ts';
import { sheetOf } from '#app/attendance/sheets.server.ts';
import { db } from '#app/db/client.server.ts';
import { findings } from '#app/server/invariants.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, addStaff, at, world } from '#tests/integration/enrollment/world.ts';
import {
  addFacilitator,
  before,
  bookedWorld,
  during,
  guestMark,
  lineFor,
  personMark,
  send,
  SMALL,
  stateOf,
  tallyMark,
} from './sheets.ts';

useDatabase();

const minute = 60_000;
const nobodyElse = { outcome: 'notFound' };

describe('markAttendance', () => {
  it('records who came with how many children, tells enrolment, freezes what reports need', async () => {
    const { ams, animator, sessionId, relaisId, collectiviteId } = await bookedWorld();
    const commune = await db().commune.create({ data: { collectiviteId, name: 'Camon' } });
    await db().professional.updateMany({
      where: { personId: at(0, ams).personId },
      data: { communeId: commune.id },
    });
    const marks = [
      personMark(at(0, ams), { children: [SMALL, SMALL], late: true }),
      personMark(at(1, ams), { state: 'EXCUSED', children: [SMALL] }),
      personMark(at(2, ams), { state: 'ABSENT' }),
    ];
    const answers = await send(animator, sessionId, marks);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    const state = await stateOf(animator, sessionId);
    expect(countThere(state)).toEqual({ adults: 1, children: 2 });
    expect(await db().attendance.findFirst({ where: { personId: at(0, ams).personId } })).toMatchObject({
      ...{ kind: 'ASSISTANTE_MATERNELLE', hostRelaisId: relaisId, homeRelaisId: relaisId },
      ...{ communeName: 'Camon', outside: true, walkIn: false, arrivedLate: true, minutes: 90, version: 1 },
    });
    const came = await db().presence.findMany({ where: { sessionId }, select: { personId: true } });
    expect(came).toEqual([{ personId: at(0, ams).personId }]);
    await db().relaisCommune.create({
      data: { collectiviteId, relaisId, communeId: commune.id, from: new Date('2020-01-01') },
    });
    await send(animator, sessionId, [personMark(at(0, ams), {}, { base: 1 })]);
    expect((await db().attendance.findFirst({ where: { personId: at(0, ams).personId } }))?.outside).toBe(true);
    expect((await findings()).found.filter(({ check }) => check.startsWith('feuille'))).toEqual([]);
  });

  it('counts a batch once, however often it is sent', async () => {
    const { ams, animator, sessionId } = await bookedWorld();
    const marks = [personMark(at(0, ams)), guestMark(), personMark(at(1, ams))];
    await send(animator, sessionId, marks);
    const again = await send(animator, sessionId, [...marks, ...marks]);
    expect(again.map(({ outcome }) => outcome)).toEqual(Array(6).fill('DUPLICATE'));
    expect(countThere(await stateOf(animator, sessionId))).toEqual({ adults: 3, children: 3 });
    expect(await db().attendanceMark.count({ where: { sessionId } })).toBe(3);
  });

  it('keeps the former value when it is corrected, and shows who did', async () => {
    const { ams, animator, sessionId } = await bookedWorld();
    await send(animator, sessionId, [personMark(at(0, ams))]);
    const later = new Date(during.getTime() + minute);
    await send(
      animator,
      sessionId,
      [personMark(at(0, ams), { state: 'ABSENT' }, { base: 1, markedAt: later.getTime() })],
      later,
    );
    const line = await lineFor(animator, sessionId, at(0, ams));
    expect(line.value?.state).toBe('ABSENT');
    expect(line.marked).toEqual({ by: 'Léa Martin', at: 'mardi 24 novembre, 10 h 01' });
    expect(line.history).toEqual([{ words: 'présente, 1 enfant', by: 'Léa Martin', at: 'mardi 24 novembre, 10 h' }]);
    expect(await db().presence.count({ where: { sessionId } })).toBe(0);
    await expect(db().attendanceMark.updateMany({ where: { sessionId }, data: { base: 9 } })).rejects.toThrow();
  });

  it('two animators, one offline: nothing lost, nothing counted twice, the conflict told to both', async () => {
    const made = await bookedWorld();
    const { ams, animator, sessionId, relaisId } = made;
    const ana = await addStaff(made, { role: 'ANIMATOR', relaisId });
    const moment = (n: number) => ({ markedAt: during.getTime() + n * minute });
    const lea = [personMark(at(0, ams), {}, moment(1)), personMark(at(1, ams), { state: 'ABSENT' }, moment(5))];
    const other = [
      personMark(at(0, ams), {}, moment(2)),
      personMark(at(1, ams), { children: [SMALL, SMALL] }, moment(3)),
      guestMark(),
      personMark(at(2, ams), {}, moment(4)),
    ];
    const evening = new Date(during.getTime() + 300 * minute);
    await send(animator, sessionId, lea, evening);
    const answers = await send(ana, sessionId, other, evening);
    expect(answers.map(({ outcome, conflict }) => [outcome, conflict])).toEqual([
      ['APPLIED', false],
      ['SET_ASIDE', true],
      ['APPLIED', false],
      ['APPLIED', false],
    ]);
    expect(countThere(await stateOf(ana, sessionId))).toEqual({ adults: 3, children: 3 });
    const { conflict } = await lineFor(animator, sessionId, at(1, ams));
    expect(conflict?.kept.words).toBe('absence non prévenue');
    expect(conflict?.other.words).toBe('présente, 2 enfants');
    expect(await db().attendanceMark.count({ where: { sessionId } })).toBe(6);
    expect((await findings()).found.filter(({ check }) => check.startsWith('feuille'))).toEqual([]);
  });

  it('dates no mark later than received', async () => {
    const { ams, animator, sessionId } = await bookedWorld();
    await send(animator, sessionId, [personMark(at(0, ams), {}, { markedAt: during.getTime() + 999 * minute })]);
    expect((await db().attendanceMark.findFirst({ where: { sessionId } }))?.markedAt).toEqual(during);
  });

  it('takes walk-ins, known or without a file, and takes them back', async () => {
    const made = await bookedWorld({ ams: 1 });
    const { animator, sessionId, collectiviteId } = made;
    const elsewhere = await world({ ams: 1 });
    const known = at(0, (await world({ ams: 1 })).ams);
    await db().person.update({ where: { id: known.personId }, data: { collectiviteId } });
    const line = guestMark();
    const answers = await send(animator, sessionId, [personMark(known), line, personMark(at(0, elsewhere.ams))]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['APPLIED', 'APPLIED', 'REFUSED']);
    const rows = await db().attendance.findMany({ where: { sessionId }, orderBy: { label: 'asc' } });
    expect(rows.map(({ walkIn, label, kind }) => [walkIn, label, kind])).toEqual([
      [true, 'Julie', 'PARENT'],
      [true, null, 'ASSISTANTE_MATERNELLE'],
    ]);
    expect(await db().enrollment.count({ where: { sessionId } })).toBe(1);
    const attendanceId = line.subject.type === 'guest' ? line.subject.attendanceId : '';
    await send(animator, sessionId, [{ ...guestMark({ state: 'NONE' }, attendanceId), base: 1 }]);
    expect(countThere(await stateOf(animator, sessionId))).toEqual({ adults: 1, children: 1 });
    expect((await stateOf(animator, sessionId)).lines.map(({ name }) => name)).not.toContain('Julie');
  });

  it('refuses nothing that really happened: ceilings warn', async () => {
    const made = await bookedWorld({ ams: 1, maxAdults: 1, maxChildren: 1, maxPersons: 3 });
    await send(made.animator, made.sessionId, [guestMark(), guestMark(), guestMark()]);
    expect(countThere(await stateOf(made.animator, made.sessionId))).toEqual({ adults: 3, children: 3 });
  });

  it('counts those whom nobody names', async () => {
    const made = await world({ rules: { mode: 'FREE' } });
    const children = [{ fromMonths: 0, untilMonths: 18, count: 2 }];
    await send(made.animator, made.sessionId, [tallyMark({ adults: 4, children })]);
    await send(made.animator, made.sessionId, [tallyMark({ adults: 5, children }, { base: 1 })]);
    const { tally } = await stateOf(made.animator, made.sessionId);
    expect(tally).toMatchObject({ value: { adults: 5 }, version: 2, history: [{ words: '4 adultes et 2 enfants' }] });
    expect((await findings()).found.filter(({ check }) => check.startsWith('feuille'))).toEqual([]);
  });

  it('does not say that she came when her children came with their parent', async () => {
    const { ams, animator, sessionId } = await bookedWorld({ ams: 1 });
    await send(animator, sessionId, [personMark(at(0, ams), { byParent: true })]);
    expect(await db().presence.count({ where: { sessionId } })).toBe(0);
    expect(countThere(await stateOf(animator, sessionId))).toEqual({ adults: 1, children: 1 });
    expect((await db().attendance.findFirst({ where: { sessionId } }))?.minutes).toBe(0);
  });

  it('opens on the session’s local day, also at midnight', async () => {
    const { ams, animator, sessionId } = await bookedWorld();
    const marks = [personMark(at(0, ams))];
    const eve = new Date('2026-11-23T22:59:00Z');
    const midnight = new Date('2026-11-23T23:00:00Z');
    expect(await markAttendance(animator, { sessionId, marks }, eve)).toEqual({
      outcome: 'notYet',
      date: '2026-11-24',
    });
    expect((await sheetOf(animator, sessionId, before))?.opensOn).toBe('mardi 24 novembre');
    expect(await markAttendance(animator, { sessionId, marks }, midnight)).toMatchObject({ outcome: 'marked' });
  });

  it('opens on the local day of a change of hour, and counts the minutes really spent', async () => {
    const made = await bookedWorld({ ams: 1 });
    const sessionId = await addSession(made, { startsAt: new Date('2026-10-25T08:30:00Z') });
    const marks = [personMark(at(0, made.ams), {}, { markedAt: 0 })];
    const eve = new Date('2026-10-24T21:59:00Z');
    expect(await markAttendance(made.animator, { sessionId, marks }, eve)).toEqual({
      outcome: 'notYet',
      date: '2026-10-25',
    });
    await send(made.animator, sessionId, marks, new Date('2026-10-24T22:00:00Z'));
    expect(await db().attendance.findFirst({ where: { sessionId } })).toMatchObject({ state: 'PRESENT', minutes: 90 });
    expect((await stateOf(made.animator, sessionId)).when).toContain('9 h 30');
  });

  it('is the host’s animator’s alone; the secretary and the coordinator read', async () => {
    const made = await bookedWorld();
    const { ams, sessionId, relaisId } = made;
    const marks = [personMark(at(0, ams))];
    const secretary = await addStaff(made, { role: 'SECRETARY', relaisId });
    const coordinator = await addStaff(made, { role: 'COORDINATOR', relaisId: null });
    for (const actor of [secretary, coordinator]) {
      expect(await markAttendance(actor, { sessionId, marks }, during)).toEqual(nobodyElse);
      expect(await sheetOf(actor, sessionId, during)).toMatchObject({ mayMark: false, totals: null });
    }
    const theirs = await world();
    for (const actor of [theirs.animator, at(0, ams), await addFacilitator(made, theirs.sessionId)]) {
      expect(await markAttendance(actor, { sessionId, marks }, during)).toEqual(nobodyElse);
      expect(await sheetOf(actor, sessionId, during)).toBeNull();
    }
    const other = await db().relais.create({
      data: { collectiviteId: made.collectiviteId, slug: `autre-${sessionId.slice(0, 8)}`, name: 'Autre' },
    });
    const covering = await addStaff(made, { role: 'ANIMATOR', relaisId: other.id });
    expect(await markAttendance(covering, { sessionId, marks }, during)).toEqual(nobodyElse);
    const named = { ...covering, covers: [sessionId] };
    expect(await markAttendance(named, { sessionId, marks }, during)).toMatchObject({ outcome: 'marked' });
  });

  it('is the facilitator’s alone for an ANALYSE; the team gets totals of five or more', async () => {
    const made = await bookedWorld({ ams: 5 });
    const { ams, sessionId, animator, relaisId } = made;
    await db().activity.updateMany({ where: { id: made.activityId }, data: { kind: 'ANALYSE' } });
    const facilitator = await addFacilitator(made, sessionId);
    const composer = await addStaff(made, { role: 'ANIMATOR', relaisId });
    await db().cohort.create({
      data: {
        ...{
          collectiviteId: made.collectiviteId,
          relaisId,
          activityId: made.activityId,
          name: 'Groupe',
          createdAt: before,
        },
        ...{ composerId: composer.personId, facilitatorId: facilitator.personId },
      },
    });
    const marks = ams.map((am) => personMark(am, { children: [] }));
    for (const actor of [animator, composer]) {
      expect(await markAttendance(actor, { sessionId, marks }, during)).toEqual(nobodyElse);
    }
    await send(facilitator, sessionId, marks.slice(0, 4));
    expect((await sheetOf(animator, sessionId, during))?.totals).toBe('Moins de 5 personnes présentes.');
    await send(facilitator, sessionId, marks);
    const seen = await sheetOf(animator, sessionId, during);
    expect(seen).toMatchObject({ totals: '5 personnes présentes.', state: { lines: [] } });
    expect((await sheetOf(composer, sessionId, during))?.state.lines).toHaveLength(5);
    expect((await sheetOf(facilitator, sessionId, during))?.mayMark).toBe(true);
  });

  it('does not take a line of another sheet, nor a mark received elsewhere', async () => {
    const made = await bookedWorld({ ams: 1 });
    const { animator, sessionId } = made;
    const second = await addSession(made, { startsAt: new Date('2026-11-24T12:00:00Z') });
    const mark = guestMark();
    await send(animator, sessionId, [mark]);
    expect(await send(animator, second, [mark])).toMatchObject([{ outcome: 'REFUSED' }]);
    const stolen = { ...mark, id: guestMark().id };
    expect(await send(animator, second, [stolen])).toMatchObject([{ outcome: 'REFUSED' }]);
  });

  it('reads the sheet in as many queries for one line as for thirty', async () => {
    const [small, large] = [
      await bookedWorld({ ams: 1, maxAdults: 40, maxChildren: 40 }),
      await bookedWorld({ ams: 30, maxAdults: 40, maxChildren: 40 }),
    ];
    const counted: number[] = [];
    for (const made of [small, large]) {
      await send(
        made.animator,
        made.sessionId,
        made.ams.map((am) => personMark(am)),
      );
      const { session } = await queriesOf(() => stateOf(made.animator, made.sessionId));
      counted.push(session);
    }
    expect(counted[1]).toBe(counted[0]);
  });
});

async function queriesOf(work: () => Promise<unknown>): Promise<{ session: number }> {
  let session = 0;
  const pool = globalThis.ribambelleDatabase?.pool;
  if (!pool) throw new Error('not connected');
  const query = pool.query.bind(pool);
  pool.query = new Proxy(query, {
    apply(target, self, given: unknown[]) {
      session += 1;
      const answer: unknown = Reflect.apply(target, self, given);
      return answer;
    },
  });
  await work();
  pool.query = query;
  return { session };
}
