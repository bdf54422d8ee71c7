import type { DbOrTx } from '#app/db/client.server.ts';
import { when } from '#app/time/french.ts';
import { minutesInWords, type Span } from './clash-words.ts';
import type { Clash } from './new-session.ts';
import { clash, type Held } from './occupation.ts';

/** A thing a new date would hold, and which date it is. */
export type Wanted = Held & { index: number; startsAt: Date; endsAt: Date };

type Row = Span & { at: number; person: string | null; site: string | null; title: string };

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
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.at, p."firstName" || ' ' || p."lastName" AS person, st.name AS site,
           CASE WHEN a.kind = 'ANALYSE' THEN a.title ELSE coalesce(s.theme, a.title) END AS title,
           s."startsAt", s."endsAt", lower(o.during) AS "from", upper(o.during) AS until
      FROM unnest(${wanted.map((_, at) => at)}::int[], ${wanted.map(({ resource }) => resource)}::text[],
                  ${wanted.map(({ from }) => from.toISOString())}::timestamptz[],
                  ${wanted.map(({ until }) => until.toISOString())}::timestamptz[]) AS w(at, resource, "from", until)
      JOIN "Occupation" o ON o.resource = w.resource AND o.during && tstzrange(w."from", w.until, '[)') AND NOT o.overridden
           AND o."sessionId" <> ALL(${[...besides]}::uuid[])
      JOIN "Session" s ON s.id = o."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      LEFT JOIN "Person" p ON 'person:' || p.id = w.resource
      LEFT JOIN "Site" st ON 'site:' || st.id = w.resource
     ORDER BY w.at, s."startsAt"`;
  const held = rows.flatMap(({ at, person, site, title, ...other }) => {
    const one = wanted[at];
    return one ? [foundOf(one, other, { what: person ?? site ?? '', by: title }, zone)] : [];
  });
  return [...held, ...amongThemselves(wanted, zone)];
}

function amongThemselves(wanted: readonly Wanted[], zone: string): Found[] {
  return wanted.flatMap((one, at) => {
    const other = wanted.slice(0, at).find((earlier) => earlier.index !== one.index && clash(earlier, one));
    if (!other) return [];
    return [foundOf(one, other, { what: '', by: 'une autre date de la même série' }, zone)];
  });
}

function foundOf(one: Wanted, other: Span, named: Pick<Clash, 'what' | 'by'>, zone: string): Found {
  const minutes = minutesInWords(one, other, zone);
  const words = `${when(other.startsAt, other.endsAt, zone)}${minutes === '' ? '' : `, ${minutes}`}`;
  return { index: one.index, resource: one.resource, clash: { when: words, ...named } };
}
