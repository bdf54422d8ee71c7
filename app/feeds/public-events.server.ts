import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { fillFrame, fillWhole, type FeedEvent, type FeedFrame, type Filling } from './feed-body.ts';
import type { FeedPlace } from './public-places.server.ts';
import { FEED_LIMITS, type FeedWindow } from './window.ts';

/** Which events of a relais, a manager or a site; empty lists mean all. */
export type Selection = {
  readonly place: Pick<FeedPlace, 'of' | 'id'>;
  readonly kinds: readonly ActivityKindName[];
  readonly siteIds: readonly string[];
};

type Joined = { count: number; bytes: number; stamps: string; events: string };

/** The events of a public feed, joined by the database itself: one row; only when they do not all fit, a row each. */
export async function fillPublicFrame(
  frame: FeedFrame,
  selection: Selection,
  window: FeedWindow,
  now: Date,
  db: DbOrTx,
): Promise<Filling> {
  const listed = listedSql(selection, window, now);
  const rows = await db.$queryRaw<Joined[]>`
    SELECT count(*)::int AS count, coalesce(sum(bytes), 0)::int AS bytes,
           coalesce(string_agg(text, '' ORDER BY "startsAt", uid), '') AS events,
           coalesce(string_agg(hash || ' ' || sequence || ' ' || (extract(epoch FROM "modifiedAt") * 1000)::bigint,
                               E'\n' ORDER BY "startsAt", uid), '') AS stamps
      FROM (${listed}) e`;
  const whole = rows[0] ? fillWhole(frame, rows[0]) : null;
  if (whole !== null) return whole;
  return fillFrame(frame, await db.$queryRaw<FeedEvent[]>`SELECT * FROM (${listed}) e ORDER BY "startsAt", uid`, now);
}

/** Of each half, past and to come, no more than a feed may hold. */
function listedSql({ place, kinds, siteIds }: Selection, { from, until }: FeedWindow, now: Date): Prisma.Sql {
  const events = Prisma.sql`
    SELECT uid, "startsAt", "endsAt", hash, sequence, "modifiedAt", text, octet_length(text) AS bytes FROM "CalendarEvent"
     WHERE ${COLUMN[place.of]} = ${place.id}::uuid AND public
       ${kinds.length > 0 ? Prisma.sql`AND kind::text = ANY(${[...kinds]})` : Prisma.empty}
       ${siteIds.length > 0 ? Prisma.sql`AND "siteId" = ANY(${[...siteIds]}::uuid[])` : Prisma.empty}`;
  return Prisma.sql`
    (${events} AND "startsAt" >= ${now}::timestamptz AND "startsAt" < ${until}::timestamptz
      ORDER BY "startsAt", uid LIMIT ${FEED_LIMITS.events})
    UNION ALL
    (${events} AND "startsAt" < ${now}::timestamptz AND "startsAt" >= ${from}::timestamptz
      ORDER BY "startsAt" DESC, uid DESC LIMIT ${FEED_LIMITS.events})`;
}

const COLUMN: Readonly<Record<FeedPlace['of'], Prisma.Sql>> = {
  relais: Prisma.sql`"relaisId"`,
  collectivite: Prisma.sql`"collectiviteId"`,
  site: Prisma.sql`"siteId"`,
};
