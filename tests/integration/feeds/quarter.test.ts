import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { confirmDone } from '#app/attendance/confirmDone.server.ts';
import { setTerms } from '#app/attendance/setTerms.server.ts';
import { statementPdf } from '#app/attendance/statement-pdf.ts';
import { totalOf } from '#app/attendance/statement.ts';
import { myStatements } from '#app/attendance/statements.server.ts';
import { answerProposal } from '#app/catalog/answerProposal.server.ts';
import { db } from '#app/db/client.server.ts';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';
import { changeSessions } from '#app/enrollment/changeSessions.server.ts';
import { renderSessionEvents } from '#app/feeds/renderSessionEvents.server.ts';
import { renewFeedToken } from '#app/feeds/renewFeedToken.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { localDate, localTime } from '#app/time/local.ts';
import { at, done, evening, NOW, paris, twoManagers } from '../attendance/two-managers.ts';
import { useDatabase } from '../database.ts';
import { readPrivate, RENDERING } from './world.ts';

useDatabase();

const TERMS = {
  ...{ minutes: null, prepMinutes: 30, rateCents: 7_500, lumpCents: null, travelCents: 1_840, cancellation: '' },
  ...{ practical: '', siret: '', serviceCode: '', commitment: '', budgetLineId: null },
};

/** The events of his feed, as another program reads them. */
async function eventsOf(token: string, now: Date) {
  const { body } = await readPrivate(token, {}, now);
  const calendar = ICAL.Component.fromString(body ?? '');
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const start = new ICAL.Event(event).startDate;
    return {
      ...{ uid: String(event.getFirstPropertyValue('uid')), status: String(event.getFirstPropertyValue('status')) },
      sequence: Number(event.getFirstPropertyValue('sequence')),
      start: start.toJSDate(),
      wall: start.toString().slice(0, 16),
    };
  });
}

it('follows a psychologist of three relais and two managers through a quarter', async () => {
  const { here, there, self, other } = await twoManagers();
  const render = async (ids: readonly string[], now: Date) => {
    for (const id of ids) await renderSessionEvents(id, RENDERING, now);
  };
  // The clocks go forward on 28 March 2027.
  const days = ['2027-03-16', '2027-03-23', '2027-03-30', '2027-04-06'];
  const series = await evening(here, self, days, { state: 'ACCEPTED', title: 'Analyse' });
  const north = await evening(here, self, ['2026-12-01'], { title: 'Nord' });
  const south = await evening(here, self, ['2026-12-02'], { title: 'Sud', relaisId: here.south });
  const far = await evening(there, other, ['2026-12-03'], { title: 'Loin' });
  const all = [series, north, south, far].flatMap(({ sessionIds }) => sessionIds);
  await render(all, NOW);
  const renewed = await renewFeedToken(self, { contents: null }, RENDERING, NOW);
  if (renewed.outcome !== 'renewed') throw new Error(renewed.outcome);
  const { token } = renewed;
  const asked = await eventsOf(token, NOW);
  expect(asked.filter(({ status }) => status === 'TENTATIVE')).toHaveLength(3);

  const answer = (assignmentIds: readonly string[], said: 'ACCEPTED' | 'DECLINED') =>
    answerProposal(self, { assignmentIds, answer: said, word: '' }, NOW);
  done(await answer(north.assignmentIds, 'ACCEPTED'));
  done(await answer(far.assignmentIds, 'ACCEPTED'));
  done(await answer(south.assignmentIds, 'DECLINED'));
  await render(all, NOW);
  const sure = await eventsOf(token, NOW);
  expect(sure.map(({ status }) => status)).toEqual(Array(6).fill('CONFIRMED'));
  const spring = sure.filter(({ wall }) => wall >= '2027-03');
  expect(spring.map(({ wall }) => wall)).toEqual(days.map((day) => `${day}T19:30`));
  expect(spring.map(({ start }) => [localDate(start, 'Europe/Paris'), localTime(start, 'Europe/Paris')])).toEqual(
    days.map((day) => [day, '19:30']),
  );
  expect(spring.map(({ start }) => start.getUTCHours())).toEqual([18, 18, 17, 17]);

  const sessionId = at(north.sessionIds, 0);
  const moved = new Date(NOW.getTime() + 60_000);
  const change = { date: '2026-12-08', agreed: true };
  done(await changeSessions(here.animator, { sessionId, scope: 'ONE', change }, moved));
  await render(all, moved);
  const after = await eventsOf(token, moved);
  expect(after).toHaveLength(6);
  const [before, now] = [sure, after].map((list) => list.filter(({ uid }) => uid.includes(sessionId)));
  expect(now?.map(({ wall }) => wall)).toEqual(['2026-12-08T19:30']);
  expect(now?.[0]?.sequence).toBeGreaterThan(before?.[0]?.sequence ?? Infinity);

  const end = paris('2026-12-31', '20:00');
  for (const { assignmentIds } of [north, far]) {
    const assignmentId = at(assignmentIds, 0);
    done(await setTerms(SYSTEM, { assignmentId, scope: 'ONE', terms: TERMS }, moved));
    done(await confirmDone(self, { assignmentId }, end));
  }
  const period = { du: '2026-10-01', au: '2026-12-31' };
  const statements = (await myStatements(self, period))?.statements ?? [];
  expect(statements.map(({ lines }) => lines.map(({ title, state }) => [title, state]))).toEqual([
    [['Nord', 'DONE']],
    [['Loin', 'DONE']],
  ]);
  expect(statements.map(({ lines }) => totalOf(lines))).toEqual([20_590, 20_590]);
  const pdf = await statementPdf({ statements, period, name: 'Marc Petit' }, pdfFonts(), end);
  expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
  expect(
    await db().occupation.count({
      where: { resource: `person:${self.personId}`, sessionId: { in: south.sessionIds } },
    }),
  ).toBe(0);
});
