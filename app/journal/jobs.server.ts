import { Prisma } from '#app/db/generated/client.ts';

export type Job = {
  task: string;
  payload: Record<string, string | number | boolean | null>;
  /** Not before this instant. */
  runAt?: Date;
  /** Two jobs of the same key are one: the later replaces the waiting one. */
  key?: string;
  /** Smaller runs first; default 0. A sign-in code does not wait behind a bulk message. */
  priority?: number;
};

const MOST_ATTEMPTS = 20;

/**
 * `SELECT …` that adds jobs to graphile-worker's queue: alone (`enqueueJob`), or at the end of a statement that writes
 * what they are about. In the order of their keys, so that two transactions never wait for each other.
 */
export function addingJobs(jobs: readonly Job[]): Prisma.Sql {
  const specs = JSON.stringify(
    lastOfEachKey(jobs).map(({ task, payload, runAt, key, priority }) => ({
      identifier: task,
      payload,
      run_at: runAt ?? null,
      max_attempts: MOST_ATTEMPTS,
      job_key: key ?? null,
      priority: priority ?? 0,
    })),
  );
  return Prisma.sql`
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT spec FROM json_populate_recordset(NULL::graphile_worker.job_spec, ${specs}::json) spec))`;
}

function lastOfEachKey(jobs: readonly Job[]): Job[] {
  const kept = new Map(jobs.map((job, i) => [job.key ?? i, job]));
  return [...kept.values()].sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}
