import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { comes } from './material-readers.server.ts';
import { materialShown, type MaterialRow, type MaterialShown } from './material-words.ts';

export type MaterialsOf = { activityId: string; title: string; materials: MaterialShown[] };

const MOST = 60;
const YEAR_MS = 366 * 86_400_000;

/** What she may read before or after what she is enrolled in, of the past year and to come, by activity. One query. */
export async function myMaterials(actor: Actor, now: Date, tx: Tx = db()): Promise<MaterialsOf[]> {
  if (actor.kind !== 'person') return [];
  const since = new Date(now.getTime() - YEAR_MS);
  const rows = await tx.$queryRaw<(MaterialRow & { activityId: string; activity: string })[]>`
    SELECT m.id, m.title, m."when"::text AS "when", m.url, m."mediaType", m.bytes, a.id AS "activityId",
           a.title AS activity
      FROM "Activity" a JOIN "Material" m ON m."activityId" = a.id AND m."retiredAt" IS NULL
     WHERE a.id IN (SELECT s."activityId" FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId"
                     WHERE e."personId" = ${actor.personId}::uuid AND s."endsAt" > ${since}::timestamptz
                    UNION SELECT s."activityId" FROM "Presence" p JOIN "Session" s ON s.id = p."sessionId"
                     WHERE p."personId" = ${actor.personId}::uuid AND s."endsAt" > ${since}::timestamptz)
       AND ${comes(actor, now)}
     ORDER BY max(m."createdAt") OVER (PARTITION BY a.id) DESC, a.id, m."when", m."createdAt", m.id LIMIT ${MOST}`;
  const found = new Map<string, MaterialsOf>();
  for (const { activityId, activity, ...row } of rows) {
    const group = found.get(activityId) ?? { activityId, title: activity, materials: [] };
    group.materials.push(materialShown(row));
    found.set(activityId, group);
  }
  return [...found.values()];
}
