import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { withdrawsFunding, type FileMove } from './file-stage.ts';
import { moveFile } from './moveFile.server.ts';
import { lockLine } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';

export type MoveFiles = {
  lineId: string;
  to: FileMove;
  /** Each with its employeur facilitateur, for complete files. */
  files: readonly { id: string; employer?: string }[];
  /** Why, in a few words, the same for all; each is told. */
  word: string;
};

/** `left`: how many stayed where they were, their stage or their need not permitting it any more. */
type Done = { moved: number; left: number; toCall: number };

/**
 * Moves many files of one line by the same deed, each dated and told as if alone; those that it is not open to any more
 * stay. Withdrawing a funding is done
 * one by one. Refuses none, a file of another line, complete files of which one lacks its employer, and when no file can move.
 */
export async function moveFiles(
  actor: Actor,
  { lineId, to, files, word }: MoveFiles,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, PlanRefusal>> {
  if (files.length === 0) return refuse({ code: 'NOBODY_CHOSEN' });
  return inTransaction(tx, async (tx) => {
    const line = await lockLine(tx, actor, lineId);
    if (!line) return refuse({ code: 'NOT_FOUND' });
    const rows = await tx.trainingFile.findMany({
      where: { lineId },
      select: { id: true, employer: true, stage: true },
    });
    const known = new Map(rows.map((row) => [row.id, row]));
    if (files.some(({ id }) => !known.has(id))) return refuse({ code: 'NOT_FOUND' });
    const lacking = files.some(({ id, employer }) => (employer?.trim() || known.get(id)?.employer) === '');
    if (to === 'COMPLETE' && lacking) return refuse({ code: 'EMPLOYER_NEEDED' });
    const done: Done = { moved: 0, left: 0, toCall: 0 };
    let first: PlanRefusal | null = null;
    for (const { id: fileId, employer = '' } of files) {
      const outcome = withdrawsFunding(known.get(fileId)?.stage, to)
        ? refuse<PlanRefusal>({ code: 'WRONG_STAGE' })
        : await moveFile(actor, { fileId, to, employer, word }, now, tx);
      if (outcome.ok) {
        done.moved += 1;
        done.toCall += outcome.toCall;
      } else {
        done.left += 1;
        first ??= outcome.refusal;
      }
    }
    return first !== null && done.moved === 0 ? refuse(first) : { ok: true, ...done };
  });
}
