import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { refuse, type Outcome } from './outcome.ts';

export type NewCollectivite = {
  /** Letters, digits and hyphens; unique in the installation. */
  slug: string;
  name: string;
  /** School-holiday zone. */
  zone: 'A' | 'B' | 'C';
  /** IANA time zone; default Europe/Paris. */
  timezone?: string;
};

/** Creates a manager of relais. Only the application itself may (`create-admin`, the demo). Refuses a slug in use. */
export async function createCollectivite(
  actor: Actor,
  input: NewCollectivite,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ collectiviteId: string }, { code: 'NOT_ALLOWED' | 'SLUG_TAKEN' }>> {
  if (actor.kind !== 'system') return refuse({ code: 'NOT_ALLOWED' });
  return inTransaction(tx, async (tx) => {
    const [created] = await tx.collectivite.createManyAndReturn({
      data: [input],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!created) return refuse({ code: 'SLUG_TAKEN' });
    await record(tx, now, {
      collectiviteId: created.id,
      actorId: actorId(actor),
      subject: 'account',
      subjectId: created.id,
      what: 'collectivite.created',
    });
    return { ok: true, collectiviteId: created.id };
  });
}
