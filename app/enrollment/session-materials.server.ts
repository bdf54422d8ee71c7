import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { readsMaterial } from './material-readers.server.ts';
import { materialShown, type MaterialRow, type MaterialShown } from './material-words.ts';

/**
 * The documents of a session, those of all its activity's dates included, that the actor may open; what comes before
 * first. One query; none for a visitor.
 */
export async function sessionMaterials(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: Tx = db(),
): Promise<MaterialShown[]> {
  if (actor.kind !== 'person' || !isUuid(sessionId)) return [];
  const rows = await tx.$queryRaw<MaterialRow[]>`
    SELECT m.id, m.title, m."when"::text AS "when", m.url, m."mediaType", m.bytes
      FROM "Session" o JOIN "Material" m ON m."activityId" = o."activityId" JOIN "Activity" a ON a.id = o."activityId"
     WHERE o.id = ${sessionId}::uuid AND (m."sessionId" IS NULL OR m."sessionId" = o.id) AND ${readsMaterial(actor, now)}
     ORDER BY m."when", m."createdAt", m.id`;
  return rows.map(materialShown);
}
