import { db, type Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { deadline, plural } from '#app/time/french.ts';
import { fromLocal, localDate } from '#app/time/local.ts';
import { loadMeetings, lockMeeting, type LoadedMeeting } from './meetings.server.ts';
import { sessionWords } from './notices.server.ts';

/** On the decision's day, the reminder leaves in the morning. */
const MORNING = '07:00';
const FARTHEST_DAYS = 60;

/**
 * Reminds, once, who leads each session whose minimum is not reached and whose fate is to decide today; when nobody leads
 * it, the animators of its relais. Gives how many sessions were reminded of. To be run by a job, as often as one likes.
 */
export async function remindDecisions(now: Date, tx?: Tx): Promise<number> {
  const candidates = await loadMeetings(tx ?? db(), await undecided(tx ?? db(), now));
  let reminded = 0;
  for (const { id } of candidates.filter((meeting) => isDue(meeting, now))) {
    if (await inTransaction(tx, (tx) => remind(tx, id, now))) reminded += 1;
  }
  return reminded;
}

/** Sessions with a minimum, neither decided nor reminded of. */
async function undecided(tx: Tx, now: Date): Promise<string[]> {
  const until = new Date(now.getTime() + FARTHEST_DAYS * 86_400_000);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
     WHERE s.state = 'PUBLISHED' AND s."maintainedAt" IS NULL
       AND s."startsAt" > ${now}::timestamptz AND s."startsAt" < ${until}::timestamptz
       AND (a."bookingRules" ? 'minimum' OR r."bookingDefaults" ? 'minimum')
       AND NOT EXISTS (SELECT 1 FROM "History" h WHERE h.subject = 'session' AND h."subjectId" = s.id
                        AND h.what = 'decision:reminded')`;
  return rows.map(({ id }) => id);
}

function isDue({ rules, decidesAt, zone }: LoadedMeeting, now: Date): boolean {
  if (!rules.minimum || !decidesAt) return false;
  const morning = fromLocal({ date: localDate(decidesAt, zone), time: MORNING }, zone);
  return now >= (morning < decidesAt ? morning : decidesAt);
}

async function remind(tx: Tx, sessionId: string, now: Date): Promise<boolean> {
  const meeting = await lockMeeting(tx, sessionId);
  if (!meeting?.rules.minimum || !meeting.decidesAt || !(await undecided(tx, now)).includes(sessionId)) return false;
  const adults = await tx.enrollment.count({
    where: { sessionId, state: { in: ['REQUESTED', 'OFFERED', 'CONFIRMED'] } },
  });
  const { minimum } = meeting.rules;
  if (adults >= minimum.adults) return false;
  const { collectiviteId, decidesAt, zone } = meeting;
  const enrolled = `${plural(adults, 'adulte inscrite', 'adultes inscrites')} : il en faut ${minimum.adults}.`;
  const confidential = meeting.kind === 'ANALYSE';
  const props = { session: sessionWords(meeting), confidential, enrolled, deadline: deadline(decidesAt, zone) };
  const content = { template: 'decision-due', props } as const;
  const mails = (await leadersOf(tx, meeting, now)).map(({ personId, email }): OutgoingMailInput => ({
    ...content,
    collectiviteId,
    personId,
    to: email,
    now,
  }));
  await enqueueMail(tx, mails);
  const subject = { collectiviteId, actorId: null, subject: 'session', subjectId: sessionId } as const;
  await record(tx, now, { ...subject, what: 'decision:reminded', detail: { adults } });
  return true;
}

async function leadersOf(tx: Tx, meeting: LoadedMeeting, now: Date): Promise<{ personId: string; email: string }[]> {
  const leading = await tx.assignment.findMany({
    where: { sessionId: meeting.id, role: 'ANIMATOR', state: { not: 'DECLINED' }, person: { email: { not: null } } },
    select: { personId: true, person: { select: { email: true } } },
  });
  const today = new Date(localDate(now, meeting.zone));
  const team =
    leading.length > 0
      ? leading
      : await tx.staffRole.findMany({
          where: {
            ...{ role: 'ANIMATOR', relaisId: meeting.relaisId, from: { lte: today } },
            OR: [{ until: null }, { until: { gte: today } }],
            person: { erasedAt: null },
          },
          select: { personId: true, person: { select: { email: true } } },
        });
  return team.flatMap(({ personId, person: { email } }) => (email === null ? [] : [{ personId, email }]));
}
