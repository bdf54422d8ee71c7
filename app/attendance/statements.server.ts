import { db, type DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor, PersonActor } from '#app/people/actor.ts';
import { ownIntervenants } from '#app/people/own-intervenants.server.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { capital, when } from '#app/time/french.ts';
import { addDays } from '#app/time/iso-date.ts';
import { localDate, startOfDay } from '#app/time/local.ts';
import { stateSql } from './billed.server.ts';
import type { Statement, StatementLine } from './statement.ts';

/** Days included; `relais`: a slug. */
export type StatementAsked = { du: string; au: string; relais?: string };

/** `relais`: those of the period, whichever is asked, to choose among. */
export type Statements = { statements: Statement[]; relais: { slug: string; name: string }[] };

/** His own, of every manager that employs him, one a manager. */
export async function myStatements(actor: Actor, asked: StatementAsked, tx: DbOrTx = db()): Promise<Statements | null> {
  const own = await ownIntervenants(actor, tx);
  if (own.length === 0) return null;
  const ids = own.map(({ personId }) => personId);
  return read(tx, Prisma.sql`l."personId" = ANY(${ids}::uuid[])`, asked);
}

/** An intervenant's, in the relais whose money she reads; null: there is no such intervenant for her. */
export async function teamStatements(
  actor: PersonActor,
  personId: string,
  asked: StatementAsked,
  tx: DbOrTx = db(),
): Promise<Statements | null> {
  const where = relaisWhere(actor, 'money.read');
  if (where.length === 0 || !isUuid(personId)) return null;
  const known = { personId, collectiviteId: actor.collectiviteId, person: { erasedAt: null } };
  if ((await tx.intervenant.count({ where: known })) === 0) return null;
  const hers = where === 'all' ? Prisma.sql`true` : Prisma.sql`s."relaisId" = ANY(${[...where]}::uuid[])`;
  const { collectiviteId } = actor;
  return read(
    tx,
    Prisma.sql`l."personId" = ${personId}::uuid AND s."collectiviteId" = ${collectiviteId}::uuid AND ${hers}`,
    asked,
  );
}

type Row = Omit<StatementLine, 'date' | 'when' | 'reference'> & {
  collectiviteId: string;
  collectivite: string;
  name: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  slug: string;
  reference: string | null;
};

/** What he accepted and was held, or was cancelled and is owed all the same; by manager, then by date. One query. */
async function read(tx: DbOrTx, whose: Prisma.Sql, { du, au, relais }: StatementAsked): Promise<Statements> {
  // A day more on both sides: each manager has its own time zone; the local date decides below.
  const [from, until] = [startOfDay(addDays(du, -1), 'UTC'), startOfDay(addDays(au, 2), 'UTC')];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l.id AS "assignmentId", s.id AS "sessionId", s."startsAt", s."endsAt", c.timezone AS zone, c.name AS collectivite,
           s."collectiviteId", p."firstName" || ' ' || p."lastName" AS name, r.name AS relais, r.slug,
           CASE WHEN a.kind = 'ANALYSE' THEN a.title ELSE coalesce(s.theme, a.title) END AS title,
           s.state = 'CANCELLED' AS cancelled, ${stateSql} AS state,
           (SELECT b.reference FROM "AssignmentBill" b WHERE b."assignmentId" = l.id AND b."undoneAt" IS NULL
               AND b.state = 'INVOICED' ORDER BY b.at DESC LIMIT 1) AS reference,
           CASE WHEN t."assignmentId" IS NOT NULL THEN to_json(t) END AS terms
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Relais" r ON r.id = s."relaisId" JOIN "Collectivite" c ON c.id = s."collectiviteId"
      JOIN "Person" p ON p.id = l."personId" LEFT JOIN "AssignmentTerms" t ON t."assignmentId" = l.id
     WHERE l.role = 'INTERVENANT' AND l.state = 'ACCEPTED' AND ${whose}
       AND s."startsAt" >= ${from}::timestamptz AND s."startsAt" < ${until}::timestamptz
       AND (s.state = 'PUBLISHED' OR EXISTS (SELECT 1 FROM "AssignmentBill" b
              WHERE b."assignmentId" = l.id AND b."undoneAt" IS NULL))
     ORDER BY c.name, s."collectiviteId", s."startsAt", s.id`;
  const byManager = new Map<string, Statement>();
  const met = new Map<string, string>();
  for (const row of rows) {
    const line = lineOf(row);
    if (line.date < du || line.date > au) continue;
    met.set(row.slug, row.relais);
    if (relais !== undefined && row.slug !== relais) continue;
    const known = byManager.get(row.collectiviteId) ?? { collectivite: row.collectivite, name: row.name, lines: [] };
    byManager.set(row.collectiviteId, { ...known, lines: [...known.lines, line] });
  }
  const choices = [...met].map(([slug, name]) => ({ slug, name }));
  return { statements: [...byManager.values()], relais: choices.sort((a, b) => a.name.localeCompare(b.name, 'fr')) };
}

function lineOf({ startsAt, endsAt, zone, reference, ...row }: Row): StatementLine {
  const { assignmentId, sessionId, title, relais, state, cancelled, terms } = row;
  const date = localDate(startsAt, zone);
  return {
    ...{ assignmentId, sessionId, title, relais, state, cancelled, terms, date, reference: reference ?? '' },
    when: capital(when(startsAt, endsAt, zone, { year: true })),
  };
}
