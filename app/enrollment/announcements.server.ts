import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { deadline } from '#app/time/french.ts';
import { announcementMail } from './announcement-mail.ts';
import type { MailContent } from '#app/mail/templates.ts';
import { announcedMeetings, announcementPeople } from './announcement-people.server.ts';

/** Announcements whose time has come and that are not sent. */
export async function announcementsDue(db: DbOrTx, now: Date): Promise<string[]> {
  const rows = await db.announcement.findMany({ where: { sentAt: null, runAt: { lte: now } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** What an animator sees before she announces. */
export type AnnouncementPreview = {
  relaisId: string;
  title: string;
  /** How many sessions may be booked, now or later. */
  sessions: number;
  /** "jeudi 26 novembre, 9 h"; null: booking is open. */
  opensAt: string | null;
  withMail: number;
  /** Without e-mail: to telephone. */
  toCall: { name: string; phone: string | null }[];
  mail: MailContent<'opening-announced'>['props'] | null;
  /** "annoncée le mardi 24 novembre, 9 h", "prévue le …" */
  before: string[];
};

/** Who would be told of the opening of an activity's booking, and how; null: not there, not hers, or an ANALYSE. */
export async function announcementPreview(
  actor: PersonActor,
  activityId: string,
  ownOnly: boolean,
  now: Date,
  tx: Tx = db(),
): Promise<AnnouncementPreview | null> {
  const activity = await tx.activity.findFirst({
    where: { id: activityId, collectiviteId: actor.collectiviteId, kind: { not: 'ANALYSE' } },
    select: { title: true, relaisId: true, collectivite: { select: { timezone: true } } },
  });
  if (!activity || !may(actor, 'session.plan', activity.relaisId)) return null;
  const zone = activity.collectivite.timezone;
  const announced = { collectiviteId: actor.collectiviteId, activityIds: [activityId], ownOnly };
  const people = await announcementPeople(tx, announced, now);
  const meetings = await announcedMeetings(tx, announced, now);
  const first = meetings.map(({ opensAt }) => opensAt ?? now).sort((a, b) => a.getTime() - b.getTime())[0];
  const earlier = await tx.announcement.findMany({
    where: { activityIds: { has: activityId } },
    orderBy: { createdAt: 'desc' },
    take: 3,
  });
  return {
    ...{ relaisId: activity.relaisId, title: activity.title, sessions: meetings.length },
    opensAt: first && first > now ? deadline(first, zone) : null,
    withMail: people.filter(({ email }) => email !== null).length,
    toCall: people.filter(({ email }) => email === null).map(({ name, phone }) => ({ name, phone })),
    mail: announcementMail(people.find(({ email }) => email !== null)?.sessions ?? [], now)?.props ?? null,
    before: earlier.map(({ sentAt, runAt }) =>
      sentAt ? `envoyée le ${deadline(sentAt, zone)}` : `prévue le ${deadline(runAt, zone)}`,
    ),
  };
}
