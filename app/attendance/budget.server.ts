import { db, type DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { may, mayWithin, relaisWhere } from '#app/people/permissions.ts';
import { stateSql } from './billed.server.ts';
import type { BudgetShown } from './budget.ts';

export type BudgetLineShown = BudgetShown & { mayWrite: boolean };

/** What is agreed for a coming `t`, as `priceOf` counts it: minutes at a rate an hour, each rounded half up. */
const priceSql = Prisma.sql`round(t.minutes * coalesce(t."rateCents", 0) / 60.0) + coalesce(t."lumpCents", 0)
  + round(t."prepMinutes" * coalesce(t."rateCents", 0) / 60.0) + t."travelCents"`;

type Row = BudgetShown & { relaisId: string };

/** The lines of a year in the relais whose money she reads, by relais and name; null: none is hers to read. One query. */
export async function budgetOf(
  actor: PersonActor,
  year: number,
  now: Date,
  tx: DbOrTx = db(),
): Promise<BudgetLineShown[] | null> {
  const where = relaisWhere(actor, 'money.read');
  if (where.length === 0) return null;
  const hers = where === 'all' ? Prisma.sql`true` : Prisma.sql`g."relaisId" = ANY(${[...where]}::uuid[])`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT g.id, g."relaisId", r.name AS relais, g.label, g."amountCents" AS amount,
           coalesce(sum(o.cents) FILTER (WHERE o.standing = 'PROPOSED'), 0)::int AS proposed,
           coalesce(sum(o.cents) FILTER (WHERE o.standing = 'ACCEPTED' AND o.money NOT IN ('INVOICED', 'PAID')), 0)::int AS committed,
           coalesce(sum(o.cents) FILTER (WHERE o.money IN ('INVOICED', 'PAID')), 0)::int AS spent
      FROM "BudgetLine" g JOIN "Relais" r ON r.id = g."relaisId"
      LEFT JOIN (SELECT t."budgetLineId", l.state::text AS standing, ${stateSql} AS money, ${priceSql} AS cents,
                        s.state AS session
                   FROM "AssignmentTerms" t JOIN "Assignment" l ON l.id = t."assignmentId"
                   JOIN "Session" s ON s.id = l."sessionId" WHERE l.state = 'ACCEPTED' OR (l.state = 'PROPOSED' AND s."startsAt" > ${now}::timestamptz)) o
        ON o."budgetLineId" = g.id AND (o.session <> 'CANCELLED' OR o.money <> 'PLANNED')
     WHERE g."collectiviteId" = ${actor.collectiviteId}::uuid AND g.year = ${year} AND ${hers}
     GROUP BY g.id, r.name ORDER BY r.name, g.label, g.id`;
  return rows.map(({ relaisId, ...line }) => ({ ...line, mayWrite: mayWithin(actor, 'money.write', relaisId) }));
}

export type BudgetLineForm = { id: string; relais: string; year: number; label: string; amountCents: number };

/** A line to change; null: it is not there, or not hers. */
export async function budgetLine(actor: PersonActor, id: string, tx: DbOrTx = db()): Promise<BudgetLineForm | null> {
  const line = isUuid(id)
    ? await tx.budgetLine.findUnique({ where: { id }, include: { relais: { select: { name: true } } } })
    : null;
  if (!line || !may(actor, 'money.write', line)) return null;
  return { id, relais: line.relais.name, year: line.year, label: line.label, amountCents: line.amountCents };
}
