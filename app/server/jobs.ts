import { Logger as WorkerLogger, parseCrontab, run, type TaskList } from 'graphile-worker';
import { requeueStuckMails } from '#app/mail/requeueStuckMails.server.ts';
import { takeOverFromDeadWorkers } from './dead-workers.ts';
import type { Logger } from './logger.ts';
import { redactWords } from './redaction.ts';
import type { Task, TaskContext } from './task.ts';
import { crontab, tasks } from './tasks.ts';

export interface JobsDatabase {
  /** the server itself, not a pooler */
  readonly directUrl: string;
  readonly engine: 'embedded' | 'server';
}

/**
 * Starts this process's job workers. `stop` lets running jobs end and gives the others back.
 */
export async function startJobs(
  { directUrl, engine }: JobsDatabase,
  context: TaskContext,
): Promise<{ stop(): Promise<void> }> {
  const { events, dead, close } = await takeOverFromDeadWorkers(directUrl);
  if (dead.length > 0) context.logger.info({ workers: dead.length }, 'jobs of dead workers taken over');
  const requeued = await requeueStuckMails();
  if (requeued > 0) context.logger.info({ mails: requeued }, 'waiting mails given a job again');
  const embedded = engine === 'embedded';
  const runner = await run({
    connectionString: directUrl,
    noPreparedStatements: embedded,
    pollInterval: embedded ? 500 : 1_000,
    concurrency: embedded ? 2 : 4,
    maxPoolSize: embedded ? 4 : 10,
    noHandleSignals: true,
    logger: workerLogger(context.logger),
    events,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, wired(task, context)])),
    parsedCronItems: parseCrontab(crontab),
  });
  return {
    async stop() {
      await runner.stop();
      await close();
    },
  };
}

function wired(task: Task, context: TaskContext): TaskList[string] {
  return (payload) => task(payload, context);
}

/** Keeps what went wrong; payloads never reach the log. */
function workerLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger(({ taskIdentifier, jobId }) => (level, message) => {
    const name: string = level;
    if (name === 'error') logger.error({ task: taskIdentifier, jobId }, redactWords(message));
    else if (name === 'warning') logger.warn({ task: taskIdentifier, jobId }, redactWords(message));
  });
}
