import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { linkedInvite, type AskedBearer } from './linked-invite.server.ts';
import { withdrawNeed } from './withdrawNeed.server.ts';

/** Takes back a need that she said by this campaign's link; others of hers are out of its reach. Twice is once. */
export async function retireAnswer(
  bearer: AskedBearer,
  { needId }: { needId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' | 'OVER' }>> {
  return inTransaction(tx, async (tx) => {
    const invite = await linkedInvite(tx, bearer, now);
    if (!invite) return refuse({ code: 'NOT_FOUND' });
    if (invite.state !== 'OPEN') return refuse({ code: 'OVER' });
    const { self, startedAt } = invite;
    const hers = { id: needId, personId: self.personId, source: 'CAMPAIGN' as const, createdAt: { gte: startedAt } };
    if ((await tx.trainingNeed.count({ where: hers })) === 0) return refuse({ code: 'NOT_FOUND' });
    const outcome = await withdrawNeed(self, { needId }, now, tx);
    return outcome.ok ? { ok: true } : refuse({ code: 'NOT_FOUND' });
  });
}
