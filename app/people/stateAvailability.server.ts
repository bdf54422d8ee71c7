import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { daysBetween } from '#app/time/iso-date.ts';
import type { DayPart } from '#app/time/closure-days.ts';
import type { Actor } from './actor.ts';
import { refuse, type Outcome } from './outcome.ts';
import { ownIntervenants } from './own-intervenants.server.ts';

export type AvailabilityStated = {
  free: boolean;
  part: DayPart;
  note: string;
  /** A weekday of every week, 1 Monday … 7 Sunday; or days, both included. */
  on: { weekday: number } | { from: string; until: string };
};

const LONGEST_DAYS = 400;

/**
 * An intervenant says when he can come, or cannot: it is told to every manager that employs him, one row an account. The
 * same again is the one that is there. Refuses days in the wrong order, and who is no intervenant.
 */
export async function stateAvailability(
  actor: Actor,
  { free, part, note, on }: AvailabilityStated,
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, { code: 'NOT_FOUND' | 'DATES_WRONG' }>> {
  const days = 'weekday' in on ? null : on;
  if (days && (days.until < days.from || daysBetween(days.from, days.until) > LONGEST_DAYS))
    return refuse({ code: 'DATES_WRONG' });
  return inTransaction(tx, async (tx) => {
    const own = await ownIntervenants(actor, tx);
    if (own.length === 0) return refuse({ code: 'NOT_FOUND' });
    const said = {
      ...{ free, part, note: note.trim(), weekday: 'weekday' in on ? on.weekday : null },
      ...{ from: days && new Date(days.from), until: days && new Date(days.until) },
    };
    const ids = own.map(({ personId }) => personId);
    const there = await tx.availability.findMany({
      where: { ...said, personId: { in: ids } },
      select: { personId: true },
    });
    const fresh = own.filter(({ personId }) => !there.some((one) => one.personId === personId));
    await tx.availability.createMany({
      data: fresh.map(({ personId, collectiviteId }) => ({ ...said, personId, collectiviteId, createdAt: now })),
    });
    await record(
      tx,
      now,
      fresh.map(({ personId, collectiviteId }) => ({
        ...{ collectiviteId, actorId: personId, subject: 'person' as const, subjectId: personId },
        what: 'availability.stated',
      })),
    );
    return { ok: true };
  });
}
