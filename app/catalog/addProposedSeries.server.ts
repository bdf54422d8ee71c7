import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { addSeries } from './addSeries.server.ts';
import type { AddSessionsRefusal } from './new-session.ts';
import { planProposal } from './series-preview.server.ts';
import type { SeriesProposal } from './series-proposal.ts';

type Input = { activityId: string; proposal: SeriesProposal };
type Done = { sessionIds: string[]; alreadyThere: number };
type Refusal = AddSessionsRefusal | { code: 'NO_DATES' };

/**
 * Makes drafts of the dates that a proposal keeps, exactly those its preview shows; what clashes is overridden only
 * when the proposal says why. Refuses as `addSeries` does, and a proposal that keeps no date.
 */
export async function addProposedSeries(
  actor: Actor,
  { activityId, proposal }: Input,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, Refusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(tx, (tx) => add(tx, actor, { activityId, proposal }, now));
    } catch (error) {
      // Someone took the same hours in between: the second time it is seen, and named.
      if (tx !== undefined || attempt > 1 || databaseRefusal(error) !== 'occupied') throw error;
    }
  }
}

async function add(tx: Tx, actor: Actor, { activityId, proposal }: Input, now: Date): Promise<Outcome<Done, Refusal>> {
  const planned = await planProposal(tx, actor, { activityId, proposal }, now);
  if (!planned) return refuse({ code: 'NOT_FOUND' });
  if (planned.sessions.length === 0) return refuse({ code: 'NO_DATES' });
  const { recurrence, term, skipping } = proposal;
  const slots = proposal.slots.map(({ from, until }, index) => ({
    rule: { recurrence, term, from, until, skipping },
    dates: planned.sessions.filter(({ slot }) => slot === index).map(({ session }) => session),
  }));
  return addSeries(actor, { activityId, slots }, now, tx);
}
