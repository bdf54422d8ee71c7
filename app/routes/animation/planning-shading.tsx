import type { EventInput } from '@fullcalendar/react';
import { halfLook, type DayShade, type ShadeLook } from '#app/catalog/planning-shades.ts';
import { dayShort } from '#app/time/french.ts';
import { addDays } from '#app/time/iso-date.ts';

const NOON = '13:00';

/** What is shaded in a week's columns of hours. */
export function bands(shades: readonly DayShade[]): EventInput[] {
  return shades.flatMap((shade) => {
    const { date } = shade;
    const [noon, midnight] = [`${date}T${NOON}`, `${addDays(date, 1)}T00:00`];
    const [morning, afternoon] = [halfLook(shade, 'MORNING'), halfLook(shade, 'AFTERNOON')];
    if (morning === afternoon) return band(morning, `${date}T00:00`, midnight);
    return [...band(morning, `${date}T00:00`, noon), ...band(afternoon, noon, midnight)];
  });
}

function band(look: ShadeLook | null, start: string, end: string): EventInput[] {
  if (look === null) return [];
  const id = `${look}-${start}`;
  return [{ id, start, end, display: 'background', class: `planning-band planning-band--${look}` }];
}

/** A day's cell in a grid of days. */
export function shadeLook(shade: DayShade | undefined): string {
  if (!shade) return '';
  if (shade.off !== null) return 'planning-cell planning-cell--off';
  return shade.partly === null ? 'planning-cell planning-cell--school' : 'planning-cell planning-cell--partly';
}

/** The list above the calendar has them all. */
const inShort = (notes: readonly string[]) => [...notes.slice(0, 2), ...(notes.length > 2 ? ['…'] : [])].join(' · ');

/** Above a day of the week. */
export function DayHead({ date, shade }: { date: string; shade: DayShade | undefined }) {
  return (
    <span className="planning-head">
      <b>{dayShort(date)}</b>
      {shade && <small>{inShort(shade.notes)}</small>}
    </span>
  );
}

/** In a day of the month. */
export function CellHead({ date, shade }: { date: string; shade: DayShade | undefined }) {
  return (
    <span className="planning-cell-head">
      {shade && shade.notes.length > 0 && <small>{inShort(shade.notes)}</small>}
      <b>{Number(date.slice(8))}</b>
    </span>
  );
}
