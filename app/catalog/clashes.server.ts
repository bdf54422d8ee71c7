import type { DbOrTx } from '#app/db/client.server.ts';
import { capital, when } from '#app/time/french.ts';
import type { Clash } from './new-session.ts';
import { clash, type Held } from './occupation.ts';

/** A thing a new date would hold, and which date it is. */
export type Wanted = Held & { index: number; startsAt: Date; endsAt: Date };

type Row = { index: number; person: string | null; site: string | null; title: string; startsAt: Date; endsAt: Date };

export type Found = { index: number; resource: string; clash: Clash };

/**
 * What of this is held already, by other sessions or by one another; one query for all.
 *
 * @param besides sessions that are about to give back what they hold
 */
export async function findClashes(
  tx: DbOrTx,
  wanted: readonly Wanted[],
  zone: string,
  besides: readonly string[] = [],
): Promise<Found[]> {
  if (wanted.length === 0) return [];
  const rows = await tx.$queryRaw<(Row & { resource: string })[]>`
    SELECT w.index, w.resource, p."firstName" || ' ' || p."lastName" AS person, st.name AS site,
           CASE WHEN a.kind = 'ANALYSE' THEN a.title ELSE coalesce(s.theme, a.title) END AS title,
           s."startsAt", s."endsAt"
      FROM unnest(${wanted.map(({ index }) => index)}::int[], ${wanted.map(({ resource }) => resource)}::text[],
                  ${wanted.map(({ from }) => from.toISOString())}::timestamptz[],
                  ${wanted.map(({ until }) => until.toISOString())}::timestamptz[]) AS w(index, resource, "from", until)
      JOIN "Occupation" o ON o.resource = w.resource AND o.during && tstzrange(w."from", w.until, '[)') AND NOT o.overridden
           AND o."sessionId" <> ALL(${[...besides]}::uuid[])
      JOIN "Session" s ON s.id = o."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      LEFT JOIN "Person" p ON 'person:' || p.id = w.resource
      LEFT JOIN "Site" st ON 'site:' || st.id = w.resource
     ORDER BY w.index, s."startsAt"`;
  const held = rows.map(({ index, resource, person, site, title, startsAt, endsAt }) => ({
    index,
    resource,
    clash: { when: capital(when(startsAt, endsAt, zone)), what: person ?? site ?? '', by: title },
  }));
  return [...held, ...amongThemselves(wanted, zone)];
}

function amongThemselves(wanted: readonly Wanted[], zone: string): Found[] {
  return wanted.flatMap((one, at) => {
    const other = wanted.slice(0, at).find((earlier) => earlier.index !== one.index && clash(earlier, one));
    if (!other) return [];
    const words = {
      when: capital(when(other.startsAt, other.endsAt, zone)),
      what: '',
      by: 'une autre date de la même série',
    };
    return [{ index: one.index, resource: one.resource, clash: words }];
  });
}
