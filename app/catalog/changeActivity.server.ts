import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { refreshActivity } from './refreshActivity.server.ts';

export type ActivityFacts = {
  title: string;
  description: string;
  audience: string;
  bring: string;
  /** Both included; null: no limit. */
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  /** For the dates made later; those there keep their own. */
  maxAdults: number | null;
  maxChildren: number | null;
};

/**
 * Changes what an activity says, draft or published, and renders its calendars again. Ceilings are taken over by later
 * dates only. Refuses an activity where the actor does not plan, an empty title, ages in the wrong order.
 */
export async function changeActivity(
  actor: Actor,
  { activityId, ...input }: ActivityFacts & { activityId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ changed: string[] }, { code: 'NOT_FOUND' | 'TITLE_EMPTY' | 'AGES_WRONG' }>> {
  const facts: ActivityFacts = { ...input, title: input.title.trim() };
  if (facts.title === '') return refuse({ code: 'TITLE_EMPTY' });
  const { ageMinMonths, ageMaxMonths } = facts;
  if (ageMinMonths !== null && ageMaxMonths !== null && ageMaxMonths < ageMinMonths)
    return refuse({ code: 'AGES_WRONG' });
  return inTransaction(tx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Activity" WHERE id = ${activityId}::uuid FOR NO KEY UPDATE`;
    const before = await tx.activity.findUnique({
      where: { id: activityId, state: { not: 'CANCELLED' } },
      select: {
        ...{ relaisId: true, title: true, description: true, audience: true, bring: true },
        ...{ ageMinMonths: true, ageMaxMonths: true, maxAdults: true, maxChildren: true },
      },
    });
    const relais = before && (await managedRelais(tx, actor, 'session.plan', before.relaisId));
    if (!before || !relais) return refuse({ code: 'NOT_FOUND' });
    const changed = Object.keys(facts).filter((key) => Reflect.get(facts, key) !== Reflect.get(before, key));
    if (changed.length === 0) return { ok: true, changed };
    await tx.activity.update({ where: { id: activityId }, data: facts });
    const who = { collectiviteId: relais.collectiviteId, actorId: actorId(actor) };
    const what = { subject: 'activity' as const, subjectId: activityId, what: 'activity.changed' };
    await record(tx, now, { ...who, ...what, detail: { changed } });
    await refreshActivity(tx, [activityId], now);
    return { ok: true, changed };
  });
}
