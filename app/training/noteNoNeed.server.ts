import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';

/** Notes that someone invited answered on the telephone that she needs nothing. Refuses an invitation of elsewhere. */
export async function noteNoNeed(
  actor: Actor,
  { inviteId }: { inviteId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ campaignId: string }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const invite = isUuid(inviteId)
      ? await tx.needInvite.findUnique({
          where: { id: inviteId },
          select: { campaignId: true, personId: true, campaign: { select: { relaisId: true } } },
        })
      : null;
    const relais = invite && (await managedRelais(tx, actor, 'need.write', invite.campaign.relaisId));
    if (!invite || !relais) return refuse({ code: 'NOT_FOUND' });
    const { campaignId, personId } = invite;
    const { count } = await tx.needInvite.updateMany({
      where: { id: inviteId, answeredAt: null },
      data: { answeredAt: now },
    });
    const { collectiviteId } = relais;
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    if (count > 0) await record(tx, now, { ...who, what: 'campaign.noNeed', detail: { campaignId } });
    return { ok: true, campaignId };
  });
}
