import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import type { NewSession } from './new-session.ts';
import type { UsePeriod } from './site-availability.ts';

/** What planning dates of an activity must know. */
export type Planning = {
  activityId: string;
  collectiviteId: string;
  relaisId: string;
  zone: string;
  maxAdults: number | null;
  maxChildren: number | null;
  /** Starts the activity already has, in milliseconds. */
  known: ReadonlySet<number>;
  /** Of the collectivité, among those named. */
  sites: ReadonlyMap<string, { exclusive: boolean; uses: UsePeriod[] }>;
  animators: ReadonlySet<string>;
  intervenants: ReadonlySet<string>;
};

/** Null: no such activity where the actor plans. */
export async function loadPlanning(
  tx: Tx,
  actor: Actor,
  activityId: string,
  dates: readonly NewSession[],
): Promise<Planning | null> {
  const activity = await tx.activity.findUnique({
    where: { id: activityId, state: { not: 'CANCELLED' } },
    select: { relaisId: true, maxAdults: true, maxChildren: true, sessions: { select: { startsAt: true } } },
  });
  const relais = activity && (await managedRelais(tx, actor, 'session.plan', activity.relaisId));
  if (!activity || !relais) return null;
  const { id: relaisId, collectiviteId, zone } = relais;
  const { maxAdults, maxChildren } = activity;
  return {
    ...{ activityId, collectiviteId, relaisId, zone, maxAdults, maxChildren },
    known: new Set(activity.sessions.map(({ startsAt }) => startsAt.getTime())),
    sites: await sitesOf(tx, collectiviteId, relaisId, dates),
    ...(await peopleOf(tx, collectiviteId, relaisId, dates)),
  };
}

async function sitesOf(tx: Tx, collectiviteId: string, relaisId: string, dates: readonly NewSession[]) {
  const sites = await tx.site.findMany({
    where: { collectiviteId, id: { in: [...new Set(dates.map(({ siteId }) => siteId))] } },
    select: {
      id: true,
      exclusive: true,
      uses: { where: { relaisId }, select: { from: true, until: true, weekdays: true } },
    },
  });
  const isoDate = (date: Date | null) => date && date.toISOString().slice(0, 10);
  return new Map(
    sites.map(({ id, exclusive, uses }) => [
      id,
      {
        exclusive,
        uses: uses.map(({ from, until, weekdays }) => ({ from: isoDate(from), until: isoDate(until), weekdays })),
      },
    ]),
  );
}

async function peopleOf(tx: Tx, collectiviteId: string, relaisId: string, dates: readonly NewSession[]) {
  const animatorIds = dates.flatMap((date) => date.animatorIds ?? []);
  const intervenantIds = dates.flatMap((date) => (date.intervenants ?? []).map(({ personId }) => personId));
  const people = await tx.person.findMany({
    where: { collectiviteId, id: { in: [...new Set([...animatorIds, ...intervenantIds])] }, erasedAt: null },
    select: {
      id: true,
      intervenant: { select: { id: true } },
      roles: { where: { role: 'ANIMATOR', OR: [{ relaisId }, { relaisId: null }] }, select: { id: true } },
    },
  });
  const ids = (of: typeof people) => new Set(of.map(({ id }) => id));
  return {
    animators: ids(people.filter(({ roles }) => roles.length > 0)),
    intervenants: ids(people.filter(({ intervenant }) => intervenant !== null)),
  };
}
