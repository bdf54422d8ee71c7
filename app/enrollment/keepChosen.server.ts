import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';

/** Decides that sessions take place in spite of a closure: who and when are kept, nobody is told. Twice is harmless. */
export async function keepChosen(
  actor: Actor,
  { closureId, sessionIds }: { closureId: string; sessionIds: readonly string[] },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ kept: number }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const sessions = await tx.session.findMany({
      where: { id: { in: [...sessionIds] }, state: { not: 'CANCELLED' } },
      select: { id: true, collectiviteId: true, relaisId: true },
    });
    const isHers = sessions.every((session) => may(actor, 'session.plan', session));
    if (!isHers || sessions.length === 0) return refuse({ code: 'NOT_FOUND' });
    await record(
      tx,
      now,
      sessions.map(({ id: subjectId, collectiviteId }) => ({
        ...{ collectiviteId, actorId: actorId(actor), subject: 'session' as const, subjectId },
        ...{ what: 'session.kept', detail: { closureId } },
      })),
    );
    return { ok: true, kept: sessions.length };
  });
}
