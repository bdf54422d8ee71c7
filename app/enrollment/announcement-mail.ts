import type { MailContent } from '#app/mail/templates.ts';
import { deadline, plural, when } from '#app/time/french.ts';

/** A session of the announcement, as its mail needs it. */
export type AnnouncedSession = {
  meeting: {
    id: string;
    activityId: string;
    title: string;
    startsAt: Date;
    endsAt: Date;
    zone: string;
    site: { name: string };
    relais: { name: string; phone: string | null; email: string | null };
  };
  from: Date;
};

const MOST = 30;

/** The one mail of an announcement to one person; null: she may book nothing. */
export function announcementMail(
  sessions: readonly AnnouncedSession[],
  now: Date,
): MailContent<'opening-announced'> | null {
  const ordered = [...sessions].sort((a, b) => a.meeting.startsAt.getTime() - b.meeting.startsAt.getTime());
  const first = ordered[0]?.meeting;
  if (!first) return null;
  const titles = new Set(ordered.map(({ meeting }) => meeting.title));
  const several = new Set(ordered.map(({ meeting }) => meeting.activityId)).size;
  const one = titles.size === 1 ? first.title : plural(ordered.length, 'séance', 'séances');
  return {
    template: 'opening-announced',
    props: {
      relais: first.relais,
      what: several > 1 ? plural(several, 'activité', 'activités') : one,
      sessions: ordered.slice(0, MOST).map(({ meeting, from }) => ({
        sessionId: meeting.id,
        title: meeting.title,
        when: when(meeting.startsAt, meeting.endsAt, meeting.zone),
        place: meeting.site.name,
        opening: from <= now ? 'ouvertes maintenant' : `à partir du ${deadline(from, meeting.zone)}`,
      })),
      more: Math.max(0, ordered.length - MOST),
    },
  };
}
