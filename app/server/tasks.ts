import { forgetExpired } from '#app/auth/forgetExpired.server.ts';
import { deliverMailTask } from './deliver-mail.ts';
import { feedTasks } from './feeds.ts';
import type { Logger } from './logger.ts';
import type { Settings } from './environment.ts';
import { allocateSessionTask, expireOffersTask, sweepOffersTask } from './offers.ts';

/** What every task is given beside its payload. */
export interface TaskContext {
  readonly now: () => Date;
  readonly settings: Settings;
  readonly logger: Logger;
}

/** Tries again, later and later, when it throws; must bear being run twice. */
export type Task = (payload: unknown, context: TaskContext) => Promise<void>;

/** Every job the application knows, by the name other rooms enqueue it under. */
export const tasks: Readonly<Record<string, Task>> = {
  'deliver-mail': deliverMailTask,
  'allocate-session': allocateSessionTask,
  'expire-offers': expireOffersTask,
  'sweep-offers': sweepOffersTask,
  ...feedTasks,
  'forget-expired': (_, { now }) => forgetExpired(now()),
};

/** When tasks run by themselves, in UTC (graphile-worker's crontab). */
export const crontab = `
* * * * * sweep-offers
30 2 * * * forget-expired
`;
