import type { Tx } from '#app/db/client.server.ts';
import { addingJobs, type Job } from './jobs.server.ts';

/** Adds jobs to graphile-worker's queue in the caller's transaction: they exist only if it commits. One statement. */
export async function enqueueJob(tx: Tx, jobs: Job | readonly Job[]): Promise<void> {
  const wanted = [jobs].flat();
  if (wanted.length > 0) await tx.$executeRaw(addingJobs(wanted));
}
