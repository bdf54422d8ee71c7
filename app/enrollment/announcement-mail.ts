import type { MailContent } from '#app/mail/templates.ts';
import { dayLong, deadline, plural, when } from '#app/time/french.ts';
import { localDate } from '#app/time/wall-clock.ts';

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

type Content = MailContent<'opening-announced'>;
type Line = Content['props']['sessions'][number];

const MOST = 30;

/**
 * The one mail of an announcement to one person: a line each session, or, when several activities are announced, a line
 * each activity (`names`, by id). Null: she may book nothing.
 */
export function announcementMail(
  sessions: readonly AnnouncedSession[],
  names: ReadonlyMap<string, string>,
  now: Date,
): Content | null {
  const ordered = [...sessions].sort((a, b) => a.meeting.startsAt.getTime() - b.meeting.startsAt.getTime());
  const first = ordered[0]?.meeting;
  if (!first) return null;
  const { relais } = first;
  const groups = [...byActivity(ordered).entries()];
  if (groups.length > 1) {
    const lines = groups.slice(0, MOST).map(([id, own]) => activityLine(names.get(id) ?? null, own, now));
    const more = groups.slice(MOST).reduce((sum, [, own]) => sum + own.length, 0);
    const what = plural(groups.length, 'activité', 'activités');
    return { template: 'opening-announced', props: { relais, what, sessions: lines, more, total: ordered.length } };
  }
  const titles = new Set(ordered.map(({ meeting }) => meeting.title));
  const what = titles.size === 1 ? first.title : plural(ordered.length, 'séance', 'séances');
  const lines = ordered.slice(0, MOST).map((one) => sessionLine(one, now));
  const more = Math.max(0, ordered.length - MOST);
  return { template: 'opening-announced', props: { relais, what, sessions: lines, more } };
}

function byActivity(sessions: readonly AnnouncedSession[]): Map<string, AnnouncedSession[]> {
  const groups = new Map<string, AnnouncedSession[]>();
  for (const one of sessions) groups.set(one.meeting.activityId, [...(groups.get(one.meeting.activityId) ?? []), one]);
  return groups;
}

function sessionLine({ meeting, from }: AnnouncedSession, now: Date): Line {
  const { id, title, startsAt, endsAt, zone, site } = meeting;
  const opening = openingInWords([from], zone, now);
  return { sessionId: id, title, when: when(startsAt, endsAt, zone), place: site.name, opening };
}

function activityLine(name: string | null, own: readonly AnnouncedSession[], now: Date): Line {
  const meetings = own.map(({ meeting }) => meeting);
  const [first] = meetings;
  if (!first) throw new Error('an activity is announced for its sessions');
  const places = [...new Set(meetings.map(({ site }) => site.name))];
  return {
    sessionId: first.id,
    title: name ?? first.title,
    when: datesInWords(meetings),
    place: places.length > 2 ? plural(places.length, 'lieu', 'lieux') : places.join(' ou '),
    opening: openingInWords(
      own.map(({ from }) => from),
      first.zone,
      now,
    ),
  };
}

/** "mardi 24 novembre, 9 h 30 – 11 h"; "12 dates, du mardi 5 janvier au mardi 30 mars"; in order of start. */
export function datesInWords(meetings: readonly Pick<AnnouncedSession['meeting'], 'startsAt' | 'endsAt' | 'zone'>[]) {
  const [first, last] = [meetings[0], meetings.at(-1)];
  if (!first || !last) return 'aucune date';
  if (first === last) return when(first.startsAt, first.endsAt, first.zone);
  const day = (instant: Date) => dayLong(localDate(instant, first.zone));
  return `${meetings.length} dates, du ${day(first.startsAt)} au ${day(last.startsAt)}`;
}

/** From when one may book: the same for all these sessions, or how it goes from one to the next. */
export function openingInWords(instants: readonly Date[], zone: string, now: Date): string {
  const toCome = instants.filter((from) => from > now).sort((a, b) => a.getTime() - b.getTime());
  const [next, last] = [toCome[0], toCome.at(-1)];
  if (!next || !last) return 'ouvertes maintenant';
  const open = instants.length - toCome.length;
  const from = `à partir du ${deadline(next, zone)}`;
  if (open > 0) return `ouvertes maintenant pour ${plural(open, 'date', 'dates')}, ensuite ${from}`;
  return next.getTime() === last.getTime() ? from : `${from} pour la première date, plus tard pour les autres`;
}
