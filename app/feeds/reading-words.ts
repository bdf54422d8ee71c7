import { dayLong, hour } from '#app/time/french.ts';
import { addDays } from '#app/time/iso-date.ts';
import { localDate } from '#app/time/local.ts';
import { wallOf } from '#app/time/wall-clock.ts';

/** "Lu hier à 14 h 05", "Lu le lundi 16 novembre à 8 h", "Jamais lu". */
export function readingWords(lastReadAt: Date | null, now: Date, zone: string): string {
  return lastReadAt === null ? 'Jamais lu' : `Lu ${momentWords(lastReadAt, now, zone)}`;
}

/** "aujourd’hui à 9 h", "hier à 14 h 05", "le lundi 16 novembre à 8 h". */
export function momentWords(instant: Date, now: Date, zone: string): string {
  const { date, time } = wallOf(instant, zone);
  const today = localDate(now, zone);
  const day =
    date === today ? 'aujourd’hui' : date === addDays(today, -1) ? 'hier' : `le ${dayLong(date, { reference: today })}`;
  return `${day} à ${hour(time)}`;
}
