import { db, type Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockSessions } from '#app/db/locks.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { dayLong, fromToday } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { loadMeetings, type LoadedMeeting } from './meetings.server.ts';
import { aboutEnrollment } from './notices.server.ts';
import { remindersDue, type ReminderDue } from './reminders-due.server.ts';

/** Persons told in one transaction, under the locks of their sessions. */
const BATCH = 50;

/**
 * Reminds those enrolled, each at the moments she chose, once: her sessions of one day in one message. What was
 * cancelled, moved or given back meanwhile is left out. Resumable; gives how many messages were queued.
 */
export async function remindEnrolled(now: Date): Promise<number> {
  const due = await remindersDue(db(), now);
  let queued = 0;
  for (let from = 0; from < due.length; from += BATCH) {
    const batch = due.slice(from, from + BATCH);
    queued += await inTransaction(undefined, (tx) => remindThese(tx, batch, now));
  }
  return queued;
}

async function remindThese(tx: Tx, batch: readonly ReminderDue[], now: Date): Promise<number> {
  const sessionIds = [...new Set(batch.flatMap((due) => due.sessionIds))];
  await lockSessions(tx, sessionIds);
  const still = new Map((await remindersDue(tx, now, sessionIds)).map((due) => [keyOf(due), due]));
  const wanted = batch.flatMap((due) => still.get(keyOf(due)) ?? []);
  const taken = await take(tx, wanted, now);
  const meetings = await loadMeetings(tx, sessionIds);
  const parties = await tx.enrollment.findMany({
    where: { id: { in: wanted.flatMap((due) => due.enrollmentIds) } },
    select: { id: true, sessionId: true, offerRound: true, _count: { select: { children: true } } },
  });
  const mails = wanted.filter((due) => taken.has(keyOf(due))).flatMap((due) => mailOf(due, parties, meetings, now));
  await enqueueMail(tx, mails);
  return mails.length;
}

const keyOf = ({ personId, day, daysBefore }: Pick<ReminderDue, 'personId' | 'day' | 'daysBefore'>) =>
  `${personId} ${day} ${daysBefore}`;

/** Notes them; gives those that nobody had noted. */
async function take(tx: Tx, due: readonly ReminderDue[], now: Date): Promise<Set<string>> {
  const data = due.map(({ collectiviteId, personId, day, daysBefore }) => ({
    ...{ collectiviteId, personId, day: new Date(day), daysBefore, at: now },
  }));
  const rows = await tx.reminder.createManyAndReturn({ data, skipDuplicates: true });
  return new Set(rows.map((row) => keyOf({ ...row, day: row.day.toISOString().slice(0, 10) })));
}

type Party = { id: string; sessionId: string; offerRound: number; _count: { children: number } };

function mailOf(
  due: ReminderDue,
  parties: readonly Party[],
  meetings: readonly LoadedMeeting[],
  now: Date,
): OutgoingMailInput[] {
  const hers = meetings
    .filter(({ id }) => due.sessionIds.includes(id))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const [first] = hers;
  if (!first) return [];
  const sessions = hers.flatMap((meeting) =>
    parties
      .filter(({ id, sessionId }) => sessionId === meeting.id && due.enrollmentIds.includes(id))
      .map(({ id, offerRound, _count }) => aboutEnrollment(meeting, id, _count.children, offerRound)),
  );
  const soon = fromToday(due.day, localDate(now, first.zone));
  const confidential = hers.some(({ kind }) => kind === 'ANALYSE');
  const props = { relais: first.relais, day: dayLong(due.day), soon, sessions, confidential };
  const { collectiviteId, personId, email } = due;
  return [{ template: 'session-reminder', props, collectiviteId, personId, to: email, now }];
}
