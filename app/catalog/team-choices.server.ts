import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';

export type Named = { id: string; name: string };

/** What the team's planning can be filtered by, each by name. */
export type TeamChoices = {
  relais: (Named & { slug: string })[];
  sites: Named[];
  animators: Named[];
  intervenants: Named[];
};

/** The relais, places, animators and intervenants that she plans with; three queries. */
export async function teamChoices(actor: PersonActor, today: string, tx: Tx = db()): Promise<TeamChoices> {
  const { collectiviteId } = actor;
  const where = relaisWhere(actor, 'enrollment.list');
  const inHers = where === 'all' ? {} : { id: { in: [...where] } };
  const relais = await tx.relais.findMany({
    where: { collectiviteId, ...inHers },
    orderBy: { name: 'asc' },
    select: { id: true, slug: true, name: true },
  });
  const ids = relais.map(({ id }) => id);
  const sites = await tx.site.findMany({
    where: { collectiviteId, OR: [{ uses: { some: { relaisId: { in: ids } } } }, { uses: { none: {} } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
  const people = await tx.$queryRaw<(Named & { animates: boolean; speaks: boolean })[]>`
    SELECT p.id, p."firstName" || ' ' || p."lastName" AS name, i.id IS NOT NULL AS speaks,
           EXISTS (SELECT 1 FROM "StaffRole" r WHERE r."personId" = p.id AND r.role = 'ANIMATOR'
                    AND (r."relaisId" IS NULL OR r."relaisId" = ANY(${ids}::uuid[]))
                    AND ${today}::date BETWEEN r."from" AND COALESCE(r.until, 'infinity')) AS animates
      FROM "Person" p LEFT JOIN "Intervenant" i ON i."personId" = p.id
     WHERE p."collectiviteId" = ${collectiviteId}::uuid AND p."erasedAt" IS NULL
       AND (i.id IS NOT NULL OR p.id IN (SELECT "personId" FROM "StaffRole" WHERE "collectiviteId" = ${collectiviteId}::uuid))
     ORDER BY 2, 1`;
  const named = (rows: readonly Named[]) => rows.map(({ id, name }) => ({ id, name }));
  return {
    relais,
    sites,
    animators: named(people.filter(({ animates }) => animates)),
    intervenants: named(people.filter(({ speaks }) => speaks)),
  };
}
