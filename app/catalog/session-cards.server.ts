import { db, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/wall-clock.ts';
import { storedRules } from './booking-rules.schema.server.ts';
import { rulesInForce, rulesOfDate, type BookingRules } from './booking-rules.ts';
import { closuresByRelais } from './days-off.server.ts';
import type { PickScope } from './session-picks.server.ts';
import { sessionCard, type SessionCard } from './session-card.ts';
import { sessionFacts, type SessionFacts } from './session-facts.server.ts';

/** The rules in force of a row. */
export function rulesOf({ kind, relaisRules, activityRules, maxChildren }: SessionFacts): BookingRules {
  return rulesOfDate(rulesInForce(kind, storedRules(relaisRules), storedRules(activityRules)), maxChildren);
}

/** The cards of the sessions picked, in order; two queries whatever their number. */
export async function sessionCards(
  actor: Actor,
  scope: PickScope,
  picked: Prisma.Sql,
  now: Date,
  tx: Tx = db(),
): Promise<SessionCard[]> {
  const facts = await sessionFacts(actor, picked, tx);
  const closures = await closuresByRelais(scope.collectiviteId, localDate(now, scope.timezone), tx);
  return facts.map((row) => sessionCard(row, rulesOf(row), closures(row.relaisId), now));
}
