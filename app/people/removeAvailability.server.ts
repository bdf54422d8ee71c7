import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import type { Actor } from './actor.ts';
import { refuse, type Outcome } from './outcome.ts';
import { ownIntervenants } from './own-intervenants.server.ts';

/** An intervenant takes back what he said of when he can come, for every manager. Twice is once; another's is not found. */
export async function removeAvailability(
  actor: Actor,
  { availabilityId }: { availabilityId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const own = await ownIntervenants(actor, tx);
    if (own.length === 0 || !isUuid(availabilityId)) return refuse({ code: 'NOT_FOUND' });
    const ids = own.map(({ personId }) => personId);
    const row = await tx.availability.findUnique({ where: { id: availabilityId } });
    if (!row) return { ok: true, again: true };
    if (!ids.includes(row.personId)) return refuse({ code: 'NOT_FOUND' });
    const { free, part, note, weekday, from, until } = row;
    await tx.availability.deleteMany({ where: { personId: { in: ids }, free, part, note, weekday, from, until } });
    const { personId, collectiviteId } = row;
    const who = { collectiviteId, actorId: personId, subject: 'person' as const, subjectId: personId };
    await record(tx, now, { ...who, what: 'availability.removed' });
    return { ok: true, again: false };
  });
}
