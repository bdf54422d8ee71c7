import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { closureTarget } from './closure-target.server.ts';
import type { ClosureOf } from './closure.ts';
import { heldClosure } from './held-closure.server.ts';
import { refuse, type Outcome } from './outcome.ts';

/** Opens again: the closure leaves, its history stays. What was cancelled or moved meanwhile is not undone. Twice is once. */
export async function removeClosure(
  actor: Actor,
  { closureId }: { closureId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, { code: 'NOT_FOUND' }>> {
  return inTransaction(tx, async (tx) => {
    const about = { subject: 'closure', subjectId: closureId, what: 'closure.removed' } as const;
    const held = await heldClosure(tx, actor, closureId);
    if (!held) {
      const gone = await tx.history.findFirst({ where: about, select: { detail: true } });
      const of = gone && goneOf(gone.detail);
      return of && (await closureTarget(tx, actor, of)) ? { ok: true, again: true } : refuse({ code: 'NOT_FOUND' });
    }
    await tx.closure.delete({ where: { id: closureId } });
    const { first, last, part, yearly } = held.days;
    const who = { collectiviteId: held.collectiviteId, actorId: actorId(actor) };
    await record(tx, now, { ...who, ...about, detail: { ...held.of, first, last, part, yearly } });
    return { ok: true, again: false };
  });
}

/** What a closure that left was of, as its history tells. */
function goneOf(detail: unknown): ClosureOf | null {
  const idOf = (name: string): string | null => {
    const value: unknown = typeof detail === 'object' && detail !== null ? Reflect.get(detail, name) : null;
    return typeof value === 'string' ? value : null;
  };
  const [relaisId, siteId, personId] = [idOf('relaisId'), idOf('siteId'), idOf('personId')];
  if (relaisId !== null) return { relaisId };
  if (siteId !== null) return { siteId };
  return personId === null ? null : { personId };
}
