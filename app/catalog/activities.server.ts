import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { when } from '#app/time/french.ts';
import { localDate } from '#app/time/wall-clock.ts';
import type { ActivityFilters } from './activity-filters.ts';
import type { ActivityKindName } from './booking-rules.ts';
import { holdsText } from './folded-sql.server.ts';

/** An activity in the team's list, ready to show. */
export type ActivityLine = {
  id: string;
  title: string;
  kind: ActivityKindName;
  relais: string;
  state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  /** Dates that are not cancelled, and those of them still to be published. */
  dates: number;
  drafts: number;
  next: string | null;
};

export type ActivityList = { lines: ActivityLine[]; total: number };

type Row = Omit<ActivityLine, 'next'> & { total: number; startsAt: Date | null; endsAt: Date | null; zone: string };

const PAGE = 30;

/** A page of the activities of her relais, the next to come first; one query. An ANALYSE only where she plans. */
export async function activities(
  actor: PersonActor,
  filters: ActivityFilters,
  now: Date,
  { size = PAGE }: { size?: number } = {},
  tx: Tx = db(),
): Promise<ActivityList> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.title, a.kind::text AS kind, a.state::text AS state, r.name AS relais, c.timezone AS zone,
           d.dates, d.drafts, n."startsAt", n."endsAt", count(*) OVER ()::int AS total
      FROM "Activity" a JOIN "Relais" r ON r.id = a."relaisId" JOIN "Collectivite" c ON c.id = a."collectiviteId"
      JOIN LATERAL (SELECT count(*) FILTER (WHERE s.state <> 'CANCELLED')::int AS dates,
                           count(*) FILTER (WHERE s.state = 'DRAFT')::int AS drafts,
                           max(s."endsAt") AS last
                      FROM "Session" s WHERE s."activityId" = a.id) d ON true
      LEFT JOIN LATERAL (SELECT s."startsAt", s."endsAt" FROM "Session" s
                          WHERE s."activityId" = a.id AND s.state <> 'CANCELLED' AND s."endsAt" > ${now}::timestamptz
                          ORDER BY s."startsAt" LIMIT 1) n ON true
     WHERE ${inHers(actor)} AND ${Prisma.join(conditions(filters, now), ' AND ')}
     ORDER BY n."startsAt" NULLS LAST, d.last DESC NULLS FIRST, a.title, a.id
     LIMIT ${size} OFFSET ${(filters.page - 1) * size}`;
  return { lines: rows.map((row) => lineOf(row, now)), total: rows[0]?.total ?? 0 };
}

function lineOf({ startsAt, endsAt, zone, ...row }: Row, now: Date): ActivityLine {
  const { id, title, kind, relais, state, dates, drafts } = row;
  const next = startsAt && endsAt && when(startsAt, endsAt, zone, { reference: localDate(now, zone) });
  return { id, title, kind, relais, state, dates, drafts, next };
}

/** On "Activity" a: what she reads of her relais. */
function inHers(actor: PersonActor): Prisma.Sql {
  const at = (where: readonly string[] | 'all') =>
    where === 'all' ? Prisma.sql`true` : Prisma.sql`a."relaisId" = ANY(${[...where]}::uuid[])`;
  return Prisma.sql`a."collectiviteId" = ${actor.collectiviteId}::uuid AND ${at(relaisWhere(actor, 'enrollment.list'))}
    AND (a.kind <> 'ANALYSE' OR ${at(relaisWhere(actor, 'session.plan'))})`;
}

function conditions({ relais, kind, state, q }: ActivityFilters, now: Date): Prisma.Sql[] {
  return [
    Prisma.sql`a.state <> 'CANCELLED'`,
    ...(relais === null ? [] : [Prisma.sql`r.slug = ${relais}`]),
    ...(kind === null ? [] : [Prisma.sql`a.kind::text = ${kind}`]),
    ...(q === '' ? [] : [holdsText(Prisma.sql`concat_ws(' ', a.title, a.description, a.audience)`, q)]),
    ...(state === null ? [] : [stateCondition(state, now)]),
  ];
}

function stateCondition(state: NonNullable<ActivityFilters['state']>, now: Date): Prisma.Sql {
  const over = Prisma.sql`d.dates > 0 AND d.last <= ${now}::timestamptz`;
  if (state === 'brouillon') return Prisma.sql`(a.state = 'DRAFT' OR d.drafts > 0)`;
  return state === 'passee'
    ? Prisma.sql`a.state = 'PUBLISHED' AND ${over}`
    : Prisma.sql`a.state = 'PUBLISHED' AND NOT (${over})`;
}
