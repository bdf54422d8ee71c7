import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { announcedBefore, announcementView, type AnnouncementView } from './announcement-view.server.ts';

/** Announcements whose time has come and that are not sent. */
export async function announcementsDue(db: DbOrTx, now: Date): Promise<string[]> {
  const rows = await db.announcement.findMany({ where: { sentAt: null, runAt: { lte: now } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** What an animator sees before she announces an activity. */
export type AnnouncementPreview = AnnouncementView & {
  relaisId: string;
  title: string;
  /** "envoyée le mardi 24 novembre, 9 h par Léa Martin", "prévue le …" */
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
  const { collectiviteId } = actor;
  const activity = await tx.activity.findFirst({
    where: { id: activityId, collectiviteId, kind: { not: 'ANALYSE' } },
    select: { title: true, relaisId: true, collectivite: { select: { timezone: true } } },
  });
  if (!activity || !may(actor, 'session.plan', { relaisId: activity.relaisId, collectiviteId })) return null;
  const { title, relaisId, collectivite } = activity;
  const zone = collectivite.timezone;
  const view = await announcementView(tx, { collectiviteId, activityIds: [activityId], ownOnly }, zone, now);
  const before = await announcedBefore(tx, collectiviteId, [activityId], zone);
  return { ...view, relaisId, title, before: (before.get(activityId) ?? []).slice(0, 3) };
}
