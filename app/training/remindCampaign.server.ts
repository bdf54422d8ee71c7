import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { lockCampaign } from './campaign-mail.server.ts';
import type { CampaignRefusal } from './campaign.ts';

/** Reminds, once, those who have not answered: a job writes to them. Refuses a campaign of elsewhere, and one that is over. */
export async function remindCampaign(
  actor: Actor,
  { campaignId }: { campaignId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, CampaignRefusal>> {
  return inTransaction(tx, async (tx) => {
    const campaign = await lockCampaign(tx, campaignId, now);
    if (!campaign || !(await managedRelais(tx, actor, 'need.write', campaign.relaisId)))
      return refuse({ code: 'NOT_FOUND' });
    if (campaign.closesOn < campaign.today) return refuse({ code: 'OVER' });
    if (campaign.remindedAt !== null) return { ok: true, again: true };
    await tx.needCampaign.update({ where: { id: campaignId }, data: { remindedAt: now } });
    await enqueueJob(tx, { task: 'remind-campaign', payload: { campaignId }, key: `campaign-reminder:${campaignId}` });
    const { collectiviteId, relaisId } = campaign;
    const who = { collectiviteId, actorId: actorId(actor), subject: 'relais' as const, subjectId: relaisId };
    await record(tx, now, { ...who, what: 'campaign.reminded', detail: { campaignId } });
    return { ok: true, again: false };
  });
}
