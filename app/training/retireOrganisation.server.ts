import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { organisationFor } from './organisation-access.server.ts';

/** Proposes a provider no more; lines that have it keep it. Twice is once. */
export async function retireOrganisation(
  actor: Actor,
  { organisationId }: { organisationId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const there = await organisationFor(tx, actor, organisationId);
    if (!there) return refuse({ code: 'NOT_FOUND' });
    const where = { id: organisationId, retiredAt: null };
    const { count } = await tx.trainingOrganisation.updateMany({ where, data: { retiredAt: now } });
    if (count === 0) return { ok: true };
    const who = { collectiviteId: there.collectiviteId, actorId: actorId(actor), subject: 'organisation' as const };
    await record(tx, now, { ...who, subjectId: organisationId, what: 'organisation.retired' });
    return { ok: true };
  });
}
