import { KIND_ICONS } from '#app/catalog/kind-mark.tsx';
import { kindLabel } from '#app/catalog/kinds.ts';
import { pressingInWords, takenInWords, type PlannedSession } from '#app/catalog/planned-session.ts';
import { hour, hourRange } from '#app/time/french.ts';
import { StateMark } from './planning-state-mark.tsx';

/** A session in the calendar: hours, kind by icon and word, title, place, and what presses. */
export function PlanningEvent({ session, hours }: { session: PlannedSession; hours: string | null }) {
  const { kind, state, title, start, end, site, relais } = session;
  const Face = KIND_ICONS[kind];
  const small = [takenInWords(session), ...pressingInWords(session)].filter((words) => words !== '');
  return (
    <span className="planning-event">
      <span className="planning-event-time">
        <Face size={14} strokeWidth={2.4} aria-hidden="true" />
        <span className="sr-only">{kindLabel(kind)}, </span>
        <b>{hours === null ? hour(start.slice(11)) : hourRange(start.slice(11), end.slice(11))}</b>
        <StateMark state={state} />
      </span>
      <span className="planning-event-title">{title}</span>
      {hours !== null && (
        <span className="planning-event-more">
          {[relais.replace(/^Relais (petite enfance )?/, ''), site, ...small].join(' · ')}
        </span>
      )}
    </span>
  );
}
