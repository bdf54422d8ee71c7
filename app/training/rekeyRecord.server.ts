import type { Tx } from '#app/db/client.server.ts';

type Rekeying = { from: string; to: string };

/**
 * Gives one person's results, certificates, invitations and told expiries to the other's file, in the caller's
 * transaction. Where both have one about the same thing, the kept person's stays; certificates all move, their papers say
 * what they said.
 */
export async function rekeyRecord(tx: Tx, { from, to }: Rekeying): Promise<void> {
  const personId = from;
  await tx.$executeRaw`
    DELETE FROM "TrainingResult" a WHERE a."personId" = ${from}::uuid AND EXISTS (
      SELECT 1 FROM "TrainingResult" b WHERE b."personId" = ${to}::uuid AND b."activityId" = a."activityId")`;
  await tx.$executeRaw`
    DELETE FROM "NeedInvite" a WHERE a."personId" = ${from}::uuid AND EXISTS (
      SELECT 1 FROM "NeedInvite" b WHERE b."personId" = ${to}::uuid AND b."campaignId" = a."campaignId")`;
  await tx.$executeRaw`
    DELETE FROM "FeedbackAsk" a WHERE a."personId" = ${from}::uuid AND EXISTS (
      SELECT 1 FROM "FeedbackAsk" b WHERE b."personId" = ${to}::uuid AND b."activityId" = a."activityId")`;
  await tx.$executeRaw`
    DELETE FROM "ExpiryNotice" a WHERE a."personId" = ${from}::uuid AND EXISTS (
      SELECT 1 FROM "ExpiryNotice" b WHERE b."personId" = ${to}::uuid AND b.about = a.about)`;
  const data = { personId: to };
  await tx.trainingResult.updateMany({ where: { personId }, data });
  await tx.needInvite.updateMany({ where: { personId }, data });
  await tx.feedbackAsk.updateMany({ where: { personId }, data });
  await tx.expiryNotice.updateMany({ where: { personId }, data });
  await tx.certificate.updateMany({ where: { personId }, data });
}
