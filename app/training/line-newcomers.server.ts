import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { localDate } from '#app/time/local.ts';
import { OUT_OF_LINE } from './file-stage.ts';
import { named } from './name-filter-sql.server.ts';
import { lineFor } from './plan-access.server.ts';
import { relaisPeople } from './relais-people.server.ts';

/** Someone who may come into a line without having said a need. */
export type Newcomer = { id: string; name: string; commune: string | null; relais: string };

export type LineNewcomers = { id: string; title: string; typed: string; found: Newcomer[] };

const FEWEST_LETTERS = 2;
const MOST = 12;

/**
 * Professionals of the plan's relais whose needs the actor writes and who are not in the line, by a few letters of their
 * name; nobody as long as nothing is typed. Null: not this actor's line. Two queries.
 */
export async function lineNewcomers(
  actor: Actor,
  lineId: string,
  asked: string,
  now: Date,
  tx: Tx = db(),
): Promise<LineNewcomers | null> {
  const line = await lineFor(tx, actor, lineId);
  if (!line) return null;
  const typed = asked.trim().slice(0, 80);
  const mine = relaisWhere(actor, 'need.write');
  const relaisIds = line.plan.relais.map(({ id }) => id).filter((id) => mine === 'all' || mine.includes(id));
  const page = { id: lineId, title: line.title, typed };
  if (typed.length < FEWEST_LETTERS) return { ...page, found: [] };
  const found = await tx.$queryRaw<Newcomer[]>`
    SELECT p.id, p."lastName" || ' ' || p."firstName" AS name, k.name AS commune, r.name AS relais
      FROM ${relaisPeople(Prisma.sql`ANY(${relaisIds}::uuid[])`, localDate(now, line.plan.zone))}
      JOIN "Relais" r ON r.id = m."relaisId" LEFT JOIN "Commune" k ON k.id = f."communeId"
     WHERE m.home AND ${named(typed)} AND NOT EXISTS (SELECT 1 FROM "TrainingFile" t WHERE t."lineId" = ${lineId}::uuid
             AND t."personId" = p.id AND NOT t.stage::text = ANY(${[...OUT_OF_LINE]}))
     ORDER BY p."lastName", p."firstName", p.id LIMIT ${MOST}`;
  return { ...page, found };
}
