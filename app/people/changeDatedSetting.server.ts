import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import type { DatedKey } from './dated-settings.ts';
import type { SettingRefusal } from './setting-words.ts';
import { todayIn } from './today-in.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { mayInCollectivite } from './permissions.ts';

export type NewDatedValue = {
  key: DatedKey;
  /** `YYYY-MM-DD`: the value holds from this day on; those before keep theirs. */
  from: string;
  value: number;
};

/**
 * Sets what the State or a fund changed, from a day on (rule 12); of a day to come, the same again replaces its value.
 * Refuses who has no say over the whole collectivité, a value that is no amount, a day of a past year (its values stay),
 * and another value for a day that has come.
 */
export async function changeDatedSetting(
  actor: Actor,
  { key, from, value }: NewDatedValue,
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, SettingRefusal>> {
  if (actor.kind !== 'person') return refuse({ code: 'NOT_ALLOWED' });
  const { collectiviteId } = actor;
  if (!mayInCollectivite(actor, 'relais.settings', collectiviteId)) return refuse({ code: 'NOT_ALLOWED' });
  if (!Number.isFinite(value) || value < 0 || value > 100_000) return refuse({ code: 'VALUE_WRONG' });
  return inTransaction(tx, async (tx) => {
    const day = new Date(from);
    const written = { value, at: now, byId: actorId(actor) };
    const at = { collectiviteId_key_from: { collectiviteId, key, from: day } };
    const before = await tx.datedSetting.findUnique({ where: at, select: { value: true } });
    if (before?.value === value) return { ok: true };
    const today = await todayIn(tx, collectiviteId, now);
    if (from.slice(0, 4) < today.slice(0, 4)) return refuse({ code: 'YEAR_PAST' });
    if (before && from <= today) return refuse({ code: 'HOLDS_ALREADY' });
    await tx.datedSetting.upsert({
      where: at,
      create: { collectiviteId, key, from: day, ...written },
      update: written,
    });
    const who = {
      collectiviteId,
      actorId: actorId(actor),
      subject: 'collectivite' as const,
      subjectId: collectiviteId,
    };
    await record(tx, now, {
      ...who,
      what: 'setting.changed',
      detail: { key, from, value, before: before?.value ?? null },
    });
    return { ok: true };
  });
}
