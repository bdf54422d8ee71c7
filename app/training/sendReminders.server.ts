import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import { campaignMails, lockCampaign, type Invited } from './campaign-mail.server.ts';
import { hasAnswered, relaisPeople } from './relais-people.server.ts';

const BATCH = 50;

/** Writes again to those of the campaign who have not answered, a batch a transaction, each once; how many. */
export async function sendReminders(campaignId: string, now: Date, tx?: Tx): Promise<number> {
  for (let total = 0; ;) {
    const sent = await inTransaction(tx, (tx) => remindBatch(tx, campaignId, now));
    total += sent;
    if (sent < BATCH) return total;
  }
}

async function remindBatch(tx: Tx, campaignId: string, now: Date): Promise<number> {
  const campaign = await lockCampaign(tx, campaignId, now);
  if (!campaign || campaign.remindedAt === null || campaign.closesOn < campaign.today) return 0;
  const silent = await tx.$queryRaw<Invited[]>`
    SELECT i.id, i."personId", q.email FROM "NeedInvite" i JOIN "NeedCampaign" c ON c.id = i."campaignId"
      JOIN "Person" q ON q.id = i."personId" AND q.email IS NOT NULL
     WHERE c.id = ${campaignId}::uuid AND i."remindedAt" IS NULL AND NOT ${hasAnswered}
       AND EXISTS (SELECT 1 FROM ${relaisPeople(Prisma.sql`c."relaisId"`, campaign.today)} AND p.id = i."personId")
     ORDER BY i.id LIMIT ${BATCH}`;
  const ids = silent.map(({ id }) => id);
  await tx.needInvite.updateMany({ where: { id: { in: ids } }, data: { remindedAt: now } });
  await enqueueMail(tx, campaignMails(campaign, silent, true, now));
  return silent.length;
}
