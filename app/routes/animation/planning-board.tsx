import { Link, useFetcher, useNavigate } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { PlannedSession } from '#app/catalog/planned-session.ts';
import type { TeamPlanning } from '#app/catalog/team-planning.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { action } from './horaire.tsx';
import type { PlanningCalendar as Calendar } from './planning-calendar.tsx';
import { PlanningConfirm } from './planning-confirm.tsx';
import { PlanningList } from './planning-list.tsx';
import { scheduleAddress, slotAddress, type Move } from './planning-moves.ts';
import { useWide } from './use-wide.ts';

interface Props {
  planning: TeamPlanning;
  mayPlan: boolean;
  /** The address of this page. */
  back: string;
}

/** The list, which the server writes; where there is script and room, the calendar in its stead. */
export function PlanningBoard({ planning, mayPlan, back }: Props) {
  const { asked, sessions, shades, today, window } = planning;
  const Calendar = useCalendar(useWide() && asked.view !== 'liste');
  const moving = useMoves(back);
  const navigate = useNavigate();
  const shown = sessions.filter(
    ({ start, end }) => start.slice(0, 10) <= window.last && end.slice(0, 10) >= window.first,
  );
  return (
    <>
      <div role="status" className="planning-status">
        {moving.told}
      </div>
      {Calendar !== null && asked.view !== 'liste' ? (
        <Calendar
          key={`${asked.view} ${asked.date}`}
          planning={planning}
          mayPlan={mayPlan}
          onOpen={(id) => void navigate(`/animation/seances/${id}`)}
          onSlot={(slot) => void navigate(slotAddress(slot, asked.filters.relais))}
          onMove={moving.ask}
        />
      ) : (
        <div className={asked.view === 'liste' ? undefined : 'planning-waiting'}>
          {shown.length === 0 ? (
            <Nothing mayPlan={mayPlan} isFiltered={Object.keys(asked.filters).length > 0} />
          ) : (
            <PlanningList sessions={shown} shades={shades} today={today} back={back} />
          )}
        </div>
      )}
      <PlanningConfirm move={moving.asked} onAnswer={moving.answer} />
    </>
  );
}

function Nothing({ mayPlan, isFiltered }: { mayPlan: boolean; isFiltered: boolean }) {
  return (
    <Empty
      sentence={
        isFiltered
          ? 'Aucune séance ne correspond. Retirez un filtre, ou choisissez une autre période.'
          : 'Aucune séance sur cette période.'
      }
    >
      {mayPlan && <LinkButton to="/animation/activites/nouvelle">Planifier une activité</LinkButton>}
    </Empty>
  );
}

/** The calendar's component, once it has been fetched; if it cannot be, the list stays. */
function useCalendar(isWanted: boolean): typeof Calendar | null {
  const [loaded, setLoaded] = useState<typeof Calendar | null>(null);
  useEffect(() => {
    if (!isWanted || loaded !== null) return;
    import('./planning-calendar.tsx').then(
      ({ PlanningCalendar }) => setLoaded(() => PlanningCalendar),
      () => document.documentElement.classList.add('planning-without-calendar'),
    );
  }, [isWanted, loaded]);
  return isWanted ? loaded : null;
}

/** Moves by drag: each posts the form of the session's hours; what is refused goes back and is told. */
function useMoves(back: string) {
  const fetcher = useFetcher<typeof action>();
  const [asked, setAsked] = useState<Move | null>(null);
  const sent = useRef<(Move & { back: string }) | null>(null);
  const refused = fetcher.state === 'idle' && fetcher.data !== undefined ? fetcher.data : null;
  useEffect(() => {
    if (refused === null) return;
    sent.current?.revert();
  }, [refused]);
  const send = (move: Move) => {
    sent.current = { ...move, back };
    void fetcher.submit(
      { date: move.date, de: move.from, a: move.until, retour: back },
      { method: 'post', action: `/animation/seances/${move.session.id}/horaire`, preventScrollReset: true },
    );
  };
  return {
    asked,
    ask: (move: Move) => (isHeard(move.session) ? setAsked(move) : send(move)),
    answer: (yes: boolean) => {
      if (asked !== null && yes) send(asked);
      else asked?.revert();
      setAsked(null);
    },
    told:
      fetcher.state !== 'idle' ? (
        <p className="planning-saving">Enregistrement…</p>
      ) : refused !== null && sent.current?.back === back ? (
        <Refused move={sent.current} sentences={refused.sentences} back={back} />
      ) : null,
  };
}

/** Would people be told at once? */
const isHeard = ({ state, adults, waiting }: PlannedSession) => state === 'PUBLISHED' && adults + waiting > 0;

function Refused({ move, sentences, back }: { move: Move; sentences: readonly string[]; back: string }) {
  return (
    <Notice severity="warn" title={`« ${move.session.title} » reste à sa place`}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <Link className="planning-move" to={scheduleAddress(move, back)}>
          Choisir un autre horaire, ou passer outre en disant pourquoi
        </Link>
      </p>
    </Notice>
  );
}
