import type { PlannedSession } from '#app/catalog/planned-session.ts';
import { plannedSessions } from '#app/catalog/planned-sessions.server.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { addDays } from '#app/time/iso-date.ts';
import { localDate } from '#app/time/wall-clock.ts';
import { dayDetails, type DayDetails } from './day-details.server.ts';
import { pickDay } from './day-picks.ts';

export type DaySession = PlannedSession & DayDetails;

/** What a member of the team has today, or next. */
export type TeamDay = {
  today: string;
  /** Hers; of all her relais when she leads none. */
  sessions: DaySession[];
  /** The day of `sessions`: today, or the next one that has any; null: none in the weeks to come. */
  date: string | null;
  /** The others of her relais today. */
  others: PlannedSession[];
  mayPlan: boolean;
};

const DAYS_AHEAD = 21;

/** Five queries whatever the day holds. */
export async function teamDay(actor: PersonActor, now: Date, tx: Tx = db()): Promise<TeamDay> {
  const { timezone } = await tx.collectivite.findUniqueOrThrow({
    where: { id: actor.collectiviteId },
    select: { timezone: true },
  });
  const today = localDate(now, timezone);
  const days = { first: today, last: addDays(today, DAYS_AHEAD) };
  const planned = await plannedSessions(actor, timezone, days, {}, now, tx);
  const { date, sessions, others } = pickDay(planned, today);
  const details = await dayDetails(
    actor,
    sessions.map(({ id }) => id),
    tx,
  );
  const withDetails = sessions.flatMap((session) => {
    const more = details.get(session.id);
    return more ? [{ ...session, ...more }] : [];
  });
  return { today, date, sessions: withDetails, others, mayPlan: maySomewhere(actor, 'session.plan') };
}
