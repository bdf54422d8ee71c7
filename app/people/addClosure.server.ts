import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { closureTarget } from './closure-target.server.ts';
import { wrongClosure, type ClosureDays, type ClosureOf } from './closure.ts';
import { refuse, type Outcome } from './outcome.ts';

export type NewClosure = ClosureOf & ClosureDays;

/**
 * Closes a relais or a site, or notes that someone is away, for some days or half-days, once or every year. The same
 * closure twice is one. Refuses days in the wrong order, and what is not hers to close. Nobody is told: see what it hits.
 */
export async function addClosure(
  actor: Actor,
  input: NewClosure,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ closureId: string }, { code: 'NOT_FOUND' | 'DATES_WRONG' | 'REASON_UNKNOWN' }>> {
  const wrong = wrongClosure(input, input);
  if (wrong) return refuse({ code: wrong });
  const { first, last, part = 'WHOLE', yearly = false } = input;
  const reason = input.reason.trim();
  return inTransaction(tx, async (tx) => {
    const target = await closureTarget(tx, actor, ofOnly(input));
    if (!target) return refuse({ code: 'NOT_FOUND' });
    const data = { ...target, first: new Date(first), last: new Date(last), part, yearly, reason };
    const known = await tx.closure.findFirst({ where: data, select: { id: true } });
    if (known) return { ok: true, closureId: known.id };
    const createdById = actorId(actor);
    const { id } = await tx.closure.create({ data: { ...data, createdAt: now, createdById }, select: { id: true } });
    const { collectiviteId, ...of } = target;
    await record(tx, now, {
      ...{ collectiviteId, actorId: createdById, subject: 'closure', subjectId: id, what: 'closure.added' },
      detail: { ...of, first, last, part, yearly },
    });
    return { ok: true, closureId: id };
  });
}

function ofOnly(input: ClosureOf): ClosureOf {
  if ('relaisId' in input) return { relaisId: input.relaisId };
  return 'siteId' in input ? { siteId: input.siteId } : { personId: input.personId };
}
