import { remindEnrolled } from '#app/enrollment/remindEnrolled.server.ts';
import { sendDigests } from '#app/enrollment/sendDigests.server.ts';
import type { Task } from './task.ts';

/** What is sent at its hour by the application's clock. */
export const reminderTasks: Readonly<Record<string, Task>> = {
  'remind-enrolled': async (_, { now }) => void (await remindEnrolled(now())),
  'send-digests': async (_, { now }) => void (await sendDigests(now())),
};
