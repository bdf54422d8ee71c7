import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { refuse, type Outcome } from './outcome.ts';
import { mayInCollectivite } from './permissions.ts';

export type NewCommunes = {
  collectiviteId: string;
  communes: readonly { name: string; insee?: string; postalCode?: string }[];
};

/**
 * Adds communes to a collectivité; those it has already (by name) stay as they are. Gives the ids of all those named,
 * by name. Refuses an actor without a role over the whole collectivité.
 */
export async function createCommunes(
  actor: Actor,
  { collectiviteId, communes }: NewCommunes,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ communeIds: ReadonlyMap<string, string> }, { code: 'NOT_ALLOWED' }>> {
  if (!mayInCollectivite(actor, 'relais.settings', collectiviteId)) return refuse({ code: 'NOT_ALLOWED' });
  return inTransaction(tx, async (tx) => {
    const { count } = await tx.commune.createMany({
      data: communes.map((commune) => ({ ...commune, collectiviteId })),
      skipDuplicates: true,
    });
    const rows = await tx.commune.findMany({
      where: { collectiviteId, name: { in: communes.map(({ name }) => name) } },
      select: { id: true, name: true },
    });
    if (count > 0) {
      await record(tx, now, {
        collectiviteId,
        actorId: actorId(actor),
        subject: 'account',
        subjectId: collectiviteId,
        what: 'communes.added',
        detail: { count },
      });
    }
    return { ok: true, communeIds: new Map(rows.map(({ id, name }) => [name, id])) };
  });
}
