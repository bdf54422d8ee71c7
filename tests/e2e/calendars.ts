import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

export type Entry = { readonly summary: string; readonly start: number; readonly uid: string };

/** The events of a calendar as ical.js reads them. */
export function readWithIcalJs(text: string): Entry[] {
  const parsed: unknown = ICAL.parse(text);
  if (!Array.isArray(parsed)) throw new Error('no calendar');
  const calendar = new ICAL.Component(parsed);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { summary: event.summary, start: event.startDate.toJSDate().getTime(), uid: event.uid };
  });
}

/** The same as node-ical reads them. */
export function readWithNodeIcal(text: string): Entry[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) =>
    part?.type === 'VEVENT'
      ? [
          {
            summary: typeof part.summary === 'string' ? part.summary : part.summary.val,
            start: part.start.getTime(),
            uid: part.uid,
          },
        ]
      : [],
  );
}
