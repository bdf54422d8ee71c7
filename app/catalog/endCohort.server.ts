import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';

/** Ends a group whose sessions are over or cancelled: it follows nothing and writes to nobody any more. Twice is once. */
export async function endCohort(
  actor: Actor,
  { cohortId }: { cohortId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const cohort = await tx.cohort.findUnique({ where: { id: cohortId }, select: { relaisId: true, endedAt: true } });
    const relais = cohort && (await managedRelais(tx, actor, 'cohort.write', cohort.relaisId));
    if (!cohort || !relais) return refuse({ code: 'NOT_FOUND' });
    if (cohort.endedAt) return { ok: true };
    await tx.cohort.update({ where: { id: cohortId }, data: { endedAt: now }, select: { id: true } });
    const who = { collectiviteId: relais.collectiviteId, actorId: actorId(actor) };
    await record(tx, now, { ...who, subject: 'cohort', subjectId: cohortId, what: 'cohort.ended' });
    return { ok: true };
  });
}
