import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { extensionOf, fileName } from '#app/documents/file-kind.ts';
import type { Actor } from '#app/people/actor.ts';
import { readsMaterial } from './material-readers.server.ts';

export type MaterialFile = { name: string; mediaType: string; content: Uint8Array<ArrayBuffer> };

/** The file of a document that the actor may open; null: it is not there, not hers, or a mere link. */
export async function materialFile(actor: Actor, id: string, now: Date, tx: Tx = db()): Promise<MaterialFile | null> {
  if (actor.kind !== 'person' || !isUuid(id)) return null;
  const [row] = await tx.$queryRaw<{ title: string; mediaType: string; content: Uint8Array<ArrayBuffer> }[]>`
    SELECT m.title, m."mediaType", m.content FROM "Material" m JOIN "Activity" a ON a.id = m."activityId"
     WHERE m.id = ${id}::uuid AND m.content IS NOT NULL AND ${readsMaterial(actor, now)}`;
  if (!row) return null;
  return { name: fileName(row.title, extensionOf(row.mediaType)), mediaType: row.mediaType, content: row.content };
}
