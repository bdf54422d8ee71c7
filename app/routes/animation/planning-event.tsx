import { KIND_ICONS } from '#app/catalog/kind-mark.tsx';
import { kindLabel } from '#app/catalog/kinds.ts';
import { pressingInWords, takenInWords, type PlannedSession } from '#app/catalog/planned-session.ts';
import { hour, hourRange } from '#app/time/french.ts';
import { StateMark } from './planning-state-mark.tsx';

interface Props {
  session: PlannedSession;
  /** When it begins, what, and where when several relais are shown: a month has no room for more. */
  short: boolean;
  namesRelais: boolean;
}

/** A session in the calendar: hours, kind by icon and word, title, place, and what presses. */
export function PlanningEvent({ session, short, namesRelais }: Props) {
  const { kind, state, title, start, end, site } = session;
  const Face = KIND_ICONS[kind];
  const relais = session.relais.replace(/^Relais (petite enfance )?/, '');
  const more = short ? [namesRelais ? relais : ''] : [relais, site, takenInWords(session), ...pressingInWords(session)];
  const said = more.filter((words) => words !== '');
  return (
    <span className="planning-event">
      <span className="planning-event-time">
        <Face size={14} strokeWidth={2.4} aria-hidden="true" />
        <span className="sr-only">{kindLabel(kind)}, </span>
        <b>{short ? hour(start.slice(11)) : hourRange(start.slice(11), end.slice(11))}</b>
        <StateMark state={state} />
      </span>
      <span className="planning-event-title">{title}</span>
      {said.length > 0 && <span className="planning-event-more">{said.join(' · ')}</span>}
    </span>
  );
}
