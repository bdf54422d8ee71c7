import { replaceSchoolHolidays } from '#app/catalog/replaceSchoolHolidays.server.ts';
import shipped from '#app/catalog/school-holidays.json' with { type: 'json' };
import { db } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { readSchoolHolidays } from '#app/time/school-holidays.ts';

/** Gives an installation that has no school holidays those shipped with the application; the official file replaces them. */
export async function shippedHolidays(): Promise<void> {
  if ((await db().schoolHoliday.count()) > 0) return;
  await replaceSchoolHolidays(SYSTEM, { holidays: readSchoolHolidays(shipped), source: 'school-holidays.json' });
}
