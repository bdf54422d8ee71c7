import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { wallOf } from '#app/time/wall-clock.ts';
import { daysRead, planningWindow, readPlanning, type PlanningAsked, type PlanningWindow } from './planning-address.ts';
import { dayShades, type DayShade } from './planning-shades.ts';
import type { PlannedSession } from './planned-session.ts';
import { plannedSessions } from './planned-sessions.server.ts';
import { teamChoices, type TeamChoices } from './team-choices.server.ts';
import { teamClosures } from './team-closures.server.ts';

export type TeamPlanning = {
  asked: PlanningAsked;
  window: PlanningWindow;
  today: string;
  /** `YYYY-MM-DDTHH:MM` */
  wallNow: string;
  sessions: PlannedSession[];
  shades: DayShade[];
  choices: TeamChoices;
};

/** The planning that an address asks for, over all that she may see; seven queries whatever it holds. */
export async function teamPlanning(
  actor: PersonActor,
  query: URLSearchParams,
  now: Date,
  tx: Tx = db(),
): Promise<TeamPlanning> {
  const { zone, timezone } = await tx.collectivite.findUniqueOrThrow({
    where: { id: actor.collectiviteId },
    select: { zone: true, timezone: true },
  });
  const { date: today, time } = wallOf(now, timezone);
  const asked = readPlanning(query, today);
  const window = planningWindow(asked.view, asked.date);
  const days = daysRead(asked.view, window);
  const choices = await teamChoices(actor, today, tx);
  const sessions = await plannedSessions(actor, timezone, days, asked.filters, now, tx);
  const closures = await teamClosures(actor.collectiviteId, choices, days, tx);
  const holidays = await tx.schoolHoliday.findMany({
    where: { zone, last: { gte: new Date(days.first) }, first: { lte: new Date(days.last) } },
    orderBy: { first: 'asc' },
    select: { name: true, first: true, last: true },
  });
  const schoolHolidays = holidays.map(({ name, first, last }) => ({
    name,
    first: isoDate(first),
    last: isoDate(last),
  }));
  const shades = dayShades(days, { schoolHolidays, closures, shown: shownBy(asked, choices) });
  return { asked, window, today, wallNow: `${today}T${time}`, sessions, shades, choices };
}

const isoDate = (date: Date) => date.toISOString().slice(0, 10);

function shownBy({ filters }: PlanningAsked, { relais }: TeamChoices) {
  const named = relais.filter(({ slug }) => filters.relais === undefined || slug === filters.relais);
  return {
    relaisIds: named.map(({ id }) => id),
    siteId: filters.lieu,
    personId: filters.animatrice ?? filters.intervenant,
  };
}
