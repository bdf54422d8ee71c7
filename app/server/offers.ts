import { db } from '#app/db/client.server.ts';
import { allocateSession } from '#app/enrollment/allocateSession.server.ts';
import { expireOffers } from '#app/enrollment/expireOffers.server.ts';
import { sessionsWithOffersDue } from '#app/enrollment/sessionsWithOffersDue.server.ts';
import type { Task } from './task.ts';

/** Serves those waiting for one session, after someone skipped there became free elsewhere. */
export const allocateSessionTask: Task = async (payload, { now }) => allocateSession(sessionIdOf(payload), now());

function sessionIdOf(payload: unknown): string {
  const id: unknown = Reflect.get(Object(payload), 'sessionId');
  if (typeof id !== 'string') throw new TypeError('the job has a sessionId');
  return id;
}

/** Ends the offers of one session whose deadline has come. */
export const expireOffersTask: Task = async (payload, { now }) => {
  await expireOffers(sessionIdOf(payload), now());
};

/** The same for every session: what no job did in time, for instance because the clock is not the database's. */
export const sweepOffersTask: Task = async (_, { now }) => {
  for (const id of await sessionsWithOffersDue(db(), now())) await expireOffers(id, now());
};
