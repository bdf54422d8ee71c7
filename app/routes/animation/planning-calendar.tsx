import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import FullCalendar, { type EventChangeInfo, type EventDisplayInfo, type EventInput } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import fr from '@fullcalendar/react/locales/fr';
import classic from '@fullcalendar/react/themes/classic';
import timeGrid from '@fullcalendar/react/timegrid';
import { useMemo } from 'react';
import { mostAtOnce, type PlannedSession } from '#app/catalog/planned-session.ts';
import type { TeamPlanning } from '#app/catalog/team-planning.server.ts';
import { weekday } from '#app/time/iso-date.ts';
import { dayShort, hour } from '#app/time/french.ts';
import { PlanningEvent } from './planning-event.tsx';
import type { Move, Slot } from './planning-moves.ts';
import { bands, CellHead, DayHead, shadeLook } from './planning-shading.tsx';

interface Props {
  planning: TeamPlanning;
  mayPlan: boolean;
  onOpen: (id: string) => void;
  onSlot: (slot: Slot) => void;
  onMove: (move: Move) => void;
}

const PLUGINS = [dayGrid, timeGrid, interaction, classic];

/** As many sessions stand side by side in a day's column and can still be told apart. */
const MOST_ABREAST = 3;

/**
 * A week or a month to read, to fill by selecting, to change by dragging. Wall times throughout: 'UTC' shifts nothing. A
 * week in which too many are held at once stacks them by day, as the month does.
 */
export function PlanningCalendar({ planning, mayPlan, onOpen, onSlot, onMove }: Props) {
  const { asked, sessions, shades, wallNow } = planning;
  const isMonth = asked.view === 'mois';
  const isStacked = !isMonth && mostAtOnce(sessions) > MOST_ABREAST;
  const hasHours = !isMonth && !isStacked;
  const namesRelais = new Set(sessions.map(({ relais }) => relais)).size > 1;
  const byId = useMemo(() => new Map(sessions.map((session) => [session.id, session])), [sessions]);
  const events = useMemo(
    () => [...sessions.map(eventOf), ...(hasHours ? bands(shades) : [])],
    [sessions, shades, hasHours],
  );
  const shadeOf = useMemo(() => new Map(shades.map((shade) => [shade.date, shade])), [shades]);
  const hours = useMemo(() => hoursOf(sessions), [sessions]);
  const moved = ({ event, revert }: EventChangeInfo) => {
    const session = byId.get(event.id);
    const [from, until] = [event.startStr.slice(11, 16), event.endStr.slice(11, 16)];
    if (session) onMove({ session, date: event.startStr.slice(0, 10), from, until, revert });
  };
  return (
    <div className="planning-calendar">
      {isStacked && (
        <p className="hint pb-2">
          Plus de {MOST_ABREAST} séances à la fois : la semaine se lit jour par jour. Filtrez par relais ou par
          animatrice pour retrouver la grille des heures.
        </p>
      )}
      <FullCalendar
        key={isStacked ? 'days' : 'hours'}
        plugins={PLUGINS}
        locale={fr}
        timeZone="UTC"
        now={wallNow}
        nowIndicator
        initialView={isMonth ? 'dayGridMonth' : isStacked ? 'dayGridWeek' : 'timeGridWeek'}
        initialDate={asked.date}
        headerToolbar={false}
        height="auto"
        tableHeaderSticky
        allDaySlot={false}
        hiddenDays={sessions.some(({ start }) => weekday(start.slice(0, 10)) === 7) ? [] : [0]}
        slotMinTime={hours.first}
        slotMaxTime={hours.last}
        slotDuration="00:30"
        snapDuration="00:15"
        slotHeaderInterval="01:00"
        slotHeaderContent={({ date }) => hour(wall(date).slice(11))}
        slotMinHeight={30}
        slotEventOverlap={false}
        eventDisplay="block"
        dayMaxEvents={false}
        eventOrder="start,title"
        events={events}
        eventInteractive
        eventContent={(info: EventDisplayInfo) => (
          <Content info={info} session={byId.get(info.event.id)} isMonth={isMonth} namesRelais={namesRelais} />
        )}
        eventClass={(info: EventDisplayInfo) => eventLook(byId.get(info.event.id))}
        eventDidMount={({ el, event }) => {
          if (byId.get(event.id)?.movable) el.dataset.session = event.id;
        }}
        eventClick={({ event, jsEvent }) => {
          if (jsEvent.ctrlKey || jsEvent.metaKey || jsEvent.shiftKey) return;
          jsEvent.preventDefault();
          onOpen(event.id);
        }}
        editable
        eventResizableFromStart
        eventDrop={moved}
        eventResize={moved}
        selectable={mayPlan}
        selectMirror
        selectMinDistance={5}
        select={({ startStr, endStr, allDay }) => {
          const [from, until] = allDay ? [null, null] : [startStr.slice(11, 16), endStr.slice(11, 16)];
          onSlot({ date: startStr.slice(0, 10), from, until });
        }}
        dayHeaderContent={({ date }) =>
          isMonth ? (
            weekdayName(date)
          ) : (
            <DayHead date={wall(date).slice(0, 10)} shade={shadeOf.get(wall(date).slice(0, 10))} />
          )
        }
        dayCellClass={({ date }) => shadeLook(shadeOf.get(wall(date).slice(0, 10)))}
        dayCellTopContent={({ date }) =>
          isMonth && <CellHead date={wall(date).slice(0, 10)} shade={shadeOf.get(wall(date).slice(0, 10))} />
        }
      />
    </div>
  );
}

/** The wall time that a date of the calendar stands for. */
const wall = (date: Date) => date.toISOString().slice(0, 16);

function eventOf({ id, title, start, end, movable }: PlannedSession): EventInput {
  return { id, title, start, end, url: `/animation/seances/${id}`, editable: movable };
}

interface ContentProps {
  info: EventDisplayInfo;
  session: PlannedSession | undefined;
  isMonth: boolean;
  namesRelais: boolean;
}

function Content({ info, session, isMonth, namesRelais }: ContentProps) {
  if (info.event.display === 'background') return null;
  if (!session) return <span className="planning-event">{info.timeText}</span>;
  return <PlanningEvent session={session} short={isMonth || info.timeText === ''} namesRelais={namesRelais} />;
}

function eventLook(session: PlannedSession | undefined): string {
  return session ? `planning-fc planning-fc--${session.state.toLowerCase()} tone-${session.kind.toLowerCase()}` : '';
}

const weekdayName = (date: Date) => dayShort(wall(date).slice(0, 10)).split(' ')[0];

/** From 8 h to 19 h, or as early and as late as sessions go. */
function hoursOf(sessions: readonly PlannedSession[]): { first: string; last: string } {
  const starts = sessions.map(({ start }) => `${start.slice(11, 13)}:00`);
  const ends = sessions.map(({ start, end }) =>
    end.slice(0, 10) > start.slice(0, 10)
      ? '24:00'
      : `${String(Number(end.slice(11, 13)) + (end.endsWith(':00') ? 0 : 1)).padStart(2, '0')}:00`,
  );
  return {
    first: starts.reduce((a, b) => (b < a ? b : a), '08:00'),
    last: ends.reduce((a, b) => (b > a ? b : a), '19:00'),
  };
}
