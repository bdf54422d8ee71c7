import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import type { Tone } from '#app/ui/tone.ts';

export interface MonthItem {
  key: string;
  to: string;
  tone: Tone;
  /** "9 h 30" */
  time: string;
  label: string;
  /** A word that matters: "complet", "inscrite". */
  mark?: string;
}

export interface MonthDay {
  /** The date, unique in the grid. */
  key: string;
  /** "24" */
  number: string;
  /** "mardi 24 novembre" */
  name: string;
  /** Belongs to the month before or after. */
  outside?: boolean;
  today?: boolean;
  /** Drawn on a darker ground: holidays, closures. Say why in `note`. */
  shade?: boolean;
  note?: string;
  items: readonly MonthItem[];
}

interface MonthGridProps {
  caption: ReactNode;
  /** Heads of the columns, as many as each week has days. */
  weekdays: readonly string[];
  weeks: readonly (readonly MonthDay[])[];
}

/** A month as a table of weeks; on a phone, as the list of the days that hold something. All words come already formatted. */
export function MonthGrid({ caption, weekdays, weeks }: MonthGridProps) {
  return (
    <table className="month">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.key}>
            {week.map((day) => (
              <Day key={day.key} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { day: MonthDay }) {
  const look = classNames(
    'month-day',
    day.outside && 'month-day--out',
    day.shade && 'month-day--shade',
    day.items.length === 0 && 'month-day--empty',
  );
  return (
    <td id={`jour-${day.key}`} className={look} aria-current={day.today ? 'date' : undefined}>
      <p className="month-date">
        <b className="month-short">{day.number}</b>
        <span className="month-long">{day.name}</span>
        {day.note !== undefined && <small>{day.note}</small>}
      </p>
      {day.items.length > 0 && (
        <ul className="month-items">
          {day.items.map(({ key, to, tone, time, label, mark }) => (
            <li key={key}>
              <Link className="month-item" data-tone={tone} to={to}>
                <b>{time}</b> {label}
                {mark !== undefined && <b> · {mark}</b>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}
