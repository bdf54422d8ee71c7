import type { Logger } from './logger.ts';
import type { Settings } from './environment.ts';

/** What every task is given beside its payload. */
export interface TaskContext {
  readonly now: () => Date;
  readonly settings: Settings;
  readonly logger: Logger;
}

/** Tries again, later and later, when it throws; must bear being run twice. */
export type Task = (payload: unknown, context: TaskContext) => Promise<void>;
