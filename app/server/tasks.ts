import { alertExpiries } from '#app/training/alertExpiries.server.ts';
import { digestExpiries } from '#app/training/digestExpiries.server.ts';
import { askFeedbacks } from '#app/training/askFeedbacks.server.ts';
import { remindFiles } from '#app/training/remindFiles.server.ts';
import { settleAttendances } from '#app/training/settleAttendances.server.ts';
import { inviteNewcomers } from '#app/training/inviteNewcomers.server.ts';
import { findRenewals } from '#app/training/findRenewals.server.ts';
import { forgetExpired } from '#app/auth/forgetExpired.server.ts';
import { enrollCohortsTask, sweepCohortsTask } from './cohorts.ts';
import { forgetAccessRequests } from '#app/people/forgetAccessRequests.server.ts';
import { remindDecisions } from '#app/enrollment/remindDecisions.server.ts';
import { sendAnnouncementTask, sweepAnnouncementsTask } from './announcements.ts';
import { remindCampaignTask, sendCampaignTask } from './campaigns.ts';
import { deliverMailTask } from './deliver-mail.ts';
import { deliverTextTask, sweepTextsTask } from './deliver-text.ts';
import { reminderTasks } from './reminders.ts';
import { feedTasks } from './feeds.ts';
import { allocateSessionTask, expireOffersTask, sweepOffersTask } from './offers.ts';
import type { Task } from './task.ts';

/** Every job the application knows, by the name other rooms enqueue it under. */
export const tasks: Readonly<Record<string, Task>> = {
  'deliver-mail': deliverMailTask,
  'deliver-text': deliverTextTask,
  'sweep-texts': sweepTextsTask,
  ...reminderTasks,
  'allocate-session': allocateSessionTask,
  'expire-offers': expireOffersTask,
  'sweep-offers': sweepOffersTask,
  'enroll-cohorts': enrollCohortsTask,
  'sweep-cohorts': sweepCohortsTask,
  'send-announcement': sendAnnouncementTask,
  'send-campaign': sendCampaignTask,
  'remind-campaign': remindCampaignTask,
  'sweep-announcements': sweepAnnouncementsTask,
  'remind-decisions': async (_, { now }) => void (await remindDecisions(now())),
  ...feedTasks,
  'forget-expired': (_, { now }) => forgetExpired(now()),
  'alert-expiries': async (_, { now }) => void (await alertExpiries(now())),
  'digest-expiries': async (_, { now }) => void (await digestExpiries(now())),
  'ask-feedbacks': async (_, { now }) => void (await askFeedbacks(now())),
  'invite-newcomers': async (_, { now }) => void (await inviteNewcomers(now())),
  'find-renewals': async (_, { now }) => void (await findRenewals(now())),
  'settle-trainings': async (_, { now }) => void (await settleAttendances(now())),
  'remind-files': async (_, { now }) => void (await remindFiles(now())),
  'forget-access-requests': async (_, { now }) => void (await forgetAccessRequests(now())),
};

/** When tasks run by themselves, in UTC (graphile-worker's crontab). */
export const crontab = `
* * * * * sweep-offers
* * * * * sweep-announcements
* * * * * sweep-texts
*/10 * * * * remind-enrolled
*/10 * * * * send-digests
*/10 * * * * remind-decisions
30 2 * * * forget-expired
40 2 * * * find-renewals
50 2 * * * settle-trainings
0 5 * * * remind-files
20 6 * * * invite-newcomers
0 6 * * * ask-feedbacks
0 7 * * * alert-expiries
15 7 * * * digest-expiries
35 2 * * * forget-access-requests
0 2 * * * sweep-cohorts
`;
