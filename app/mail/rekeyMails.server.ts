import type { Tx } from '#app/db/client.server.ts';

/** Two files became one: the mails sent to one person are the other's, and her data. */
export async function rekeyMails(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.outgoingMail.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.invitation.updateMany({ where: { personId: from }, data: { personId: to } });
}
