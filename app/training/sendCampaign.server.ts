import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import { campaignMails, lockCampaign, type Invited, type SentCampaign } from './campaign-mail.server.ts';
import { hasSaidNeed, relaisPeople } from './relais-people.server.ts';

/** So many people a transaction: a stop in the middle loses nothing and doubles nothing. */
const BATCH = 50;

/**
 * Invites everyone of the campaign's relais, a batch a transaction, each person once however often it runs; who has no
 * e-mail is invited too, to be telephoned. Run again, those who joined the relais since, but for one who has said a need
 * already. How many were invited by this run.
 */
export async function sendCampaign(campaignId: string, now: Date, tx?: Tx): Promise<number> {
  for (let total = 0; ;) {
    const sent = await inTransaction(tx, (tx) => sendBatch(tx, campaignId, now));
    total += sent;
    if (sent < BATCH) return total;
  }
}

async function sendBatch(tx: Tx, campaignId: string, now: Date): Promise<number> {
  const campaign = await lockCampaign(tx, campaignId, now);
  if (!campaign || campaign.closesOn < campaign.today) return 0;
  const people = await notInvited(tx, campaign);
  const invited = people.map((one): Invited => ({ id: randomUUID(), ...one }));
  const { collectiviteId } = campaign;
  await tx.needInvite.createMany({
    data: invited.map(({ id, personId }) => ({ id, personId, collectiviteId, campaignId, invitedAt: now })),
  });
  await enqueueMail(tx, campaignMails(campaign, invited, false, now));
  if (people.length < BATCH && campaign.sentAt === null)
    await tx.needCampaign.update({ where: { id: campaignId }, data: { sentAt: now } });
  return people.length;
}

function notInvited(tx: Tx, { id, relaisId, today, sentAt, startedAt }: SentCampaign): Promise<Omit<Invited, 'id'>[]> {
  const asked =
    sentAt === null
      ? Prisma.sql`true`
      : Prisma.sql`NOT ${hasSaidNeed(Prisma.sql`p.id`, Prisma.sql`${startedAt}::timestamptz`)}`;
  return tx.$queryRaw<Omit<Invited, 'id'>[]>`
    SELECT DISTINCT p.id AS "personId", p.email FROM ${relaisPeople(Prisma.sql`${relaisId}::uuid`, today)}
     WHERE NOT EXISTS (SELECT 1 FROM "NeedInvite" i WHERE i."campaignId" = ${id}::uuid AND i."personId" = p.id) AND ${asked}
     ORDER BY p.id LIMIT ${BATCH}`;
}
