import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { announcementMail } from './announcement-mail.ts';
import { activityNames, announcementPeople } from './announcement-people.server.ts';

/** Queues the mails of an announcement whose time has come, once whatever the number of calls; how many. */
export async function sendAnnouncement(announcementId: string, now: Date): Promise<number> {
  return inTransaction(undefined, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Announcement" WHERE id = ${announcementId}::uuid FOR NO KEY UPDATE`;
    const announcement = await tx.announcement.findUnique({ where: { id: announcementId } });
    if (!announcement || announcement.sentAt !== null || announcement.runAt > now) return 0;
    const { collectiviteId } = announcement;
    const people = await announcementPeople(tx, announcement, now);
    const names = await activityNames(tx, announcement.activityIds);
    const mails = people.flatMap(({ personId, email, sessions }): OutgoingMailInput[] => {
      const content = announcementMail(sessions, names, now);
      return content ? [{ ...content, collectiviteId, personId, to: email, now }] : [];
    });
    await enqueueMail(tx, mails);
    await tx.announcement.update({ where: { id: announcementId }, data: { sentAt: now } });
    return mails.filter(({ to }) => to !== null).length;
  });
}
