import type { DbOrTx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { capital, when } from '#app/time/french.ts';
import { LIVE_STATES, type LiveState } from './state.ts';

/** A place, request or wait to come of someone whom her relais follows. */
export type UpcomingPlace = {
  id: string;
  sessionId: string;
  title: string;
  when: string;
  relais: string;
  relaisId: string;
  state: LiveState;
  children: number;
  /** May the actor withdraw her: it is a session of a relais where she enrols others. */
  mine: boolean;
};

/** `from`: from that local day on; `relaisId`: hosted by this relais alone. */
export type Upcoming = { personId: string; from?: string | undefined; relaisId?: string | undefined };

/** What someone holds, asked for or waits for, soonest first. Group work that is confidential is not told (rule 8). */
export async function upcomingPlaces(
  db: DbOrTx,
  actor: Actor,
  { personId, from, relaisId }: Upcoming,
  now: Date,
): Promise<UpcomingPlace[]> {
  const rows = await db.enrollment.findMany({
    where: {
      personId,
      state: { in: [...LIVE_STATES] },
      session: {
        startsAt: { gt: now, ...(from === undefined ? {} : { gte: new Date(`${from}T00:00:00Z`) }) },
        activity: { kind: { not: 'ANALYSE' } },
        ...(relaisId === undefined ? {} : { relaisId }),
      },
    },
    orderBy: [{ session: { startsAt: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      state: true,
      sessionId: true,
      _count: { select: { children: true } },
      session: {
        select: {
          startsAt: true,
          endsAt: true,
          theme: true,
          relaisId: true,
          collectiviteId: true,
          relais: { select: { name: true } },
          activity: { select: { title: true } },
          collectivite: { select: { timezone: true } },
        },
      },
    },
  });
  return rows.flatMap(({ id, state, sessionId, session, _count }) => {
    const live = LIVE_STATES.find((one) => one === state);
    if (!live) return [];
    return {
      ...{ id, sessionId, state: live, children: _count.children, relaisId: session.relaisId },
      title: session.theme ?? session.activity.title,
      when: capital(when(session.startsAt, session.endsAt, session.collectivite.timezone)),
      relais: session.relais.name,
      mine: may(actor, 'enrollment.forOthers', session),
    };
  });
}
