import { sendCampaign } from '#app/training/sendCampaign.server.ts';
import { sendReminders } from '#app/training/sendReminders.server.ts';
import type { Task } from './task.ts';

const campaignOf = (payload: unknown): string => {
  const id: unknown = Reflect.get(Object(payload), 'campaignId');
  if (typeof id !== 'string') throw new TypeError('the job has a campaignId');
  return id;
};

/** Invites everyone of a campaign's relais; taken up where it stopped. */
export const sendCampaignTask: Task = async (payload, { now }) => void (await sendCampaign(campaignOf(payload), now()));

/** Reminds those who have not answered. */
export const remindCampaignTask: Task = async (payload, { now }) =>
  void (await sendReminders(campaignOf(payload), now()));
