import { Link } from '@remix-run/react';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { Moment } from '#app/catalog/moment.tsx';
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
  return (
    <section className="grid gap-3" aria-labelledby="dates">
      <h2 id="dates">Les dates</h2>
      {coming.length === 0 && (
        <Empty sentence="Le groupe n’a pas de date à venir. Choisissez les séances auxquelles il vient." />
      )}
      <List dates={coming} {...shown} />
      {past.length > 0 && (
        <details className="panel fold">
          <summary>Les dates passées</summary>
          <List dates={past} {...shown} />
        </details>
      )}
    </section>
  );
}

/** Several activities: each date says which. */
function List({ dates, marked, sheets }: { dates: readonly CohortDate[]; marked: boolean; sheets: boolean }) {
  return (
    <ul className="grid gap-2">
      {dates.map(({ sessionId, kind, title, when, place, state, enrolled }) => (
        <li key={sessionId} className="panel grid gap-1">
          {marked && <KindMark kind={kind} />}
          <Link
            to={sheets ? `/animation/seances/${sessionId}/emargement` : `/animation/seances/${sessionId}`}
            className="inline-flex min-h-11 items-center font-bold"
          >
            <Moment words={when} />
          </Link>
          <p className="text-soft">{[title, place].join(' · ')}</p>
          {sheets && <p className="text-soft">Feuille de présence, à partir du jour même</p>}
          <p>{[state, enrolled].filter((part) => part !== null).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}
