import type { ActivityKindName } from './booking-rules.ts';
import type { PlanningState } from './planning-address.ts';

/** A session of the team's planning: small, six hundred of them travel at once. Times are wall times of the manager. */
export type PlannedSession = {
  id: string;
  kind: ActivityKindName;
  state: PlanningState;
  title: string;
  /** `YYYY-MM-DDTHH:MM` */
  start: string;
  end: string;
  relais: string;
  site: string;
  /** "Léa Martin, Marc Petit (à confirmer)"; '' when nobody leads it yet. */
  people: string;
  adults: number;
  children: number;
  maxAdults: number | null;
  maxChildren: number | null;
  waiting: number;
  requests: number;
  /** Does she lead it? */
  mine: boolean;
  /** May she move it? */
  movable: boolean;
};

/** "12/12 adultes, 8 enfants": over its ceiling where there is one; '' for a draft or where nothing is counted. */
export function takenInWords(session: PlannedSession): string {
  const { state, adults, children, maxAdults, maxChildren } = session;
  if (state !== 'PUBLISHED') return '';
  const over = (n: number, most: number | null) => (most === null ? String(n) : `${n}/${most}`);
  const parts = [
    maxAdults === null && adults === 0
      ? null
      : `${over(adults, maxAdults)} ${adults < 2 && maxAdults === null ? 'adulte' : 'adultes'}`,
    children === 0 && maxChildren === null
      ? null
      : `${over(children, maxChildren)} ${children < 2 && maxChildren === null ? 'enfant' : 'enfants'}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** What someone of the team must see of it: "2 demandes", "3 en attente". */
export function pressingInWords({ requests, waiting }: Pick<PlannedSession, 'requests' | 'waiting'>): string[] {
  return [
    ...(requests > 0 ? [`${requests} ${requests < 2 ? 'demande' : 'demandes'}`] : []),
    ...(waiting > 0 ? [`${waiting} en attente`] : []),
  ];
}

/** How many are held at once, at most: so many stand side by side in a week's column. */
export function mostAtOnce(sessions: readonly Pick<PlannedSession, 'start' | 'end'>[]): number {
  const changes = sessions.flatMap(({ start, end }) => [
    { at: start, by: 1 },
    { at: end, by: -1 },
  ]);
  changes.sort((a, b) => (a.at === b.at ? a.by - b.by : a.at < b.at ? -1 : 1));
  let [held, most] = [0, 0];
  for (const { by } of changes) {
    held += by;
    most = Math.max(most, held);
  }
  return most;
}

/** Sessions under their days, in the order given. */
export function byDate(sessions: readonly PlannedSession[]): Map<string, PlannedSession[]> {
  const days = new Map<string, PlannedSession[]>();
  for (const session of sessions) {
    const date = session.start.slice(0, 10);
    const day = days.get(date);
    if (day) day.push(session);
    else days.set(date, [session]);
  }
  return days;
}
