import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { relaisChoices, type RelaisChoice } from '#app/people/directory-choices.server.ts';
import { datesInWords, openingInWords } from './announcement-mail.ts';
import { announcedMeetings } from './announcement-people.server.ts';
import { announcedBefore, announcementView, type AnnouncementView } from './announcement-view.server.ts';
import type { LoadedMeeting } from './meetings.server.ts';
import type { TermAsked } from './term-asked.ts';

/** An activity whose published sessions come. */
export type AnnounceableActivity = {
  id: string;
  title: string;
  kind: ActivityKindName;
  /** "12 dates, du mardi 5 janvier au mardi 30 mars". */
  dates: string;
  /** "à partir du jeudi 26 novembre, 9 h". */
  opening: string;
  /** What was announced of it already, when and by whom. */
  before: string[];
  chosen: boolean;
};

export type TermAnnouncement = {
  relais: RelaisChoice;
  choices: RelaisChoice[];
  activities: AnnounceableActivity[];
  /** Of those chosen; null: none is. */
  view: AnnouncementView | null;
};

/**
 * The activities of a relais where she plans (by slug; else the first that has any) which people may book, and whom
 * announcing those chosen would reach. Proposed: those not announced whose booking is still to open. Null: not hers.
 */
export async function termAnnouncement(
  actor: PersonActor,
  asked: TermAsked,
  now: Date,
  tx: Tx = db(),
): Promise<TermAnnouncement | null> {
  const choices = await relaisChoices(actor, 'session.plan', tx);
  const zone = await zoneOf(tx, actor);
  const all = await announceable(tx, actor, choices, zone, now);
  const isAsked = ({ slug }: RelaisChoice) => slug === asked.relais;
  const relais =
    asked.relais === null
      ? (choices.find(({ id }) => all.some(({ relaisId }) => relaisId === id)) ?? choices[0])
      : choices.find(isAsked);
  if (!relais) return null;
  const activities = all
    .filter(({ relaisId }) => relaisId === relais.id)
    .map(({ toOpen, ...activity }) => ({
      ...activity,
      chosen: asked.activityIds?.includes(activity.id) ?? (toOpen && activity.before.length === 0),
    }));
  const activityIds = activities.filter(({ chosen }) => chosen).map(({ id }) => id);
  const announced = { collectiviteId: actor.collectiviteId, activityIds, ownOnly: asked.ownOnly };
  const view = activityIds.length === 0 ? null : await announcementView(tx, announced, zone, now);
  return { relais, choices, activities, view };
}

/** In one query an aspect, whatever the number of activities. */
async function announceable(tx: DbOrTx, actor: PersonActor, relais: readonly RelaisChoice[], zone: string, now: Date) {
  const { collectiviteId } = actor;
  const rows = await tx.activity.findMany({
    where: {
      ...{ collectiviteId, relaisId: { in: relais.map(({ id }) => id) }, kind: { not: 'ANALYSE' } },
      sessions: { some: { state: 'PUBLISHED', startsAt: { gt: now } } },
    },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, kind: true, relaisId: true },
  });
  const activityIds = rows.map(({ id }) => id);
  const meetings = await announcedMeetings(tx, { collectiviteId, activityIds, ownOnly: false }, now);
  const before = await announcedBefore(tx, collectiviteId, activityIds, zone);
  return rows.flatMap((row) => {
    const own = meetings.filter((meeting) => meeting.activityId === row.id && isBookable(meeting));
    if (own.length === 0) return [];
    const instants = own.map(({ opensAt }) => opensAt ?? now);
    const opening = openingInWords(instants, zone, now);
    const told = { dates: datesInWords(own), opening, before: (before.get(row.id) ?? []).slice(0, 2) };
    return [{ ...row, ...told, toOpen: instants.every((from) => from > now) }];
  });
}

const isBookable = ({ rules: { mode } }: LoadedMeeting) => mode === 'DIRECT' || mode === 'ON_REQUEST';

async function zoneOf(tx: DbOrTx, { collectiviteId }: PersonActor): Promise<string> {
  const where = { id: collectiviteId };
  return (await tx.collectivite.findUniqueOrThrow({ where, select: { timezone: true } })).timezone;
}
