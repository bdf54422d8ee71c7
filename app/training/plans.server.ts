import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { localDate } from '#app/time/local.ts';
import { LIVE_FILES, READY_FILES, TAKING_FILES } from './file-stage.ts';
import type { PlanFilters } from './plan-filters.ts';

export type PlanCard = {
  id: string;
  year: number;
  name: string;
  relais: string[];
  lines: number;
  /** Dated, or over. */
  dated: number;
  people: number;
  ready: number;
  trained: number;
  /** Persons with a need that no line takes up. */
  waiting: number;
};

export type PlansPage = {
  plans: PlanCard[];
  years: number[];
  relais: { id: string; slug: string; name: string }[];
  thisYear: number;
};

/** The plans of the relais where the actor makes them, the latest year first; null: she makes none. Three queries. */
export async function plans(actor: Actor, filters: PlanFilters, now: Date, tx: Tx = db()): Promise<PlansPage | null> {
  const where = relaisWhere(actor, 'plan.write');
  if (actor.kind !== 'person' || where.length === 0) return null;
  const mine = where === 'all' ? {} : { id: { in: [...where] } };
  const relais = await tx.relais.findMany({
    where: { collectiviteId: actor.collectiviteId, ...mine },
    orderBy: { name: 'asc' },
    select: { id: true, slug: true, name: true, collectivite: { select: { timezone: true } } },
  });
  const ids = relais.map(({ id }) => id);
  const chosen = relais.filter(({ slug }) => slug === filters.relais).map(({ id }) => id);
  const years = await tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT p.year FROM "TrainingPlan" p JOIN "PlanRelais" k ON k."planId" = p.id
     WHERE k."relaisId" = ANY(${ids}::uuid[]) ORDER BY p.year DESC`;
  const rows = await tx.$queryRaw<PlanCard[]>(cards(chosen.length > 0 ? chosen : ids, filters.year));
  return {
    plans: rows,
    years: years.map(({ year }) => year),
    relais: relais.map(({ id, slug, name }) => ({ id, slug, name })),
    thisYear: Number(localDate(now, relais[0]?.collectivite.timezone ?? 'Europe/Paris').slice(0, 4)),
  };
}

const stages = (list: readonly string[]) => Prisma.sql`f.stage::text = ANY(${[...list]})`;

const cards = (relaisIds: string[], year: number | undefined) => Prisma.sql`
  SELECT p.id, p.year, p.name, names.relais, coalesce(l.lines, 0)::int AS lines, coalesce(l.dated, 0)::int AS dated,
         coalesce(f.people, 0)::int AS people, coalesce(f.ready, 0)::int AS ready, coalesce(f.trained, 0)::int AS trained,
         waiting.count::int AS waiting
    FROM "TrainingPlan" p
    JOIN LATERAL (SELECT array_agg(r.name ORDER BY r.name) AS relais FROM "PlanRelais" k
                    JOIN "Relais" r ON r.id = k."relaisId" WHERE k."planId" = p.id) names ON true
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE l.stage <> 'CANCELLED') AS lines,
                              count(*) FILTER (WHERE l.stage IN ('SCHEDULED', 'HELD', 'CLOSED')) AS dated
                         FROM "TrainingLine" l WHERE l."planId" = p.id) l ON true
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE ${stages([...LIVE_FILES, 'ATTENDED', 'CERTIFIED'])}) AS people,
                              count(*) FILTER (WHERE ${stages(READY_FILES)}) AS ready,
                              count(*) FILTER (WHERE ${stages(['ATTENDED', 'CERTIFIED'])}) AS trained
                         FROM "TrainingFile" f JOIN "TrainingLine" l ON l.id = f."lineId" WHERE l."planId" = p.id) f ON true
    JOIN LATERAL (SELECT count(DISTINCT n."personId") FROM "TrainingNeed" n
                    JOIN "PlanRelais" k ON k."planId" = p.id AND k."relaisId" = n."relaisId"
                   WHERE n."withdrawnAt" IS NULL
                     AND NOT EXISTS (SELECT FROM "TrainingFile" f WHERE f."needId" = n.id
                                        AND ${stages(TAKING_FILES)})) waiting ON true
   WHERE EXISTS (SELECT FROM "PlanRelais" k WHERE k."planId" = p.id AND k."relaisId" = ANY(${relaisIds}::uuid[]))
     AND ${year === undefined ? Prisma.sql`true` : Prisma.sql`p.year = ${year}::int`}
   ORDER BY p.year DESC, p.name, p.id LIMIT 200`;
