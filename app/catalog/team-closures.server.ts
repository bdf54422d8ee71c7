import { db, type Tx } from '#app/db/client.server.ts';
import type { DateRange } from '#app/time/iso-date.ts';
import type { PlannedClosure } from './planning-shades.ts';
import type { TeamChoices } from './team-choices.server.ts';

type Row = Omit<PlannedClosure, 'of'> & { kind: PlannedClosure['of']['kind']; id: string; name: string };

/** The closures of what she plans with that may touch these days; why a person is away is never read. One query. */
export async function teamClosures(
  collectiviteId: string,
  { relais, sites, animators, intervenants }: TeamChoices,
  window: DateRange,
  tx: Tx = db(),
): Promise<PlannedClosure[]> {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT CASE WHEN r.id IS NOT NULL THEN 'relais' WHEN st.id IS NOT NULL THEN 'site' ELSE 'person' END AS kind,
           coalesce(r.id, st.id, p.id) AS id,
           coalesce(r.name, st.name, p."firstName" || ' ' || p."lastName") AS name,
           x.first::text, x.last::text, x.part::text AS part, x.yearly,
           CASE WHEN p.id IS NULL THEN x.reason ELSE '' END AS reason
      FROM "Closure" x LEFT JOIN "Relais" r ON r.id = x."relaisId" LEFT JOIN "Site" st ON st.id = x."siteId"
      LEFT JOIN "Person" p ON p.id = x."personId"
     WHERE x."collectiviteId" = ${collectiviteId}::uuid AND x.first <= ${window.last}::date
       AND (x.yearly OR x.last >= ${window.first}::date)
       AND (x."relaisId" = ANY(${ids(relais)}::uuid[]) OR x."siteId" = ANY(${ids(sites)}::uuid[])
            OR x."personId" = ANY(${ids([...animators, ...intervenants])}::uuid[]))
     ORDER BY x.first, name`;
  return rows.map(({ kind, id, name, ...closure }) => ({ ...closure, of: { kind, id, name } }));
}
