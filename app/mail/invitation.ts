import type { CalendarEntry, CalendarPerson } from '#app/documents/ical-event.ts';
import { renderInvitation } from '#app/documents/ical-invitation.ts';
import type { InvitationPart, MailContent } from '#app/mail/templates.ts';

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
  if (content.template === 'login-code') return null;
  const { session, confidential } = content.props;
  const url = new URL(`/seances/${session.sessionId}`, appUrl).href;
  const entry: CalendarEntry = {
    uid: part.uid,
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    zone: session.timezone,
    summary: session.place === '' ? session.title : `${session.title} – ${session.place}`,
    description: describe(content.props.party, session.bring, session.relais, url),
    location: [session.place, session.address].filter((words) => words !== '').join(', '),
    categories: [],
    url,
    status: part.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    private: confidential ?? false,
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

function describe(party: string, bring: string | null, relais: { name: string; phone: string | null }, url: string) {
  const contact = relais.phone === null ? relais.name : `${relais.name}, ${relais.phone}`;
  const lines = [`Pour ${party}.`, bring === null ? '' : `À prévoir : ${bring}`, contact, url];
  return lines.filter((line) => line !== '').join('\n');
}
