import { db } from '#app/db/client.server.ts';
import { expireOffers } from '#app/enrollment/expireOffers.server.ts';
import { sessionsWithOffersDue } from '#app/enrollment/sessionsWithOffersDue.server.ts';
import type { Task } from './tasks.ts';

/** Ends the offers of one session whose deadline has come. */
export const expireOffersTask: Task = async (payload, { now }) => {
  const id: unknown = Reflect.get(Object(payload), 'sessionId');
  if (typeof id !== 'string') throw new TypeError('an expire-offers job has a sessionId');
  await expireOffers(id, now());
};

/** The same for every session: what no job did in time, for instance because the clock is not the database's. */
export const sweepOffersTask: Task = async (_, { now }) => {
  for (const id of await sessionsWithOffersDue(db(), now())) await expireOffers(id, now());
};
