import { Link } from '@remix-run/react';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { kindTone } from '#app/catalog/kinds.ts';
import { byDate, pressingInWords, takenInWords, type PlannedSession } from '#app/catalog/planned-session.ts';
import { dayTitle } from '#app/catalog/planning-address.ts';
import type { DayShade } from '#app/catalog/planning-shades.ts';
import { hourRange } from '#app/time/french.ts';
import { classNames } from '#app/ui/class-names.ts';
import { StateMark } from './planning-state-mark.tsx';

interface Props {
  sessions: readonly PlannedSession[];
  shades: readonly DayShade[];
  today: string;
  /** The address of this page, to come back to. */
  back: string;
}

/** The sessions as a list by day: all that the calendar shows, and the links to change each. */
export function PlanningList({ sessions, shades, today, back }: Props) {
  return (
    <div className="grid gap-6">
      {[...byDate(sessions)].map(([date, held]) => (
        <section key={date} aria-labelledby={`jour-${date}`} className="planning-day">
          <h3 id={`jour-${date}`} aria-current={date === today ? 'date' : undefined}>
            {dayTitle(date, today)}
            {date === today && <span className="planning-today"> aujourd’hui</span>}
          </h3>
          {shades
            .filter((shade) => shade.date === date)
            .map(({ notes }) => (
              <p key={date} className="hint">
                {notes.join(' · ')}
              </p>
            ))}
          <ul className="planning-rows">
            {held.map((session) => (
              <Row key={session.id} session={session} back={back} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ session, back }: { session: PlannedSession; back: string }) {
  const { id, kind, state, title, start, end, relais, site, people, movable } = session;
  const taken = takenInWords(session);
  const pressing = pressingInWords(session);
  return (
    <li className={classNames('planning-row', `planning-row--${state.toLowerCase()}`)} data-tone={kindTone(kind)}>
      <p className="planning-hours">{hourRange(start.slice(11), end.slice(11))}</p>
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap gap-2">
          <KindMark kind={kind} />
          <StateMark state={state} />
        </div>
        <Link className="planning-link" to={`/animation/seances/${id}`} data-session={movable ? id : undefined}>
          {title}
        </Link>
        <p className="text-soft">{[relais, site, people === '' ? 'personne n’anime encore' : people].join(' · ')}</p>
      </div>
      <div className="planning-taken">
        {taken !== '' && <p>{taken}</p>}
        {pressing.map((words) => (
          <p key={words} className="font-bold">
            {words}
          </p>
        ))}
        {movable && (
          <Link
            className="planning-move"
            to={`/animation/seances/${id}/horaire?${new URLSearchParams({ retour: back }).toString()}`}
          >
            Changer l’horaire<span className="sr-only"> de {title}</span>
          </Link>
        )}
      </div>
    </li>
  );
}
