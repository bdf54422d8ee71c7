import type { Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { managedRelais } from './managed-relais.server.ts';
import { refuse, type Outcome } from './outcome.ts';

/**
 * Replaces a relais's booking rules, already validated by the catalog's schema. `detail` tells the history what changed.
 * Refuses whoever does not decide of that relais's settings.
 */
export async function changeBookingDefaults(
  actor: Actor,
  input: { relaisId: string; bookingDefaults: Prisma.InputJsonObject; detail: Prisma.InputJsonObject },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const relais = await managedRelais(tx, actor, 'relais.settings', input.relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    await tx.relais.update({ where: { id: relais.id }, data: { bookingDefaults: input.bookingDefaults } });
    const who = { collectiviteId: relais.collectiviteId, actorId: actorId(actor) };
    const what = { subject: 'relais' as const, subjectId: relais.id, what: 'relais.rules' };
    await record(tx, now, { ...who, ...what, detail: input.detail });
    return { ok: true };
  });
}
