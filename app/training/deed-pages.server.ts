import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { fileDeedWords, LINE_DEED_WORDS, type DeedWords } from './deed-words.ts';
import { FILE_DEEDS, fileMayMove, type FileMove } from './file-stage.ts';
import { LINE_DEEDS, lineDeed, type LineDeedName } from './line-stage.ts';
import { lineFor } from './plan-access.server.ts';

/** The page of one deed. `open`: its stage allows it now. */
export type DeedPage = { lineId: string; lineTitle: string; words: DeedWords; open: boolean };

export type LineDeedPage = DeedPage & { deed: LineDeedName };

/** Null: no such deed, not this actor's line, or not hers to do. */
export async function lineDeedPage(
  actor: Actor,
  { id, slug }: { id: string; slug: string },
  tx: Tx = db(),
): Promise<LineDeedPage | null> {
  const known = LINE_DEEDS.find((one) => one.slug === slug);
  const line = known && (await lineFor(tx, actor, id));
  if (!known || !line) return null;
  if (known.permission !== 'plan.write' && !may(actor, known.permission, line)) return null;
  const open = lineDeed(line.stage, slug) !== null;
  return { deed: known.slug, lineId: id, lineTitle: line.title, words: LINE_DEED_WORDS[known.slug], open };
}

export type FileDeedPage = DeedPage & { id: string; to: FileMove; name: string; employer: string };

/** Null: no such deed, or a file of a line that is not this actor's. */
export async function fileDeedPage(
  actor: Actor,
  { id, slug }: { id: string; slug: string },
  tx: Tx = db(),
): Promise<FileDeedPage | null> {
  const known = FILE_DEEDS.find((one) => one.slug === slug);
  if (!known || !isUuid(id)) return null;
  const file = await tx.trainingFile.findUnique({
    where: { id },
    select: { lineId: true, stage: true, employer: true, person: { select: { firstName: true, lastName: true } } },
  });
  const line = file && (await lineFor(tx, actor, file.lineId));
  if (!file || !line) return null;
  const name = `${file.person.firstName} ${file.person.lastName}`;
  return {
    ...{ id, to: known.to, name, employer: file.employer, lineId: line.id, lineTitle: line.title },
    words: fileDeedWords(known.slug, name),
    open: line.stage !== 'CANCELLED' && fileMayMove(file.stage, known.to),
  };
}
