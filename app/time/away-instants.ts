import { awayWalls, type ClosedDays } from '#app/time/closure-days.ts';
import type { DateRange } from '#app/time/iso-date.ts';
import { fromLocal, startOfDay } from '#app/time/local.ts';

/** The stretches of time away that touch a window of days, ends excluded, as instants of a zone. */
export function awayInstants(closed: ClosedDays, window: DateRange, zone: string): { from: Date; until: Date }[] {
  return awayWalls(closed, window).map(({ from, until }) => ({
    from: instant(from, zone),
    until: instant(until, zone),
  }));
}

function instant(wall: string, zone: string): Date {
  const [date = '', time = ''] = wall.split('T');
  return time === '00:00' ? startOfDay(date, zone) : fromLocal({ date, time }, zone);
}
