import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { isDate } from '#app/time/iso-date.ts';
import { actorId, type Actor } from './actor.ts';
import { managedFile } from './managed-files.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { statusWords, type WorkStatusName } from './professional-words.ts';
import { tellOfFile } from './tellOfFile.server.ts';

/** `from`: `YYYY-MM-DD`, past or to come. */
export type StatusChange = { personId: string; status: WorkStatusName; from: string };

/**
 * Says from when she works, pauses or has stopped. What holds on that day already is not written again; another status
 * of the same day is replaced. Her enrolments are not touched: see `enrollment/leave.server.ts`.
 */
export async function changeStatus(
  actor: Actor,
  { personId, status, from }: StatusChange,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, { code: 'NOT_FOUND' | 'DATES_WRONG' }>> {
  if (!isDate(from)) return refuse({ code: 'DATES_WRONG' });
  return inTransaction(tx, async (tx) => {
    const file = await managedFile(tx, actor, 'professional.write', personId, now);
    if (!file) return refuse({ code: 'NOT_FOUND' });
    await lockPersons(tx, [personId]);
    const { collectiviteId, professionalId } = file;
    const date = new Date(from);
    const inForce = await tx.professionalStatus.findFirst({
      where: { professionalId, from: { lte: date } },
      orderBy: { from: 'desc' },
      select: { status: true },
    });
    if (inForce?.status === status) return { ok: true, again: true };
    await tx.professionalStatus.deleteMany({ where: { professionalId, from: date } });
    await tx.professionalStatus.create({ data: { collectiviteId, professionalId, status, from: date } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    await record(tx, now, { ...who, what: 'status.changed', detail: { status, from } });
    const day = dayPlain(from, { year: true });
    await tellOfFile(tx, { ...file, changes: [`Votre situation : ${statusWords(status)}, à partir du ${day}.`] }, now);
    return { ok: true, again: false };
  });
}
