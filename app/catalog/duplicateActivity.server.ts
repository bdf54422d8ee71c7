import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { storedRules } from './booking-rules.schema.server.ts';
import { createActivity } from './createActivity.server.ts';
import { guestsOf } from './guests.server.ts';
import { inviteRelais } from './inviteRelais.server.ts';

/**
 * A new draft with the same facts, rules and guests as an activity, without dates: for another term. Refuses an activity
 * where the actor does not plan, an empty title.
 */
export async function duplicateActivity(
  actor: Actor,
  { activityId, title }: { activityId: string; title: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ activityId: string }, { code: 'NOT_FOUND' | 'TITLE_EMPTY' | 'AGES_WRONG' | 'RELAIS_UNKNOWN' }>> {
  return inTransaction(tx, async (tx) => {
    const model = await tx.activity.findUnique({
      where: { id: activityId },
      select: {
        ...{ relaisId: true, kind: true, description: true, audience: true, bring: true, bookingRules: true },
        ...{ ageMinMonths: true, ageMaxMonths: true, maxAdults: true, maxChildren: true },
      },
    });
    if (!model || !(await managedRelais(tx, actor, 'session.plan', model.relaisId)))
      return refuse({ code: 'NOT_FOUND' });
    const copy = { ...model, title, bookingRules: storedRules(model.bookingRules) };
    const created = await createActivity(actor, copy, now, tx);
    if (!created.ok) return created;
    const guests = await guestsOf(activityId, tx);
    const invited = await inviteRelais(actor, { activityId: created.activityId, guests }, now, tx);
    return invited.ok ? { ok: true, activityId: created.activityId } : invited;
  });
}
