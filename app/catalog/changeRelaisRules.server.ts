import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { changeBookingDefaults } from '#app/people/changeBookingDefaults.server.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { storedRules } from './booking-rules.schema.server.ts';
import type { ActivityKindName, BookingRulesPatch, RelaisRulesPatch } from './booking-rules.ts';
import { communesKnown } from './communes-known.server.ts';
import { changedRules, differing, inheritedByKind } from './own-rules.ts';
import { refreshActivity } from './refreshActivity.server.ts';

/** `kind` null: for all the relais's activities; else for those of that kind alone. */
type Input = { relaisId: string; kind: ActivityKindName | null; rules: BookingRulesPatch };

/**
 * Sets a relais's booking rules, which its activities follow where they say nothing themselves. Refuses whoever does not
 * decide of that relais's settings, a commune of elsewhere.
 */
export async function changeRelaisRules(
  actor: Actor,
  { relaisId, kind, rules }: Input,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ changed: string[] }, { code: 'NOT_FOUND' | 'COMMUNE_UNKNOWN' }>> {
  return inTransaction(tx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Relais" WHERE id = ${relaisId}::uuid FOR NO KEY UPDATE`;
    const relais = await managedRelais(tx, actor, 'relais.settings', relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    if (!(await communesKnown(tx, relais.collectiviteId, rules))) return refuse({ code: 'COMMUNE_UNKNOWN' });
    const row = await tx.relais.findUniqueOrThrow({ where: { id: relaisId }, select: { bookingDefaults: true } });
    const before = storedRules(row.bookingDefaults);
    const own = kind === null ? rules : differing(rules, inheritedByKind(kind, before));
    const changed = changedRules((kind === null ? before : before.byKind?.[kind]) ?? {}, own);
    if (changed.length === 0) return { ok: true, changed };
    const detail = { kind, changed };
    await changeBookingDefaults(actor, { relaisId, bookingDefaults: withOwn(before, kind, own), detail }, now, tx);
    const activities = await tx.activity.findMany({
      where: { relaisId, state: 'PUBLISHED', ...(kind && { kind }) },
      select: { id: true },
    });
    const ids = activities.map(({ id }) => id);
    await refreshActivity(tx, ids, now, { rules: true });
    return { ok: true, changed };
  });
}

function withOwn(
  { byKind = {}, ...all }: RelaisRulesPatch,
  kind: ActivityKindName | null,
  own: BookingRulesPatch,
): RelaisRulesPatch {
  const kinds = kind === null ? byKind : { ...byKind, [kind]: own };
  const kept = Object.entries(kinds).filter(([, rules]) => Object.keys(rules).length > 0);
  return { ...(kind === null ? own : all), ...(kept.length > 0 && { byKind: Object.fromEntries(kept) }) };
}
