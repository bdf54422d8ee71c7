import type { DbOrTx } from '#app/db/client.server.ts';
import type { OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { dayLong } from '#app/time/french.ts';
import { groupInWords } from './group-words.ts';
import type { LockedCohort } from './locked-cohort.server.ts';
import { dateOf, type LoadedMeeting } from './meetings.server.ts';
import { notEnrolledInWords } from './not-enrolled.ts';
import type { Untold } from './untold.server.ts';

/** The mail that tells who looks after a group whom its dates could not hold; none when all is well or she has no e-mail. */
export async function groupReport(
  db: DbOrTx,
  cohort: LockedCohort,
  untold: readonly Untold[],
  meetings: ReadonlyMap<string, LoadedMeeting>,
  now: Date,
): Promise<OutgoingMailInput[]> {
  const unsure = untold.flatMap(({ name, dates }) =>
    dates.flatMap(({ state, sessionId }) => {
      const meeting = meetings.get(sessionId);
      if (!meeting || (state !== 'WAITING' && state !== 'REQUESTED')) return [];
      const what = state === 'WAITING' ? 'attend une place' : 'est à confirmer';
      return [`${name} ${what} le ${dayLong(dateOf(meeting))}.`];
    }),
  );
  const lines = [...unsure, ...(await refusedSince(db, cohort, now))];
  const readerId = cohort.analyse ? cohort.composerId : cohort.createdById;
  if (lines.length === 0 || readerId === null) return [];
  const reader = await db.person.findUnique({ where: { id: readerId, erasedAt: null }, select: { email: true } });
  if (!reader?.email) return [];
  const { collectiviteId, relais, analyse: confidential, id: cohortId } = cohort;
  const props = { relais, confidential, group: groupInWords(cohort.name), cohortId, lines };
  return [{ template: 'group-report', props, collectiviteId, personId: readerId, to: reader.email, now }];
}

/** Refusals that this run met for the first time: they bear its instant. */
async function refusedSince(db: DbOrTx, cohort: LockedCohort, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string; what: string; date: string }[]>`
    SELECT p."firstName" || ' ' || p."lastName" AS name, h.what,
           to_char(s."startsAt" AT TIME ZONE ${cohort.zone}, 'YYYY-MM-DD') AS date
      FROM "History" h JOIN "Membership" m ON m.id = h."subjectId" JOIN "Person" p ON p.id = m."personId"
      JOIN "Session" s ON s.id = (h.detail->>'sessionId')::uuid
     WHERE h.subject = 'membership' AND h.what LIKE 'notEnrolled:%' AND h.at = ${now}::timestamptz
       AND m."cohortId" = ${cohort.id}::uuid
     ORDER BY s."startsAt", m.arrival`;
  return rows.map(({ name, what, date }) => `${name}, ${dayLong(date)} : ${notEnrolledInWords(what)}.`);
}
