import { db, type Tx } from '#app/db/client.server.ts';
import { dayPlain } from '#app/time/french.ts';
import type { PersonActor } from './actor.ts';
import { DATED_SETTINGS, isDatedKey, settingOn, valuesOf, type DatedKey } from './dated-settings.ts';
import { datedValues } from './dated-values.server.ts';
import { mayInCollectivite, maySomewhere } from './permissions.ts';
import { amount, SETTING_DOES } from './setting-words.ts';
import { todayIn } from './today-in.server.ts';

export type ValueShown = {
  from: string;
  /** "depuis toujours", "à partir du 1er janvier 2027" */
  since: string;
  value: string;
  /** Set by the collectivité, not shipped. */
  own: boolean;
  state: 'PAST' | 'NOW' | 'COMING';
};

export type SettingShown = {
  key: DatedKey;
  label: string;
  unit: string;
  does: string;
  source: string;
  /** "58"; null: no value holds yet. */
  today: string | null;
  values: ValueShown[];
};

export type SettingsPage = {
  settings: SettingShown[];
  /** She may change them: her role covers the whole collectivité. */
  changes: boolean;
  /** The first day a new value may hold from. */
  earliest: string;
};

/** Every dated setting with its value today, before and to come; null: not for this actor. Two queries. */
export async function settingsPage(actor: PersonActor, now: Date, tx: Tx = db()): Promise<SettingsPage | null> {
  if (!maySomewhere(actor, 'relais.settings')) return null;
  const { collectiviteId } = actor;
  const own = await datedValues(collectiviteId, tx);
  const today = await todayIn(tx, collectiviteId, now);
  const settings = Object.keys(DATED_SETTINGS)
    .filter(isDatedKey)
    .map((key): SettingShown => {
      const { label, unit, source } = DATED_SETTINGS[key];
      const values = valuesOf(key, own);
      const holding = values.findLast(({ from }) => from <= today);
      const value = settingOn(key, today, own);
      return {
        ...{ key, label, unit, source, does: SETTING_DOES[key], today: value === null ? null : amount(value) },
        values: values.map((one) => ({
          ...{ from: one.from, own: one.own, value: amount(one.value) },
          since: one.from < '1950' ? 'depuis toujours' : `à partir du ${dayPlain(one.from, { year: true })}`,
          state: one === holding ? 'NOW' : one.from > today ? 'COMING' : 'PAST',
        })),
      };
    });
  const changes = mayInCollectivite(actor, 'relais.settings', collectiviteId);
  return { settings, changes, earliest: `${today.slice(0, 4)}-01-01` };
}
