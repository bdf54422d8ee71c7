import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { isDate } from '#app/time/iso-date.ts';
import { actorId, type Actor } from './actor.ts';
import { agrementWords } from './agrement-state.ts';
import { managedFile } from './managed-files.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { tellOfFile } from './tellOfFile.server.ts';

export type NewAgrement = {
  personId: string;
  children: number;
  /** null: not said. */
  underThree: number | null;
  restrictions: string;
  validFrom: string;
  validUntil: string | null;
};

type Refusal = { code: 'NOT_FOUND' | 'DATES_WRONG' | 'AGREMENT_WRONG' };

/**
 * Adds an agrément to her file; the former ones stay. One of the same first day is corrected, the former value kept in
 * the history. The same twice changes nothing. Refuses an end before the start, more children under three than in all.
 */
export async function addAgrement(
  actor: Actor,
  input: NewAgrement,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, Refusal>> {
  const { personId, children, underThree, validFrom, validUntil } = input;
  const badEnd = validUntil !== null && (!isDate(validUntil) || validUntil < validFrom);
  if (!isDate(validFrom) || badEnd) return refuse({ code: 'DATES_WRONG' });
  if (children < 1 || (underThree ?? 0) > children) return refuse({ code: 'AGREMENT_WRONG' });
  return inTransaction(tx, async (tx) => {
    const file = await managedFile(tx, actor, 'professional.write', personId, now);
    if (!file) return refuse({ code: 'NOT_FOUND' });
    await lockPersons(tx, [personId]);
    const { collectiviteId, professionalId } = file;
    const values = { children, underThree, restrictions: input.restrictions.trim() };
    const dates = { validFrom: new Date(validFrom), validUntil: validUntil === null ? null : new Date(validUntil) };
    const same = await tx.agrement.findFirst({ where: { professionalId, validFrom: dates.validFrom } });
    if (same && isSame(same, { ...values, validUntil: dates.validUntil })) return { ok: true, again: true };
    if (same) await tx.agrement.update({ where: { id: same.id }, data: { ...values, ...dates } });
    else await tx.agrement.create({ data: { collectiviteId, professionalId, ...values, ...dates } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    const detail = { children, underThree, validFrom, validUntil, ...(same && { before: same.children }) };
    await record(tx, now, { ...who, what: same ? 'agrement.corrected' : 'agrement.added', detail });
    await tellOfFile(tx, { ...file, changes: [`Votre agrément : ${agrementWords({ children, underThree })}.`] }, now);
    return { ok: true, again: false };
  });
}

type Values = { children: number; underThree: number | null; restrictions: string; validUntil: Date | null };

function isSame(a: Values, b: Values): boolean {
  const end = (one: Values) => one.validUntil?.getTime() ?? null;
  const plain = (one: Values) => [one.children, one.underThree, one.restrictions, end(one)].join('|');
  return plain(a) === plain(b);
}
