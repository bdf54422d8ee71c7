import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { localDate } from '#app/time/local.ts';
import { mayCloseOn, type CampaignRefusal } from './campaign.ts';
import { relaisPeople } from './relais-people.server.ts';

export type NewCampaign = {
  relaisId: string;
  /** Last day to answer, `YYYY-MM-DD`. */
  closesOn: string;
  /** The animator's own, in the mail. */
  words: string;
};

/**
 * Asks all the professionals of a relais what they wish to learn, until a day; a job writes to them. Refuses a relais
 * where the actor notes no needs, a day that will not do, a second campaign while one is open. The same again within it
 * is the one that is open.
 */
export async function startCampaign(
  actor: Actor,
  { relaisId, closesOn, ...input }: NewCampaign,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ campaignId: string; again: boolean }, CampaignRefusal>> {
  return inTransaction(tx, async (tx) => {
    const relais = await managedRelais(tx, actor, 'need.write', relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    const today = localDate(now, relais.zone);
    if (!mayCloseOn(closesOn, today)) return refuse({ code: 'DAY_WRONG' });
    await tx.$executeRaw`SELECT 1 FROM "Relais" WHERE id = ${relaisId}::uuid FOR NO KEY UPDATE`;
    const words = input.words.trim();
    const open = await tx.needCampaign.findFirst({ where: { relaisId, closesOn: { gte: new Date(today) } } });
    if (open && open.words === words && open.closesOn.toISOString().startsWith(closesOn))
      return { ok: true, campaignId: open.id, again: true };
    if (open) return refuse({ code: 'ALREADY_OPEN' });
    const people = relaisPeople(Prisma.sql`${relaisId}::uuid`, today);
    const [found] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${people}`;
    if (!found || found.count === 0) return refuse({ code: 'NOBODY' });
    const { collectiviteId } = relais;
    const made = { collectiviteId, relaisId, closesOn: new Date(closesOn), words };
    const { id } = await tx.needCampaign.create({ data: { ...made, startedAt: now, startedById: actorId(actor) } });
    await enqueueJob(tx, { task: 'send-campaign', payload: { campaignId: id }, key: `campaign:${id}` });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'relais' as const, subjectId: relaisId };
    await record(tx, now, { ...who, what: 'campaign.started', detail: { campaignId: id, closesOn } });
    return { ok: true, campaignId: id, again: false };
  });
}
