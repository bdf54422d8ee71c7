import { enrollmentUid } from '#app/documents/calendar-uid.ts';
import type { CalendarEntry, CalendarPerson } from '#app/documents/ical-event.ts';
import { renderInvitation } from '#app/documents/ical-invitation.ts';
import type { InvitationPart, MailContent, SessionWords } from '#app/mail/templates.ts';

type Given = {
  content: MailContent;
  part: InvitationPart;
  appUrl: string;
  organizer: CalendarPerson;
  attendee: CalendarPerson;
  /** When its cause happened: DTSTAMP. */
  at: Date;
};

/** The calendar body a mail carries (RFC 5546); null when it speaks of no session or its hours are impossible. */
export function invitationText({ content, part, appUrl, organizer, attendee, at }: Given): string | null {
  const about = subjectOf(content, part.uid);
  if (about === null) return null;
  const { session, party } = about;
  const url = new URL(`/seances/${session.sessionId}`, appUrl).href;
  const entry: CalendarEntry = {
    uid: part.uid,
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    zone: session.timezone,
    summary: session.place === '' ? session.title : `${session.title} – ${session.place}`,
    description: describe(party, session.bring, session.relais, url),
    location: [session.place, session.address].filter((words) => words !== '').join(', '),
    categories: [],
    url,
    status: part.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    private: Reflect.get(content.props, 'confidential') === true,
    sequence: part.sequence,
    modifiedAt: at,
  };
  return renderInvitation({
    method: part.method,
    entry,
    organizer,
    attendee,
    prodId: '-//Ribambelle//Inscriptions//FR',
  });
}

/** What the entry of that uid is about; null when the mail speaks of no such session. */
function subjectOf(content: MailContent, uid: string): { session: SessionWords; party: string } | null {
  const { props } = content;
  if ('party' in props) return props;
  return gathered(content).find(({ enrollmentId }) => enrollmentUid(enrollmentId) === uid) ?? null;
}

type Gathered = readonly { session: SessionWords; party: string; enrollmentId: string }[];

/** The sessions of a mail that speaks of several. */
function gathered(content: MailContent): Gathered {
  if (content.template === 'sessions-moved' || content.template === 'sessions-cancelled') return content.props.changes;
  if (content.template === 'group-joined' || content.template === 'group-left') return content.props.changes;
  return [];
}

function describe(party: string, bring: string | null, relais: { name: string; phone: string | null }, url: string) {
  const contact = relais.phone === null ? relais.name : `${relais.name}, ${relais.phone}`;
  const lines = [`Pour ${party}.`, bring === null ? '' : `À prévoir : ${bring}`, contact, url];
  return lines.filter((line) => line !== '').join('\n');
}
