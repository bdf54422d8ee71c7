import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { BearerActor } from '#app/people/actor.ts';

export type ConfirmReadingOutcome = { outcome: 'notFound' } | { outcome: 'read'; again: boolean };

/**
 * She has read the mail that holds this link: nobody has to telephone her about it. It stands for all that the same
 * mail told her. Twice keeps the first; the link of a former mail confirms only what that mail said.
 */
export async function confirmReading(bearer: BearerActor, now: Date, tx?: Tx): Promise<ConfirmReadingOutcome> {
  const { enrollmentId, round } = bearer;
  return inTransaction(tx, async (tx) => {
    const row =
      bearer.purpose === 'read' &&
      (await tx.toTell.findUnique({
        where: { enrollmentId_round: { enrollmentId, round } },
        select: { personId: true, at: true, collectiviteId: true },
      }));
    if (!row) return { outcome: 'notFound' };
    const { personId, at, collectiviteId } = row;
    const read = await tx.toTell.updateManyAndReturn({
      where: { personId, at, readAt: null },
      data: { readAt: now },
      select: { enrollmentId: true, round: true },
    });
    await record(
      tx,
      now,
      read.map((one) => ({
        ...{ collectiviteId, actorId: personId, subject: 'enrollment' as const, subjectId: one.enrollmentId },
        ...{ what: 'read', detail: { round: one.round } },
      })),
    );
    return { outcome: 'read', again: read.length === 0 };
  });
}
