import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { linkedInvite, type AskedBearer } from './linked-invite.server.ts';
import { withdrawNeed } from './withdrawNeed.server.ts';

/** Answers a campaign that she needs nothing: what she had said in it is taken back. Refuses as answering does. */
export async function answerNoNeed(
  bearer: AskedBearer,
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' | 'OVER' }>> {
  return inTransaction(tx, async (tx) => {
    const invite = await linkedInvite(tx, bearer, now);
    if (!invite) return refuse({ code: 'NOT_FOUND' });
    if (invite.state !== 'OPEN') return refuse({ code: 'OVER' });
    const { self, startedAt, inviteId } = invite;
    const said = await tx.trainingNeed.findMany({
      where: { personId: self.personId, source: 'CAMPAIGN', withdrawnAt: null, createdAt: { gte: startedAt } },
      select: { id: true },
    });
    for (const { id } of said) await withdrawNeed(self, { needId: id }, now, tx);
    await tx.needInvite.update({ where: { id: inviteId }, data: { answeredAt: now } });
    return { ok: true };
  });
}
