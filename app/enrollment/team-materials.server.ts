import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { materialPlace, settles, type MaterialPlace } from '#app/catalog/material-place.server.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { mayWithin } from '#app/people/permissions.ts';
import { capital, dayPlain, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { materialAudience } from './material-audience.server.ts';
import { materialShown, type MaterialShown } from './material-words.ts';

export type TeamMaterial = MaterialShown & {
  /** The only date it is for; null: all. */
  date: string | null;
  /** "12 décembre": those enrolled were told. */
  told: string | null;
  /** She may take it away, and tell those enrolled of it. */
  settles: boolean;
};

/** The documents of an activity, for who looks after them. */
export type TeamMaterials = {
  activity: { id: string; title: string; kind: ActivityKindName; relais: string };
  materials: TeamMaterial[];
  dates: { id: string; when: string }[];
  adds: boolean;
  all: boolean;
  /** All its dates are over. */
  over: boolean;
  /** How many a mail reaches, and how many it does not. */
  readers: { mailed: number; without: number };
};

/**
 * The documents of an activity: for the team of its relais, who may add them, and the intervenant for his sessions; of
 * an ANALYSE its facilitator and its composer alone. Null: not for this actor.
 */
export async function teamMaterials(
  actor: PersonActor,
  activityId: string,
  now: Date,
  tx: Tx = db(),
): Promise<TeamMaterials | null> {
  const row = await tx.activity.findUnique({
    where: { id: activityId },
    select: {
      ...({ id: true, title: true, kind: true, relaisId: true, collectiviteId: true } as const),
      relais: { select: { name: true } },
      collectivite: { select: { timezone: true } },
      sessions: {
        where: { state: { not: 'CANCELLED' } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        select: { id: true, startsAt: true, endsAt: true },
      },
      materials: { where: { retiredAt: null }, orderBy: [{ when: 'asc' }, { createdAt: 'asc' }], select: COLUMNS },
    },
  });
  if (!row) return null;
  const place = await materialPlace(tx, actor, activityId);
  const reads =
    row.kind !== 'ANALYSE' &&
    row.collectiviteId === actor.collectiviteId &&
    mayWithin(actor, 'enrollment.list', row.relaisId);
  if (!place && !reads) return null;
  const { id, title, kind, relais, sessions } = row;
  const zone = row.collectivite.timezone;
  const inWords = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
    capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) }));
  const dates = sessions.map((one) => ({ id: one.id, when: inWords(one) }));
  const audience = await materialAudience(tx, { activityId, sessionId: null });
  const mailed = audience.filter(({ email }) => email !== null).length;
  return {
    activity: { id, title, kind, relais: relais.name },
    materials: row.materials.map(({ sessionId, toldAt, createdById, ...material }) => ({
      ...materialShown(material),
      date: dates.find((one) => one.id === sessionId)?.when ?? null,
      told: toldAt && dayPlain(localDate(toldAt, zone)),
      settles: maySettle(place, sessionId, createdById === actor.personId),
    })),
    dates: dates.filter((one) => place?.all === true || place?.sessionIds.includes(one.id) === true),
    ...{ adds: place !== null, all: place?.all ?? false },
    over: sessions.length > 0 && sessions.every(({ endsAt }) => endsAt <= now),
    readers: { mailed, without: audience.length - mailed },
  };
}

const maySettle = (place: MaterialPlace | null, sessionId: string | null, own: boolean): boolean =>
  place !== null && settles(place, sessionId) && (place.all || own);

const COLUMNS = {
  ...({ id: true, title: true, when: true, url: true, mediaType: true, bytes: true } as const),
  ...({ sessionId: true, toldAt: true, createdById: true } as const),
} as const;
