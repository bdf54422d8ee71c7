import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { announcementMail } from '#app/enrollment/announcement-mail.ts';
import { activityNames, announcementPeople } from '#app/enrollment/announcement-people.server.ts';
import { record } from '#app/journal/record.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';
import { attendeesOf } from './askFeedback.server.ts';
import { exchangeKey } from './exchange.ts';

/**
 * Invites those who followed a training to the exchange about it, once: the mail of an announcement, to them alone.
 * Refuses as long as the exchange has no published date that they may book.
 */
export async function inviteToExchange(
  actor: Actor,
  { activityId }: { activityId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ invited: number; again: boolean }, { code: 'NOT_FOUND' | 'NOTHING_TO_BOOK' }>> {
  return inTransaction(tx, async (tx) => {
    const exchange = await tx.activity.findFirst({
      where: { importKey: exchangeKey(activityId) },
      select: { id: true, collectiviteId: true, relaisId: true },
    });
    if (!exchange || !may(actor, 'session.plan', exchange)) return refuse({ code: 'NOT_FOUND' });
    const { id, collectiviteId } = exchange;
    await tx.$executeRaw`SELECT 1 FROM "Activity" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const before = { subject: 'activity', subjectId: id, what: 'exchange.invited' };
    if ((await tx.history.count({ where: before })) > 0) return { ok: true, invited: 0, again: true };
    const came = new Set((await attendeesOf(tx, activityId)).map(({ personId }) => personId));
    const people = await announcementPeople(tx, { collectiviteId, activityIds: [id], ownOnly: false }, now);
    const names = await activityNames(tx, [id]);
    const mails = people.flatMap(({ personId, email, sessions }): OutgoingMailInput[] => {
      const content = came.has(personId) ? announcementMail(sessions, names, now) : null;
      return content && email !== null ? [{ ...content, collectiviteId, personId, to: email, now }] : [];
    });
    if (mails.length === 0) return refuse({ code: 'NOTHING_TO_BOOK' });
    await enqueueMail(tx, mails);
    const who = { collectiviteId, actorId: actorId(actor), subject: 'activity' as const, subjectId: id };
    await record(tx, now, { ...who, what: 'exchange.invited', detail: { count: mails.length } });
    return { ok: true, invited: mails.length, again: false };
  });
}
