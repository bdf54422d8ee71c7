import type { Tx } from '#app/db/client.server.ts';
import { enrollmentUid } from '#app/documents/calendar-uid.ts';
import type { Job } from '#app/journal/jobs.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import type { InvitationMethod, MailContent, SessionWords } from '#app/mail/templates.ts';
import { dayLong, when } from '#app/time/french.ts';
import type { Applicant } from './applicants.server.ts';
import { partyInWords } from './messages.ts';
import { dateOf, type LoadedMeeting } from './meetings.server.ts';

/** One line of the outbox to be: to whom, about which enrolment, with what. */
export type Notice = {
  to: Pick<Applicant, 'id' | 'email' | 'readsFeed'>;
  enrollmentId: string;
  content: MailContent;
  invitation?: InvitationMethod;
};

/**
 * Queues the messages in the caller's transaction. Who has no e-mail has a text message at most, and is telephoned.
 * Who reads her private feed has the entry there: no invitation, or her calendar would show it twice.
 *
 * @param jobs of the same cause, added by the same statement
 */
export async function notify(
  tx: Tx,
  meeting: LoadedMeeting,
  notices: readonly Notice[],
  now: Date,
  jobs: readonly Job[] = [],
): Promise<void> {
  const mails = notices.flatMap(({ to, enrollmentId, content, invitation }): OutgoingMailInput[] => {
    const mail = { ...content, collectiviteId: meeting.collectiviteId, personId: to.id, to: to.email, now };
    return invitation && !to.readsFeed
      ? [{ ...mail, invitation: { uid: enrollmentUid(enrollmentId), method: invitation } }]
      : [mail];
  });
  await enqueueMail(tx, mails, jobs);
}

/** What mails say of a session. */
export function sessionWords(meeting: LoadedMeeting): SessionWords {
  return {
    sessionId: meeting.id,
    title: meeting.title,
    day: dayLong(dateOf(meeting)),
    when: when(meeting.startsAt, meeting.endsAt, meeting.zone),
    place: meeting.site.name,
    address: meeting.site.address,
    bring: meeting.bring,
    relais: meeting.relais,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    timezone: meeting.zone,
  };
}

/** The props shared by every mail about a party's live place. */
export function aboutEnrollment(meeting: LoadedMeeting, enrollmentId: string, children: number, round: number) {
  return {
    session: sessionWords(meeting),
    confidential: meeting.kind === 'ANALYSE',
    party: partyInWords(children),
    enrollmentId,
    round,
  };
}

/** The same for a place that is over: no link. */
export function aboutParty(meeting: LoadedMeeting, children: number) {
  return {
    session: sessionWords(meeting),
    confidential: meeting.kind === 'ANALYSE',
    party: partyInWords(children),
  };
}
