import { Link } from '@remix-run/react';
import { Moment } from '#app/catalog/moment.tsx';
import { plural } from '#app/time/french.ts';
import { Empty } from '#app/ui/empty.tsx';
import type { CohortDate } from './cohort-dates.server.ts';

interface GroupDatesProps {
  group: { dates: readonly CohortDate[]; activity: unknown };
  /** For who marks its presences: each date leads to its sheet. */
  sheets?: boolean;
}

/** The dates a group comes to, those past folded. */
export function GroupDates({ group: { dates, activity }, sheets = false }: GroupDatesProps) {
  const shown = { marked: activity === null, sheets };
  const coming = dates.filter(({ past }) => !past);
  const past = dates.filter((date) => date.past);
  const later = coming.slice(FIRST);
  return (
    <section className="grid gap-3" aria-labelledby="dates">
      <h2 id="dates">Les dates</h2>
      {coming.length === 0 ? (
        <Empty sentence="Le groupe n’a pas de date à venir. Choisissez les séances auxquelles il vient." />
      ) : (
        <div className="panel">
          <List dates={coming.slice(0, FIRST)} {...shown} />
        </div>
      )}
      <Folded title={`Plus tard : ${plural(later.length, 'date', 'dates')}`} dates={later} {...shown} />
      <Folded title={`Passées : ${plural(past.length, 'date', 'dates')}`} dates={past} {...shown} />
    </section>
  );
}

const FIRST = 8;

interface ListProps {
  dates: readonly CohortDate[];
  /** Several activities: each date says which. */
  marked: boolean;
  sheets: boolean;
}

function Folded({ title, ...list }: ListProps & { title: string }) {
  if (list.dates.length === 0) return null;
  return (
    <details className="panel fold">
      <summary>{title}</summary>
      <List {...list} />
    </details>
  );
}

function List({ dates, marked, sheets }: ListProps) {
  return (
    <ul className="grid gap-3">
      {dates.map(({ sessionId, title, when, place, state, enrolled }) => (
        <li
          key={sessionId}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-2 last:border-0 last:pb-0"
        >
          <div>
            <Link
              to={sheets ? `/animation/seances/${sessionId}/emargement` : `/animation/seances/${sessionId}`}
              className="inline-block py-2 font-bold"
            >
              {sheets && <span className="sr-only">Feuille de présence : </span>}
              <Moment words={when} />
            </Link>
            <p className="text-soft">{[marked ? title : null, place].filter((part) => part !== null).join(' · ')}</p>
          </div>
          <p>{[state, enrolled].filter((part) => part !== null).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}
