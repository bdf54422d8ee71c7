import type { Tx } from '#app/db/client.server.ts';

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

/** Adds jobs to graphile-worker's queue in the caller's transaction: they exist only if it commits. */
export async function enqueueJob(tx: Tx, jobs: Job | readonly Job[]): Promise<void> {
  for (const job of [jobs].flat()) {
    await tx.$executeRaw`SELECT graphile_worker.add_job(${job.task}, payload := ${JSON.stringify(job.payload)}::json,
      run_at := ${job.runAt ?? null}::timestamptz, job_key := ${job.key ?? null}::text, max_attempts := 20,
      priority := ${job.priority ?? 0}::int)`;
  }
}
