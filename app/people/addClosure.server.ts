import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { isDate } from '#app/time/iso-date.ts';
import { actorId, type Actor } from './actor.ts';
import { managedRelais } from './managed-relais.server.ts';
import { refuse, type Outcome } from './outcome.ts';

export type NewClosure = {
  relaisId: string;
  /** Whole days `YYYY-MM-DD`, both included. */
  first: string;
  last: string;
  /** "congés d'été" */
  reason: string;
};

/** Closes a relais for some days. The same closure twice is one. Refuses days in the wrong order, and a foreign relais. */
export async function addClosure(
  actor: Actor,
  { relaisId, first, last, reason }: NewClosure,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ closureId: string }, { code: 'NOT_FOUND' | 'DATES_WRONG' }>> {
  if (!isDate(first) || !isDate(last) || last < first) return refuse({ code: 'DATES_WRONG' });
  return inTransaction(tx, async (tx) => {
    const relais = await managedRelais(tx, actor, 'session.plan', relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = relais;
    const data = { collectiviteId, relaisId, first: new Date(first), last: new Date(last), reason };
    const known = await tx.closure.findFirst({ where: data, select: { id: true } });
    if (known) return { ok: true, closureId: known.id };
    const { id } = await tx.closure.create({ data, select: { id: true } });
    const who = { collectiviteId, actorId: actorId(actor) };
    const detail = { first, last };
    await record(tx, now, { ...who, subject: 'relais', subjectId: relaisId, what: 'relais.closed', detail });
    return { ok: true, closureId: id };
  });
}
