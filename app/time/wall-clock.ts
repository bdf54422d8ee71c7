/** What the clock on the wall shows at an instant, by Intl alone: no temporal-polyfill, so it may reach the phone. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** `{ date: 'YYYY-MM-DD', time: 'HH:MM' }`; seconds are cut. */
export type Wall = { readonly date: string; readonly time: string };

/** The wall date and time of an instant. Throws RangeError for an unknown zone or an invalid Date. */
export function wallOf(instant: Date, zone: string): Wall {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formatOf(zone).formatToParts(instant)) parts[part.type] = part.value;
  const { year = '', month, day, hour, minute } = parts;
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** The ISO date on the wall at an instant. */
export function localDate(instant: Date, zone: string): string {
  return wallOf(instant, zone).date;
}

/** `HH:MM` on the wall at an instant. */
export function localTime(instant: Date, zone: string): string {
  return wallOf(instant, zone).time;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}
