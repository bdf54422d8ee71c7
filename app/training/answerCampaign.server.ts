import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { linkedInvite, type AskedBearer } from './linked-invite.server.ts';
import type { TrainingRefusal } from './messages.ts';
import { stateNeed, type NeedStated } from './stateNeed.server.ts';

export type CampaignAnswer = Pick<NeedStated, 'themeId' | 'words' | 'why' | 'suits' | 'urgency'>;

/**
 * Says a need by the link of a campaign's mail, as the person invited; the same theme again corrects it. Refuses a link
 * that is none, one of a campaign that is over, of someone no longer in the relais, and what her own form refuses.
 */
export async function answerCampaign(
  bearer: AskedBearer,
  answer: CampaignAnswer,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ needId: string; again: boolean }, TrainingRefusal | { code: 'OVER' }>> {
  return inTransaction(tx, async (tx) => {
    const invite = await linkedInvite(tx, bearer, now);
    if (!invite) return refuse({ code: 'NOT_FOUND' });
    if (invite.state !== 'OPEN') return refuse({ code: 'OVER' });
    const stated = await stateNeed(invite.self, { ...answer, source: 'CAMPAIGN' }, now, tx);
    if (!stated.ok) return stated;
    await tx.needInvite.update({ where: { id: invite.inviteId }, data: { answeredAt: now } });
    return stated;
  });
}
