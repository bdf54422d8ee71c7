import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais, type ManagedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { storedRules } from './booking-rules.schema.server.ts';
import type { BookingRulesPatch } from './booking-rules.ts';
import { communesKnown } from './communes-known.server.ts';
import { inviteRelais, type Invited } from './inviteRelais.server.ts';
import { changedRules, differing, inheritedByActivity } from './own-rules.ts';
import { refreshActivity } from './refreshActivity.server.ts';

type Input = {
  activityId: string;
  /** Validated by `bookingRulesPatch`; a rule left out follows the relais. */
  rules: BookingRulesPatch;
  /** The relais invited, all of them; absent: they stay as they are. */
  guests?: readonly Invited[] | undefined;
};

/**
 * Sets an activity's own booking rules and whom it invites; only what differs from its relais's is stored. Refuses an
 * activity where the actor does not plan, a relais or a commune of elsewhere.
 */
export async function changeBookingRules(
  actor: Actor,
  { activityId, rules, guests }: Input,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ changed: string[] }, { code: 'NOT_FOUND' | 'RELAIS_UNKNOWN' | 'COMMUNE_UNKNOWN' }>> {
  return inTransaction(tx, async (tx) => {
    const found = await lockActivity(tx, actor, activityId);
    if (!found) return refuse({ code: 'NOT_FOUND' });
    const { relais, before, own } = found;
    if (!(await communesKnown(tx, relais.collectiviteId, rules))) return refuse({ code: 'COMMUNE_UNKNOWN' });
    const invited = guests && (await inviteRelais(actor, { activityId, guests }, now, tx));
    if (invited && !invited.ok) return invited;
    const after = differing(rules, own);
    const changed = changedRules(before, after);
    if (changed.length === 0) return { ok: true, changed: invited?.changed ? ['guests'] : [] };
    await tx.activity.update({ where: { id: activityId }, data: { bookingRules: after } });
    const who = { collectiviteId: relais.collectiviteId, actorId: actorId(actor) };
    const what = { subject: 'activity' as const, subjectId: activityId, what: 'activity.rules' };
    await record(tx, now, { ...who, ...what, detail: { changed } });
    await refreshActivity(tx, [activityId], now, { rules: true });
    return { ok: true, changed: [...changed, ...(invited?.changed ? ['guests'] : [])] };
  });
}

async function lockActivity(tx: Tx, actor: Actor, activityId: string) {
  await tx.$executeRaw`SELECT 1 FROM "Activity" WHERE id = ${activityId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.activity.findUnique({
    where: { id: activityId, state: { not: 'CANCELLED' } },
    select: { kind: true, relaisId: true, bookingRules: true, relais: { select: { bookingDefaults: true } } },
  });
  const relais: ManagedRelais | null = row && (await managedRelais(tx, actor, 'session.plan', row.relaisId));
  if (!row || !relais) return null;
  const own = inheritedByActivity(row.kind, storedRules(row.relais.bookingDefaults));
  return { relais, own, before: storedRules(row.bookingRules) };
}
