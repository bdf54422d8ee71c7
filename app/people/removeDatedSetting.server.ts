import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import type { DatedKey } from './dated-settings.ts';
import { refuse, type Outcome } from './outcome.ts';
import { mayInCollectivite } from './permissions.ts';
import type { SettingRefusal } from './setting-words.ts';
import { todayIn } from './today-in.server.ts';

/**
 * Takes back a value that the collectivité had set for a day to come. Refuses who has no say over all of it, and a day
 * that has come: its value was used. Twice is once.
 */
export async function removeDatedSetting(
  actor: Actor,
  { key, from }: { key: DatedKey; from: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, SettingRefusal>> {
  if (actor.kind !== 'person') return refuse({ code: 'NOT_ALLOWED' });
  const { collectiviteId } = actor;
  if (!mayInCollectivite(actor, 'relais.settings', collectiviteId)) return refuse({ code: 'NOT_ALLOWED' });
  return inTransaction(tx, async (tx) => {
    if (from <= (await todayIn(tx, collectiviteId, now))) return refuse({ code: 'HOLDS_ALREADY' });
    const { count } = await tx.datedSetting.deleteMany({ where: { collectiviteId, key, from: new Date(from) } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'collectivite' as const };
    if (count > 0)
      await record(tx, now, {
        ...{ ...who, subjectId: collectiviteId, what: 'setting.removed', detail: { key, from } },
      });
    return { ok: true };
  });
}
