import { db } from '#app/db/client.server.ts';
import { enrollCohort } from '#app/enrollment/enrollCohort.server.ts';
import type { Task } from './task.ts';

/** Enrols the members of one group in the dates it comes to. */
export const enrollCohortsTask: Task = async (payload, { now }) => {
  const id: unknown = Reflect.get(Object(payload), 'cohortId');
  if (typeof id !== 'string') throw new TypeError('the job has a cohortId');
  await enrollCohort(id, now());
};

/** The same for every living group: those whose last day has come leave, whatever no job did is done. */
export const sweepCohortsTask: Task = async (_, { now }) => {
  const living = await db().cohort.findMany({ where: { endedAt: null }, select: { id: true } });
  for (const { id } of living) await enrollCohort(id, now());
};
