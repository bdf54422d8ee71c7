import { settingOn, type OwnValues } from '#app/people/dated-settings.ts';
import { addMonths } from '#app/time/iso-date.ts';
import { isFirstAid } from './first-aid.ts';

/**
 * Until when a training followed on a day holds, unless someone says otherwise: the theme's own months, else those of
 * first aid in force that day; null: it does not expire.
 */
export function renewalDate(
  { title, renewalMonths }: { title: string; renewalMonths: number | null },
  on: string,
  own: OwnValues,
): string | null {
  const months = renewalMonths ?? (isFirstAid(title) ? settingOn('training.firstAidMonths', on, own) : null);
  return months === null ? null : addMonths(on, months);
}
