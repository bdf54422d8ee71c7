import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import type { ActivityKindName, BookingRulesPatch } from './booking-rules.ts';

export type NewActivity = {
  relaisId: string;
  kind: ActivityKindName;
  title: string;
  description?: string;
  audience?: string;
  bring?: string;
  /** Both included. */
  ageMinMonths?: number | null;
  ageMaxMonths?: number | null;
  /** Ceilings that each new date takes over; null or absent: none. */
  maxAdults?: number | null;
  maxChildren?: number | null;
  /** Only what differs from the relais's rules, validated by `bookingRulesPatch`. */
  bookingRules?: BookingRulesPatch;
  /** Identity of an imported row: the same row twice is one activity. */
  importKey?: string;
};

/**
 * Creates an activity as a draft, without dates. `again`: the row of that `importKey` was imported before; nothing was
 * written. Refuses a relais where the actor does not plan, an empty title, ages in the wrong order.
 */
export async function createActivity(
  actor: Actor,
  input: NewActivity,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ activityId: string; again: boolean }, { code: 'NOT_FOUND' | 'TITLE_EMPTY' | 'AGES_WRONG' }>> {
  const title = input.title.trim();
  if (title === '') return refuse({ code: 'TITLE_EMPTY' });
  const { ageMinMonths, ageMaxMonths } = input;
  if (ageMinMonths != null && ageMaxMonths != null && ageMaxMonths < ageMinMonths)
    return refuse({ code: 'AGES_WRONG' });
  return inTransaction(tx, async (tx) => {
    const relais = await managedRelais(tx, actor, 'session.plan', input.relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = relais;
    const [created] = await tx.activity.createManyAndReturn({
      data: [{ ...input, title, collectiviteId, createdAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!created) {
      const where = { collectiviteId, importKey: input.importKey ?? null };
      const { id } = await tx.activity.findFirstOrThrow({ where, select: { id: true } });
      return { ok: true, activityId: id, again: true };
    }
    const who = { collectiviteId, actorId: actorId(actor) };
    await record(tx, now, { ...who, subject: 'activity', subjectId: created.id, what: 'activity.created' });
    return { ok: true, activityId: created.id, again: false };
  });
}
