import { createHash } from 'node:crypto';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { fileKind } from '#app/documents/file-kind.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { materialPlace, settles } from './material-place.server.ts';
import { LARGEST_FILE, LONGEST_TITLE, MOST_MATERIALS, pageLink } from './material.ts';
import type { MaterialRefusal, MaterialWhen } from './material.ts';

export type NewMaterial = {
  activityId: string;
  /** null: for all its dates. */
  sessionId: string | null;
  when: MaterialWhen;
  /** '' with a file: the file's own name. */
  title: string;
  url?: string;
  file?: { bytes: Uint8Array<ArrayBuffer>; name: string };
};

type Content = { url: string } | { mediaType: string; bytes: number; content: Uint8Array<ArrayBuffer> };

/**
 * Adds a link or a file for those enrolled, before or after: by who plans the activity, or by the intervenant who has
 * accepted this session; of an ANALYSE, by its facilitator and its composer alone. A file is told by its first bytes.
 * The same again is the one that is there.
 */
export async function addMaterial(
  actor: Actor,
  input: NewMaterial,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ materialId: string; again: boolean }, MaterialRefusal>> {
  const content = contentOf(input);
  if ('code' in content) return refuse(content);
  const title = (input.title.trim() || (input.file?.name ?? '')).trim();
  if (title === '' || title.length > LONGEST_TITLE) return refuse({ code: 'TITLE_EMPTY' });
  return inTransaction(tx, async (tx) => {
    const { activityId, sessionId, when } = input;
    const place = await materialPlace(tx, actor, activityId);
    if (!place || !settles(place, sessionId)) return refuse({ code: 'NOT_FOUND' });
    if (sessionId !== null && (await tx.session.count({ where: { id: sessionId, activityId } })) === 0)
      return refuse({ code: 'NOT_FOUND' });
    await tx.$executeRaw`SELECT 1 FROM "Activity" WHERE id = ${activityId}::uuid FOR NO KEY UPDATE`;
    const there = await sameOne(tx, { activityId, sessionId, when, title }, content);
    if (there !== null) return { ok: true, materialId: there, again: true };
    if ((await tx.material.count({ where: { activityId, retiredAt: null } })) >= MOST_MATERIALS)
      return refuse({ code: 'TOO_MANY' });
    const { collectiviteId } = place;
    const made = { collectiviteId, activityId, sessionId, when, title, createdAt: now, createdById: actorId(actor) };
    const { id } = await tx.material.create({ data: { ...made, ...content }, select: { id: true } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'activity' as const, subjectId: activityId };
    await record(tx, now, { ...who, what: 'material.added', detail: { materialId: id, sessionId } });
    return { ok: true, materialId: id, again: false };
  });
}

function contentOf({ url = '', file }: NewMaterial): Content | MaterialRefusal {
  const given = file && file.bytes.length > 0 ? file : null;
  if (url.trim() !== '' && given) return { code: 'BOTH_GIVEN' };
  if (!given) {
    if (url.trim() === '') return { code: 'NOTHING_GIVEN' };
    const link = pageLink(url);
    return link === null ? { code: 'LINK_WRONG' } : { url: link };
  }
  if (given.bytes.length > LARGEST_FILE) return { code: 'FILE_TOO_LARGE' };
  const kind = fileKind(given.bytes, given.name);
  if (!kind) return { code: 'FILE_WRONG' };
  return { mediaType: kind.mediaType, bytes: given.bytes.length, content: given.bytes };
}

type Named = { activityId: string; sessionId: string | null; when: MaterialWhen; title: string };

/** The form was sent twice: the living document with that title and that very content. */
async function sameOne(
  tx: Tx,
  { activityId, sessionId, when, title }: Named,
  content: Content,
): Promise<string | null> {
  const url = 'url' in content ? content.url : null;
  const print = 'url' in content ? null : createHash('md5').update(content.content).digest('hex');
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Material"
     WHERE "activityId" = ${activityId}::uuid AND "retiredAt" IS NULL AND title = ${title} AND "when"::text = ${when}
       AND "sessionId" IS NOT DISTINCT FROM ${sessionId}::uuid AND url IS NOT DISTINCT FROM ${url}
       AND md5(content) IS NOT DISTINCT FROM ${print} LIMIT 1`;
  return row?.id ?? null;
}
