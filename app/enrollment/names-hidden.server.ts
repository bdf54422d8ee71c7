import { readsNames, type Readers } from '#app/catalog/group-readers.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { mayAt } from '#app/people/permissions.ts';

type Row = Readers & { id: string; founded: boolean };

/**
 * Of these sessions, those whose participants this actor may not read by name, nor count below five: the ANALYSE that
 * she neither leads nor composes. To be asked by every page, list, export and history that names who comes. One query.
 */
export async function namesHidden(db: DbOrTx, actor: Actor, sessionIds: readonly string[]): Promise<Set<string>> {
  if (actor.kind === 'system' || sessionIds.length === 0) return new Set();
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s."relaisId", s."collectiviteId", c.id IS NOT NULL AS founded,
           CASE WHEN c.id IS NOT NULL THEN c."composerId" ELSE coalesce(
             (SELECT l."personId" FROM "Assignment" l WHERE l."sessionId" = s.id AND l.role = 'ANIMATOR'
                 AND l.state <> 'DECLINED' ORDER BY l.id LIMIT 1),
             (SELECT e."createdById" FROM "Enrollment" e WHERE e."sessionId" = s.id
                 AND e."createdById" <> e."personId" ORDER BY e.arrival LIMIT 1)) END AS "composerId",
           CASE WHEN c.id IS NOT NULL THEN c."facilitatorId" ELSE
             (SELECT l."personId" FROM "Assignment" l WHERE l."sessionId" = s.id AND l.role = 'INTERVENANT'
                 AND l.state <> 'DECLINED' ORDER BY l.id LIMIT 1) END AS "facilitatorId"
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
      LEFT JOIN LATERAL (SELECT * FROM "Cohort" k WHERE k."activityId" = a.id
                          ORDER BY k."endedAt" DESC NULLS FIRST LIMIT 1) c ON true
     WHERE s.id = ANY(${[...sessionIds]}::uuid[]) AND a.kind = 'ANALYSE'`;
  return new Set(rows.filter((row) => !readsSession(actor, row)).map(({ id }) => id));
}

/** Before its group is founded, who leads or first enrols there reads the names; as long as nobody does, there are none. */
function readsSession(actor: Actor, row: Row): boolean {
  if (row.founded) return readsNames(actor, row);
  if (actor.kind !== 'person') return false;
  if (actor.personId === row.facilitatorId) return true;
  return mayAt(actor, 'enrollment.answer', row) && (row.composerId === null || actor.personId === row.composerId);
}
