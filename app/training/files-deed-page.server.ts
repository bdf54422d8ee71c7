import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { FILES_DEED_WORDS, type FilesDeedWords } from './files-deed-words.ts';
import { FILE_DEEDS, fileMayMoveWithOthers, fileStageLabel, type FileMove } from './file-stage.ts';
import { lineFor } from './plan-access.server.ts';

export type FilesDeedPage = {
  lineId: string;
  lineTitle: string;
  to: FileMove;
  asksEmployer: boolean;
  words: FilesDeedWords;
  files: { id: string; name: string; stage: string; employer: string }[];
};

/** One deed about the files of a line that it is open to; null: no such deed, or a line that is not this actor's. */
export async function filesDeedPage(
  actor: Actor,
  { id, slug }: { id: string; slug: string },
  tx: Tx = db(),
): Promise<FilesDeedPage | null> {
  const known = FILE_DEEDS.find((one) => one.slug === slug);
  const line = known && (await lineFor(tx, actor, id));
  if (!known || !line) return null;
  const rows = await tx.trainingFile.findMany({
    where: { lineId: id },
    orderBy: [{ person: { lastName: 'asc' } }, { person: { firstName: 'asc' } }, { id: 'asc' }],
    select: { id: true, stage: true, employer: true, person: { select: { firstName: true, lastName: true } } },
  });
  const open = line.stage === 'CANCELLED' ? [] : rows.filter(({ stage }) => fileMayMoveWithOthers(stage, known.to));
  return {
    ...{ lineId: id, lineTitle: line.title, to: known.to, asksEmployer: known.to === 'COMPLETE' },
    words: FILES_DEED_WORDS[known.slug],
    files: open.map(({ id, stage, employer, person: { firstName, lastName } }) => ({
      ...{ id, employer, name: `${firstName} ${lastName}`, stage: fileStageLabel(stage) },
    })),
  };
}
