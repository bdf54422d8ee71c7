import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from './actor.ts';
import { settingOn } from './dated-settings.ts';
import { datedValues } from './dated-values.server.ts';
import { amount } from './setting-words.ts';
import { todayIn } from './today-in.server.ts';

/** How long an agrément lasts on that day: "5 ans le plus souvent, 10 après EP1 et EP3." Two queries. */
export async function agrementLength({ collectiviteId }: PersonActor, now: Date, tx: Tx = db()): Promise<string> {
  const own = await datedValues(collectiviteId, tx);
  const today = await todayIn(tx, collectiviteId, now);
  const words = (key: 'agrement.years' | 'agrement.yearsRenewed') => amount(settingOn(key, today, own) ?? 0);
  return `${words('agrement.years')} ans le plus souvent, ${words('agrement.yearsRenewed')} après EP1 et EP3.`;
}
