import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import FullCalendar, { type EventChangeInfo, type EventDisplayInfo, type EventInput } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import fr from '@fullcalendar/react/locales/fr';
import classic from '@fullcalendar/react/themes/classic';
import timeGrid from '@fullcalendar/react/timegrid';
import { useMemo } from 'react';
import type { PlannedSession } from '#app/catalog/planned-session.ts';
import type { DayShade } from '#app/catalog/planning-shades.ts';
import type { TeamPlanning } from '#app/catalog/team-planning.server.ts';
import { addDays, weekday } from '#app/time/iso-date.ts';
import { dayShort, hour } from '#app/time/french.ts';
import { PlanningEvent } from './planning-event.tsx';
import type { Move, Slot } from './planning-moves.ts';

interface Props {
  planning: TeamPlanning;
  mayPlan: boolean;
  onOpen: (id: string) => void;
  onSlot: (slot: Slot) => void;
  onMove: (move: Move) => void;
}

const PLUGINS = [dayGrid, timeGrid, interaction, classic];
const NOON = '13:00';

/** A week or a month to read, to fill by selecting, to change by dragging. Wall times throughout: 'UTC' shifts nothing. */
export function PlanningCalendar({ planning, mayPlan, onOpen, onSlot, onMove }: Props) {
  const { asked, sessions, shades, wallNow } = planning;
  const isMonth = asked.view === 'mois';
  const byId = useMemo(() => new Map(sessions.map((session) => [session.id, session])), [sessions]);
  const events = useMemo(
    () => [...sessions.map(eventOf), ...(isMonth ? [] : bands(shades))],
    [sessions, shades, isMonth],
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
      <FullCalendar
        plugins={PLUGINS}
        locale={fr}
        timeZone="UTC"
        now={wallNow}
        nowIndicator
        initialView={isMonth ? 'dayGridMonth' : 'timeGridWeek'}
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
          <Content info={info} session={byId.get(info.event.id)} isMonth={isMonth} />
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
        dayCellTopContent={({ date }) => (
          <CellHead date={wall(date).slice(0, 10)} shade={shadeOf.get(wall(date).slice(0, 10))} />
        )}
      />
    </div>
  );
}

/** The wall time that a date of the calendar stands for. */
const wall = (date: Date) => date.toISOString().slice(0, 16);

function eventOf({ id, title, start, end, movable }: PlannedSession): EventInput {
  return { id, title, start, end, url: `/animation/seances/${id}`, editable: movable };
}

function Content({
  info,
  session,
  isMonth,
}: {
  info: EventDisplayInfo;
  session: PlannedSession | undefined;
  isMonth: boolean;
}) {
  if (info.event.display === 'background') return null;
  if (!session) return <span className="planning-event">{info.timeText}</span>;
  const hours = isMonth || info.timeText === '' ? null : info.timeText;
  return <PlanningEvent session={session} hours={hours} />;
}

function eventLook(session: PlannedSession | undefined): string {
  return session ? `planning-fc planning-fc--${session.state.toLowerCase()} tone-${session.kind.toLowerCase()}` : '';
}

/** What is shaded in a week's columns. */
function bands(shades: readonly DayShade[]): EventInput[] {
  return shades.flatMap(({ date, off, partly, school }) => {
    const band = (look: string, from: string, until: string): EventInput => ({
      ...{ id: `${look}-${date}`, display: 'background', class: `planning-band planning-band--${look}` },
      ...{ start: `${date}T${from}`, end: until === '24:00' ? `${addDays(date, 1)}T00:00` : `${date}T${until}` },
    });
    if (off === 'WHOLE') return [band('off', '00:00', '24:00')];
    return [
      ...(off === 'MORNING' ? [band('off', '00:00', NOON)] : []),
      ...(off === 'AFTERNOON' ? [band('off', NOON, '24:00')] : []),
      ...(off === null && partly ? [band('partly', '00:00', '24:00')] : []),
      ...(school && off === null && !partly ? [band('school', '00:00', '24:00')] : []),
    ];
  });
}

function shadeLook(shade: DayShade | undefined): string {
  if (!shade) return '';
  if (shade.off !== null) return 'planning-cell planning-cell--off';
  return shade.partly ? 'planning-cell planning-cell--partly' : 'planning-cell planning-cell--school';
}

/** The list above the calendar has them all. */
const inShort = (notes: readonly string[]) => [...notes.slice(0, 2), ...(notes.length > 2 ? ['…'] : [])].join(' · ');

function DayHead({ date, shade }: { date: string; shade: DayShade | undefined }) {
  return (
    <span className="planning-head">
      <b>{dayShort(date)}</b>
      {shade && <small>{inShort(shade.notes)}</small>}
    </span>
  );
}

function CellHead({ date, shade }: { date: string; shade: DayShade | undefined }) {
  return (
    <span className="planning-cell-head">
      {shade && shade.notes.length > 0 && <small>{inShort(shade.notes)}</small>}
      <b>{Number(date.slice(8))}</b>
    </span>
  );
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
