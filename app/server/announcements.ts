import { db } from '#app/db/client.server.ts';
import { announcementsDue } from '#app/enrollment/announcements.server.ts';
import { sendAnnouncement } from '#app/enrollment/sendAnnouncement.server.ts';
import type { Task } from './task.ts';

/** Sends one announcement of an opening, if its time has come by the application's clock. */
export const sendAnnouncementTask: Task = async (payload, { now }) => {
  const id: unknown = Reflect.get(Object(payload), 'announcementId');
  if (typeof id !== 'string') throw new TypeError('the job has an announcementId');
  await sendAnnouncement(id, now());
};

/** The same for all: what no job did in time, for instance because the clock is not the database's. */
export const sweepAnnouncementsTask: Task = async (_, { now }) => {
  for (const id of await announcementsDue(db(), now())) await sendAnnouncement(id, now());
};
