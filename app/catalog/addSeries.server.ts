import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import type { Outcome } from '#app/people/outcome.ts';
import { addSessions } from './addSessions.server.ts';
import type { AddSessionsRefusal, NewSession } from './new-session.ts';
import type { SeriesRule } from './series.ts';

/** One slot of the day: its rule, and the dates kept, each free to differ. */
export type SeriesSlot = { rule: SeriesRule; dates: readonly NewSession[] };

type Done = { sessionIds: string[]; alreadyThere: number };

/**
 * Adds the dates of a recurrence to an activity as drafts, all or none: a series a slot of the day, so that "this and
 * the following" of the morning leaves the afternoon alone. Refuses as `addSessions` does; the same twice is once.
 */
export async function addSeries(
  actor: Actor,
  { activityId, slots }: { activityId: string; slots: readonly SeriesSlot[] },
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, AddSessionsRefusal>> {
  const named = slots.map((slot) => ({ ...slot, id: crypto.randomUUID() }));
  const dates = named.flatMap(({ id, dates }) => dates.map((date) => ({ ...date, seriesId: id })));
  return addSessions(actor, { activityId, dates, series: named.map(({ id, rule }) => ({ id, rule })) }, now, tx);
}
