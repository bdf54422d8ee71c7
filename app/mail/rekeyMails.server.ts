import type { Tx } from '#app/db/client.server.ts';

/**
 * Two files became one: the messages sent to one person are the other's, what she follows and her browsers too. The
 * kept file's own choices hold.
 */
export async function rekeyMails(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.outgoingMail.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.invitation.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.outgoingText.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.pushSubscription.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.follow.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.messagePreference.deleteMany({ where: { personId: from } });
  await tx.messageHabits.deleteMany({ where: { personId: from } });
}
