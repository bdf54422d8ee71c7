import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { isDate } from '#app/time/iso-date.ts';
import { actorId, type Actor } from './actor.ts';
import { managedFile } from './managed-files.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { tellOfFile } from './tellOfFile.server.ts';

/** `until`: her last day there, `YYYY-MM-DD`. */
export type Leaving = { personId: string; relaisId: string; until: string };

/** Ends a professional's tie to a relais. The file stays with her other relais, or with this one when it was the last. */
export async function leaveRelais(
  actor: Actor,
  { personId, relaisId, until }: Leaving,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, { code: 'NOT_FOUND' | 'DATES_WRONG' }>> {
  if (!isDate(until)) return refuse({ code: 'DATES_WRONG' });
  return inTransaction(tx, async (tx) => {
    const file = await managedFile(tx, actor, 'professional.write', personId, now);
    if (!file) return refuse({ code: 'NOT_FOUND' });
    await lockPersons(tx, [personId]);
    const { professionalId, collectiviteId } = file;
    const tie = await tx.relaisMembership.findFirst({
      where: { professionalId, relaisId },
      orderBy: { from: 'desc' },
      select: { id: true, from: true, until: true, relais: { select: { name: true } } },
    });
    if (!tie) return refuse({ code: 'NOT_FOUND' });
    const last = new Date(until);
    if (tie.until?.getTime() === last.getTime()) return { ok: true, again: true };
    if (tie.from > last) return refuse({ code: 'DATES_WRONG' });
    await tx.relaisMembership.update({ where: { id: tie.id }, data: { until: last } });
    const { name } = tie.relais;
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    await record(tx, now, { ...who, what: 'relais.left', detail: { relaisId, name, until } });
    const day = dayPlain(until, { year: true });
    await tellOfFile(tx, { ...file, changes: [`Votre suivi par ${name} s’arrête le ${day}.`] }, now);
    return { ok: true, again: false };
  });
}
