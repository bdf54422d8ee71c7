import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Tx } from '#app/db/client.server.ts';

/**
 * Removes mails that wait to be sent, and their jobs, but for the latest `keep` and those queued since an instant to
 * one of the given persons; text messages and notices that wait, all of them. For the demo, whose past year of mails would otherwise all leave when it starts.
 */
export async function forgetMails(
  { keep, since, personIds }: { keep: number; since: Date; personIds: readonly string[] },
  tx?: Tx,
): Promise<number> {
  return inTransaction(tx, async (tx) => {
    const where = { state: 'QUEUED' as const };
    const latest = await tx.outgoingMail.findMany({
      where,
      orderBy: { queuedAt: 'desc' },
      take: keep,
      select: { id: true },
    });
    const theirs = await tx.outgoingMail.findMany({
      where: { ...where, personId: { in: [...personIds] }, queuedAt: { gte: since } },
      select: { id: true },
    });
    const kept = [...latest, ...theirs].map(({ id }) => id);
    const { count } = await tx.outgoingMail.deleteMany({ where: { ...where, id: { notIn: kept } } });
    await tx.$executeRaw`
      SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs
       WHERE task_identifier = 'deliver-mail' AND NOT key = ANY(${kept.map((id) => `mail:${id}`)}::text[])`;
    await tx.outgoingText.deleteMany({ where });
    await tx.$executeRaw`
      SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs
       WHERE task_identifier = 'deliver-text'`;
    return count;
  });
}
