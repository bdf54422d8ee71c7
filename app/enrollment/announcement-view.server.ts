import type { DbOrTx } from '#app/db/client.server.ts';
import type { MailContent } from '#app/mail/templates.ts';
import { deadline } from '#app/time/french.ts';
import { announcementMail } from './announcement-mail.ts';
import { activityNames, announcedMeetings, announcementPeople, type Announced } from './announcement-people.server.ts';

/** Whom an announcement would reach, and what it would say. */
export type AnnouncementView = {
  /** How many sessions are published and to come. */
  sessions: number;
  /** "jeudi 26 novembre, 9 h", the first opening; null: booking is open. */
  opensAt: string | null;
  withMail: number;
  /** Without e-mail: to telephone. */
  toCall: { name: string; phone: string | null }[];
  /** As the first of them would get it. */
  mail: MailContent<'opening-announced'>['props'] | null;
};

/** What announcing these activities now would do; nothing is written. */
export async function announcementView(
  db: DbOrTx,
  announced: Announced,
  zone: string,
  now: Date,
): Promise<AnnouncementView> {
  const people = await announcementPeople(db, announced, now);
  const meetings = await announcedMeetings(db, announced, now);
  const names = await activityNames(db, announced.activityIds);
  const first = meetings.map(({ opensAt }) => opensAt ?? now).sort((a, b) => a.getTime() - b.getTime())[0];
  const reached = people.filter(({ email }) => email !== null);
  return {
    sessions: meetings.length,
    opensAt: first && first > now ? deadline(first, zone) : null,
    withMail: reached.length,
    toCall: people.filter(({ email }) => email === null).map(({ name, phone }) => ({ name, phone })),
    mail: announcementMail(mostTold(reached), names, now)?.props ?? null,
  };
}

/** The sessions of the one who may book most: her mail shows best what is announced. */
function mostTold<Session>(people: readonly { sessions: readonly Session[] }[]): readonly Session[] {
  return people.reduce<readonly Session[]>(
    (most, { sessions }) => (sessions.length > most.length ? sessions : most),
    [],
  );
}

/** What was announced before of these activities, the latest first, by activity: when, and by whom. */
export async function announcedBefore(
  db: DbOrTx,
  collectiviteId: string,
  activityIds: readonly string[],
  zone: string,
): Promise<Map<string, string[]>> {
  const rows = await db.announcement.findMany({
    where: { collectiviteId, activityIds: { hasSome: [...activityIds] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 200,
  });
  const by = rows.flatMap(({ createdById }) => createdById ?? []);
  const people = await db.person.findMany({
    where: { id: { in: by }, erasedAt: null },
    select: { id: true, firstName: true, lastName: true },
  });
  const names = new Map(people.map(({ id, firstName, lastName }) => [id, ` par ${firstName} ${lastName}`]));
  const told = new Map<string, string[]>();
  for (const { activityIds: ids, sentAt, runAt, createdById } of rows) {
    const at = sentAt ? `envoyée le ${deadline(sentAt, zone)}` : `prévue le ${deadline(runAt, zone)}`;
    for (const id of ids) told.set(id, [...(told.get(id) ?? []), `${at}${names.get(createdById ?? '') ?? ''}`]);
  }
  return told;
}
