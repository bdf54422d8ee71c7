import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { enrollmentUid } from '#app/documents/calendar-uid.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { groupInWords } from './group-words.ts';
import { groupReport } from './group-report.server.ts';
import { lockCohort, type LockedCohort } from './locked-cohort.server.ts';
import { storedNews } from './membership-news.ts';
import { loadMeetings, type LoadedMeeting } from './meetings.server.ts';
import { partyInWords } from './messages.ts';
import { sessionWords } from './notices.server.ts';
import { isLive, type EnrollmentStateName } from './state.ts';
import { untoldMembers, type Untold } from './untold.server.ts';

/** Each member whose dates changed since she was last told gets one mail; who looks after the group hears of those without a place. */
export async function tellGroup(tx: Tx, cohortId: string, now: Date): Promise<void> {
  const cohort = await lockCohort(tx, cohortId);
  if (!cohort) return;
  const untold = await untoldMembers(tx, cohortId);
  const sessionIds = untold.flatMap(({ dates }) => dates.map(({ sessionId }) => sessionId));
  const meetings = new Map((await loadMeetings(tx, [...new Set(sessionIds)])).map((one) => [one.id, one]));
  const mails = untold.flatMap((member) => mailsTo(cohort, member, meetings, now));
  const report = await groupReport(tx, cohort, untold, meetings, now);
  await enqueueMail(tx, [...mails, ...report]);
  const ids = untold.map(({ membershipId }) => membershipId);
  await tx.membership.updateMany({ where: { id: { in: ids } }, data: { toldAt: now, news: Prisma.DbNull } });
}

function mailsTo(
  cohort: LockedCohort,
  member: Untold,
  meetings: ReadonlyMap<string, LoadedMeeting>,
  now: Date,
): OutgoingMailInput[] {
  const { personId, email, state, toldAt, dates } = member;
  if (email === null) return [];
  const dated = dates.flatMap((date) => {
    const meeting = meetings.get(date.sessionId);
    return meeting ? [{ ...date, about: aboutDate(meeting, date) }] : [];
  });
  const group = groupInWords(cohort.name);
  const { collectiviteId, relais, analyse: confidential } = cohort;
  const mail = { collectiviteId, personId, to: email, now };
  const added = dated.filter((one) => isLive(one.state));
  const ended = dated.filter((one) => !isLive(one.state));
  const stored = confidential ? null : storedNews(member.news);
  const news = stored === null ? {} : { news: stored };
  const joined = state === 'MEMBER' && toldAt === null;
  const left = state !== 'MEMBER';
  const mails: OutgoingMailInput[] = [];
  if (!left && (joined || added.length > 0)) {
    const changes = added.map(({ about, state }) => ({ ...about, note: noteOf(state) }));
    const sure = added.filter((one) => one.state === 'CONFIRMED');
    const content = {
      template: 'group-joined',
      props: { relais, confidential, group, joined, changes, ...news },
    } as const;
    mails.push({ ...mail, ...content, ...invitations(member, sure, 'REQUEST') });
  }
  if (left || ended.length > 0) {
    const changes = ended.map(({ about: { session, party, enrollmentId } }) => ({ session, party, enrollmentId }));
    const known = ended.filter((one) => one.invited);
    const content = { template: 'group-left', props: { relais, confidential, group, left, changes, ...news } } as const;
    mails.push({ ...mail, ...content, ...invitations(member, known, 'CANCEL') });
  }
  return mails;
}

function aboutDate(meeting: LoadedMeeting, { enrollmentId, children, round }: Untold['dates'][number]) {
  const confidential = meeting.kind === 'ANALYSE';
  return { session: sessionWords(meeting), confidential, party: partyInWords(children), enrollmentId, round };
}

/** Who reads her private feed has the entries there. */
function invitations(
  { readsFeed }: Untold,
  dates: readonly { enrollmentId: string }[],
  method: 'REQUEST' | 'CANCEL',
): Pick<OutgoingMailInput, 'invitations'> {
  if (readsFeed || dates.length === 0) return {};
  return { invitations: dates.map(({ enrollmentId }) => ({ uid: enrollmentUid(enrollmentId), method })) };
}

function noteOf(state: EnrollmentStateName): string | null {
  if (state === 'WAITING') return 'Pour cette date, vous êtes sur la liste d’attente : la séance est complète.';
  return state === 'REQUESTED' ? 'Pour cette date, le relais doit encore confirmer votre place.' : null;
}
